"use strict";
/*
From what is found to what is shown: grouped by page, best first, found words marked.
Titles and texts leave here as HTML, because that is what the theme's box puts on the page:
everything that comes from the index or the query is escaped.
*/
const PAGES = 60;
const FEW_PAGES = 8; // of a large index, of which each may have to be fetched
const AROUND = 90; // code units before and after the first found word
const SHOWN = 320;
const HEADING = { actor: 2, visit: 1.2, question: 1.2 };
const OPEN = 3; // hits of a page that are shown before "more"

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

function makeAnswer(index, search) {
  const { analyser, kinds } = index;

  /** The best pages with their hits, best first, and how many pages there are. */
  async function grouped(hits) {
    const pages = new Map();
    for (const [number, hit] of hits) {
      const page = pages.get(index.pageOf(number)) ?? { score: 0, hits: [] };
      page.score = Math.max(page.score, hit.score);
      page.hits.push({ number, ...hit });
      pages.set(index.pageOf(number), page);
    }
    const best = [...pages.values()].sort((a, b) => b.score - a.score);
    const shown = best.slice(0, index.small ? PAGES : FEW_PAGES);
    const groups = await Promise.all(shown.map(({ hits: own }) => Promise.all(own.map(told))));
    for (const group of groups) group.sort((a, b) => b.score - a.score || a.number - b.number);
    return {
      groups: groups.sort(([a], [b]) => b.score - a.score),
      pages: best.length,
    };
  }

  /** A hit with its entry; one in a heading counts for more, in the name of an actor for most. */
  async function told(hit) {
    const entry = await index.entry(hit.number);
    const after = index.formsOf(entry) && entry.tokens.length;
    const heading = [...hit.places].some((at) => at > after);
    const factor = heading ? HEADING[entry.kind] : 1;
    return { ...hit, entry, score: hit.score * factor };
  }

  /** The forms that were found in an entry. */
  function formsIn({ entry, places, words }) {
    const forms = index.formsOf(entry);
    return [...words, ...[...places].map((at) => forms[at])];
  }

  /** A text, escaped, the words among `forms` marked; only what stands around the first. */
  function marked(text, tokens, forms, whole = false) {
    const found = tokens.filter((token) => forms.has(token.form));
    let [from, to] = [0, text.length];
    if (!whole && text.length > SHOWN) {
      from = found.length ? Math.max(0, found[0].start - AROUND) : 0;
      if (from) from = text.indexOf(" ", from) + 1;
      to = text.lastIndexOf(" ", from + SHOWN);
      if (to <= from) to = from + SHOWN;
      if (text.length - from <= SHOWN) to = text.length;
    }
    let html = from ? "… " : "";
    let at = from;
    for (const token of found) {
      if (token.start < at || token.end > to) continue;
      const word = escaped(text.slice(token.start, token.end));
      html += `${escaped(text.slice(at, token.start))}<mark data-md-highlight>${word}</mark>`;
      at = token.end;
    }
    return html + escaped(text.slice(at, to)) + (to < text.length ? " …" : "");
  }

  const heading = (kind, text, forms) =>
    `<span class="hit-kind">${escaped(kinds[kind])}</span> ` +
    marked(text, analyser.tokens(text), forms, true);

  const excerpt = ({ entry }, forms) => marked(entry.text, entry.tokens, forms);

  /** The theme's items: the page, then its parts. */
  function item(hits) {
    const forms = new Set(hits.flatMap(formsIn));
    const words = encodeURIComponent([...forms].join(" "));
    const [{ entry: first }] = hits;
    const address = (anchor) => `${first.page}?h=${words}${anchor ? `#${anchor}` : ""}`;
    const own = hits.find(({ entry }) => !entry.anchor);
    const parts = hits.filter(({ entry }) => entry.anchor);
    const shown = Math.min(OPEN, parts.length);
    const head = {
      location: address(""),
      title: heading(first.pageKind, first.title, forms),
      text: own ? excerpt(own, forms) : "",
      // The theme folds away the parts whose score is below that of the page.
      score: shown ? parts[shown - 1].score : own.score,
      terms: {},
    };
    const sections = parts.map((part) => ({
      location: address(part.entry.anchor),
      title: heading(part.entry.kind, part.entry.label, forms),
      text: excerpt(part, forms),
      score: part.score,
      terms: {},
    }));
    return [head, ...sections];
  }

  /** How a form is written in the texts, for readers: «الوزارة» for وزاره. */
  function written(form, groups) {
    for (const { entry } of groups.flat()) {
      const token = entry.tokens.find((found) => analyser.bases(found.form).includes(form));
      if (token) return entry.text.slice(token.start, token.end);
    }
    return form;
  }

  /**
   * What the theme's box shows of a query, and what ours says beside it.
   * @returns {{items: object[][], total: number, pages: number, corrected: ?string,
   *   suggestion: ?string, unfiltered: boolean}}
   */
  async function answer(query, filters = {}) {
    const { units, hits } = await search.find(query, filters);
    const { groups, pages } = await grouped(hits);
    const slipped = units.find((unit) => unit.meant && unit.hits.size);
    const nothing = units.length > 0 && !hits.size;
    const filtered = Object.keys(filters).length > 0;
    return {
      items: groups.map(item),
      total: hits.size,
      pages,
      corrected: slipped && hits.size ? written(slipped.meant, groups) : null,
      suggestion: nothing ? await suggested(query, units, filters) : null,
      unfiltered: nothing && filtered && (await search.find(query)).hits.size > 0,
    };
  }

  /** Another query, its words as they were typed or as the texts write them. */
  async function suggested(query, units, filters) {
    const other = await search.suggestion(units, filters);
    if (!other) return null;
    const typed = new Map(
      analyser.tokens(query).map(({ form, start, end }) => [form, query.slice(start, end)]),
    );
    const { groups } = await grouped(other.hits);
    return other.words.map((word) => typed.get(word) ?? written(word, groups)).join(" ");
  }

  return answer;
}
