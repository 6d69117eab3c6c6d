"use strict";
/*
Search in the background.  Speaks the theme's protocol: 0 set up, 1 ready, 2 query, 3 result;
a query may come with `filters`, and a result says more than the theme's box reads.
*/
importScripts("analyser.js", "index.js", "typed.js", "words.js", "search.js", "answer.js");

const root = new URL("../../../search/", self.location.href);

async function load(path) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.text();
}

let opening = null;

function opened() {
  opening ??= openIndex(load).then((index) => ({ index, answer: makeAnswer(index, makeSearch(index)) }));
  opening.catch(() => (opening = null));
  return opening;
}

const EMPTY = { items: [], total: 0, pages: 0, corrected: null, suggestion: null, unfiltered: false };
let latest = 0;

self.onmessage = async ({ data: { type, data, filters = {} } }) => {
  if (type === 0) self.postMessage({ type: 1 });
  if (type !== 2) return;
  latest += 1;
  const mine = latest;
  try {
    const result = data.trim() ? await (await opened()).answer(data, filters) : EMPTY;
    if (mine === latest) self.postMessage({ type: 3, data: result, query: data });
  } catch (error) {
    if (mine === latest) self.postMessage({ type: 3, data: { ...EMPTY, failed: true }, query: data });
  }
};
