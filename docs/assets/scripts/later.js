/* Has what was left out of the first layout laid out, a few parts at a time, while nothing else is to
 * do: then the bar of the window tells the true length, and the whole page can be saved as a picture. */
(() => {
  const AT_ONCE = 2;
  const left = [...document.querySelectorAll(".later")];

  const more = () => {
    for (const part of left.splice(0, AT_ONCE)) part.classList.remove("later");
    if (left.length) wait(more);
  };
  const wait = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => wait(more));
})();
