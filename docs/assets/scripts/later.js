/* Has what was left out of the first layout laid out, a few parts at a time, while nothing else is to
 * do: then the bar of the window tells the true length, and the whole page can be saved as a picture.
 * Who comes for one place of the page has all of it at once, so that nothing moves above the place. */
(() => {
  const AT_ONCE = 2;
  const left = [...document.querySelectorAll(".later")];
  const lay = (parts) => parts.forEach((part) => part.classList.remove("later"));
  const rest = () => lay(left.splice(0));

  const more = () => {
    lay(left.splice(0, AT_ONCE));
    if (left.length) wait(more);
  };
  const wait = window.requestIdleCallback ?? setTimeout;

  addEventListener("hashchange", () => {
    if (!left.length) return;
    rest();
    document.querySelector(":target")?.scrollIntoView();
  });
  if (location.hash) rest();
  else addEventListener("load", () => wait(more));
})();
