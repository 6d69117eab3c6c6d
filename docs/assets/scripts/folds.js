/* Opens the fold that an address names, or the fold of a section that it names; for paper, all of the
 * page's words, where `::details-content` (print.css) is not known.  Ids are ASCII, so an address is
 * taken as it stands: one that cannot be decoded stops nothing. */
(() => {
  const CLOSED = "details:not([open])";

  const reveal = () => {
    const named = document.getElementById(location.hash.slice(1));
    const fold = named?.closest(CLOSED) ?? named?.querySelector(`:scope > ${CLOSED}`);
    if (!fold) return;
    fold.open = true;
    named.scrollIntoView();
  };

  let unfolded = [];
  const fold = (open) => unfolded.forEach((details) => (details.open = open));
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(`.md-content ${CLOSED}`)];
    fold(true);
  });
  addEventListener("afterprint", () => fold(false));

  addEventListener("hashchange", reveal);
  reveal();
})();
