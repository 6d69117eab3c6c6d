"use strict";
/*
Marks on a page the words that a search found there: the forms in the address, taken apart by
the analyser of the search.  The text stays as it is, code point for code point.
*/
(async () => {
  const forms = new Set((new URLSearchParams(location.search).get("h") ?? "").split(" "));
  const root = new URL("../../../search/", document.currentScript.src);
  const { analysis } = await (await fetch(new URL("index.json", root))).json();
  const analyser = makeAnalyser(analysis);
  const content = document.querySelector(".md-content");
  const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("script, style, svg, select, .headerlink")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  while (texts.nextNode()) nodes.push(texts.currentNode);
  for (const node of nodes) {
    const found = analyser.tokens(node.data).filter((token) => forms.has(token.form));
    for (const { start, end } of found.reverse()) {
      node.splitText(end);
      const word = node.splitText(start);
      const mark = document.createElement("mark");
      mark.dataset.found = "";
      word.replaceWith(mark);
      mark.append(word);
    }
  }
})();
