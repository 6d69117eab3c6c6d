/* On a source's page: shows the whole of the quote that the address names.
 * A quote may be cut into several stretches where others overlap it. */
(() => {
  const show = () => {
    document.querySelectorAll(".evidence.is-target").forEach((e) => e.classList.remove("is-target"));
    const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!anchor || !anchor.dataset.number) return;
    document
      .querySelectorAll(`.evidence[data-numbers~="${CSS.escape(anchor.dataset.number)}"]`)
      .forEach((e) => e.classList.add("is-target"));
  };
  addEventListener("hashchange", show);
  show();
})();
