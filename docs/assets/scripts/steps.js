/* Alt with an arrow down or up: to the next or the previous evidence of the page.
 * A modifier, so that it stands in nobody's way (WCAG 2.2, 2.1.4). */
const steps = (() => {
  const all = [...document.querySelectorAll("[data-step]")];

  let last = null;

  const step = (way) => {
    const at = document.activeElement.closest("[data-step], [data-reading]");
    const here = all.indexOf(at?.matches("[data-reading]") ? last : at);
    const seen = all.findIndex((e) => e.getBoundingClientRect().bottom > innerHeight / 4);
    const next = here >= 0 ? here + way : way > 0 ? seen : seen - 1;
    const to = all.at(Math.max(0, Math.min(next, all.length - 1)));
    if (!to) return;
    last = to;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "center" });
    to.dispatchEvent(new CustomEvent("step", { bubbles: true }));
  };

  addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!all.length || event.target.closest("input, select, textarea, dialog")) return;
    event.preventDefault();
    step(way);
  });

  return { step };
})();
