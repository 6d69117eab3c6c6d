/* Opens the fold that an address names, or the fold of a section that it names; all for paper. */
(() => {
  const CLOSED = "details:not([open])";

  const reveal = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = named?.closest(CLOSED) ?? named?.querySelector(`:scope > ${CLOSED}`);
    if (!fold) return;
    fold.open = true;
    named.scrollIntoView();
  };

  let unfolded = [];
  const fold = (open) => unfolded.forEach((details) => (details.open = open));
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(CLOSED)];
    fold(true);
  });
  addEventListener("afterprint", () => fold(false));

  addEventListener("hashchange", reveal);
  reveal();
})();
