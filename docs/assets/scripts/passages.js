/* Opens a quote in its passage, in place.  Without this script the link leads to the text. */
(() => {
  const code = (text) => [...text]; // places are counted in code points

  /* Puts a mark around the code points from start to end of an element's text. */
  const mark = (element, start, end) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    let place = 0;
    for (const node of nodes) {
      const letters = code(node.data);
      const [from, to] = [Math.max(start - place, 0), Math.min(end - place, letters.length)];
      place += letters.length;
      if (from >= to) continue;
      const parts = [letters.slice(0, from), letters.slice(from, to), letters.slice(to)];
      const [before, words, after] = parts.map((part) => part.join(""));
      const found = document.createElement("mark");
      found.textContent = words;
      node.replaceWith(before, found, after);
    }
  };

  const open = (link) => {
    const template = document.querySelector(
      `template[data-passage="${CSS.escape(link.dataset.in)}"]`,
    );
    const figure = template.content.firstElementChild.cloneNode(true);
    mark(figure.querySelector("bdi"), Number(link.dataset.start), Number(link.dataset.end));
    figure.querySelector("[data-whole]").href = link.href;
    figure.querySelector("button").addEventListener("click", () => (close(link), link.focus()));
    link.closest("blockquote").after(figure);
    link.setAttribute("aria-expanded", "true");
  };

  const close = (link) => {
    link.closest("blockquote").nextElementSibling.remove();
    link.setAttribute("aria-expanded", "false");
  };

  const isOpen = (link) => link.getAttribute("aria-expanded") === "true";

  for (const link of document.querySelectorAll("a[data-in]")) {
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      (isOpen(link) ? close : open)(link);
    });
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const figure = event.target.closest(".in-passage");
    const link = figure
      ? figure.previousElementSibling.querySelector("a[data-in]")
      : event.target.closest("a[data-in]");
    if (link && isOpen(link)) (close(link), link.focus());
  });
})();
