"use strict";
/*
What was typed: words and phrases in quotation marks, and dates in whatever order and vocabulary.
*/
const LONGEST_QUERY = 300; // code units; a whole article pasted would keep the next query waiting

function makeTyped({ analyser, tables }) {
  const months = tables.months.map((names) =>
    names.map((name) => analyser.tokens(name).map((token) => token.form)),
  );

  /** The pieces of a query, each in quotation marks or not; `open` if it is still being typed. */
  function parsed(query) {
    const pieces = query.slice(0, LONGEST_QUERY).split(/["“”„«»‟]/);
    const units = [];
    pieces.forEach((piece, at) => {
      const words = analyser.tokens(piece).map((token) => token.form);
      const open = at === pieces.length - 1; // still being typed
      if (at % 2 && words.length) units.push({ phrase: words, open });
      else if (words.length) units.push({ words, text: piece, open });
    });
    return units;
  }

  /** Numbers that are a date, in whatever order and vocabulary: day, month, year. */
  function dateOf(words, text) {
    if (words.length !== 3 || !words.every((word) => /^\d+$/.test(word))) return null;
    if (!/\p{Nd}\s*[\/.\-–]\s*\p{Nd}+\s*[\/.\-–]/u.test(text)) return null;
    const [a, b, c] = words.map(Number);
    const [day, month, year] = a > 31 ? [c, b, a] : [a, b, c];
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { day, month, year } : null;
  }

  function namedDateOf(words) {
    const [day, ...rest] = words;
    if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(rest.at(-1) ?? "")) return null;
    const named = rest.slice(0, -1).join(" ");
    const month = months.findIndex((names) => names.some((name) => name.join(" ") === named)) + 1;
    return month ? { day: Number(day), month, year: Number(rest.at(-1)) } : null;
  }

  const writings = ({ day, month, year }) =>
    [
      [day, month, year],
      [year, month, day],
      ...months[month - 1].map((name) => [day, ...name, year]),
    ].map((words) => words.map(String));

  /** The words of every way to write the date that some words are; none if they are none. */
  function datesOf(words, text) {
    const date = dateOf(words, text) ?? namedDateOf(words);
    return date ? writings(date) : [];
  }

  return { parsed, datesOf };
}
