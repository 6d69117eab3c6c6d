/* Says which wide tables and pictures do not fit, so that a reader knows to scroll them. */
(() => {
  const look = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.classList.toggle("wide--scrolls", target.scrollWidth > target.clientWidth + 1);
    }
  });
  document.querySelectorAll(".wide").forEach((box) => look.observe(box));
})();
