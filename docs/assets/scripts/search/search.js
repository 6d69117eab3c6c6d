"use strict";
/*
From a query to what is found.  A query is a list of *units*: words, phrases, names, dates.
Every unit must be found in a text; an article's passages are one text, everything else is a
text of its own.
*/
const LONGEST_NAME = 6;

function makeSearch(index) {
  const { analyser, lookUp, tables } = index;
  const { particles } = analyser;
  const { parsed, datesOf } = makeTyped(index);
  const { wordForms, nameForms, namesOf, phraseForms, asTyped, meant, nearest } = makeWords(index);
  const articles = new Set([...tables.latin_articles, "ال"]);

  /** Entry → score, positions and words, of the forms of one word. */
  async function standing(forms, withPlaces = false) {
    const found = new Map();
    const lists = await Promise.all(
      [...forms.keys()].map((form) => index.postings(form, withPlaces)),
    );
    const entries = new Set(lists.flatMap((list) => list.entries.map(([entry]) => entry)));
    const rarity = Math.log(1 + index.count / entries.size);
    [...forms.values()].forEach((weight, at) => {
      for (const [entry, places] of lists[at].entries) {
        const hit = found.get(entry) ?? { score: 0, places: new Set(), words: new Set() };
        const more = weight * rarity;
        hit.score = Math.max(hit.score, more) + 0.1 * Math.min(hit.score, more);
        for (const at of places) hit.places.add(at);
        if (lists[at].word) hit.words.add(lists[at].word);
        found.set(entry, hit);
      }
    });
    for (const hit of found.values()) hit.score *= 1 + 0.05 * Math.log(hit.places.size || 1);
    return found;
  }

  /** Words that stand side by side: as typed, but for what is written together; else inflected. */
  async function phrase(words, open) {
    const exact = await sideBySide(words, open, "b");
    if (exact.size) return exact;
    const named = await nameForms(analyser.nameOf(words).join(" "));
    return isLatin(words[0]) ? standing(named) : sideBySide(words, open, "s");
  }

  async function sideBySide(words, open, farthest) {
    const apart = [];
    for (const [at, word] of words.entries()) {
      // In a large index particles stand too often to fetch where: any word may be in their place.
      if (!index.small && particles.has(word) && words.length > 1) continue;
      const forms = await phraseForms(word, open && at === words.length - 1, farthest);
      if (!forms.size) return new Map();
      apart.push([at, await standing(forms, true)]);
    }
    const [[first, hits] = [], ...rest] = apart;
    const found = new Map();
    for (const [entry, hit] of hits ?? []) {
      const starts = [...hit.places].filter((at) =>
        rest.every(([more, others]) => others.get(entry)?.places.has(at - first + more)),
      );
      if (!starts.length) continue;
      const places = new Set(starts.flatMap((at) => apart.map(([more]) => at - first + more)));
      const score = apart.reduce((sum, [, others]) => sum + others.get(entry).score, 0);
      found.set(entry, { score, places, words: new Set() });
    }
    return found;
  }

  const joined = (one, { places, words }) => ({
    ...one,
    places: new Set([...(one.places ?? []), ...places]),
    words: new Set([...(one.words ?? []), ...words]),
  });

  function merged(...maps) {
    const found = new Map();
    for (const map of maps) {
      for (const [entry, hit] of map) {
        const there = found.get(entry);
        if (there) there.score = Math.max(there.score, hit.score);
        found.set(entry, joined(there ?? { score: hit.score }, hit));
      }
    }
    return found;
  }

  /** The units of words that were typed one after the other: names first, then words. */
  async function unitsOf({ words, text, open }, isLast, alone) {
    const dates = datesOf(words, text);
    if (dates.length) {
      const ways = await Promise.all(dates.map((way) => phrase(way, false)));
      return [{ typed: words, hits: merged(...ways) }];
    }
    const kept = words.filter((word) => !articles.has(word));
    const content = kept.some((word) => !particles.has(word));
    // A single letter after other words is one that is still being typed.
    const last = open && isLast;
    const begun = last && kept.length > 1 && kept.at(-1).length === 1;
    if (begun && !(await nameUnit(kept, kept.length - 2, false))) kept.pop();
    const units = [];
    for (let at = 0; at < kept.length; ) {
      const named = await nameUnit(kept, at, last);
      if (named) units.push(named);
      else if (!content || !particles.has(kept[at])) {
        const place = { last: last && at === kept.length - 1, alone: alone && kept.length === 1 };
        units.push(await wordUnit(kept[at], place));
      }
      at += named?.typed.length ?? 1;
    }
    return units;
  }

  async function wordUnit(word, place) {
    const found = await wordForms(word, place);
    return { typed: [word], hits: await standing(found.forms), meant: found.meant };
  }

  /**
   * A name of several words: where its words stand in one text, and wherever the thing stands
   * under another of its names; under one that may say less only where nothing else is.
   */
  async function nameUnit(words, at, open) {
    for (let count = Math.min(LONGEST_NAME, words.length - at); count > 1; count -= 1) {
      const typed = words.slice(at, at + count);
      const last = open && at + count === words.length;
      const named = await namesOf(typed, last && isLatin(typed[0]));
      const less = await nameForms(analyser.nameOf(typed).join(" "), "o");
      if (!named.size && !less.size) continue;
      const apart = [];
      if (!isLatin(typed[0])) {
        for (const word of typed) apart.push(await wordUnit(word, { last: false, alone: false }));
      }
      const together = apart.length ? inOneText(apart) : new Map();
      const hits = merged(together, await standing(named));
      return { typed, hits: hits.size ? hits : await standing(less) };
    }
    return null;
  }

  /** The entries of the texts in which every unit stands; the fullest of each text. */
  function inOneText(units) {
    if (units.length === 1) return units[0].hits;
    const texts = units.map(({ hits }) => new Set([...hits.keys()].map(index.textOf)));
    const shared = new Set([...texts[0]].filter((text) => texts.every((set) => set.has(text))));
    const entries = new Map();
    const fullest = new Map();
    for (const { hits } of units) {
      for (const [entry, hit] of hits) {
        const text = index.textOf(entry);
        if (!shared.has(text)) continue;
        const there = joined(entries.get(entry) ?? { score: 0, units: 0 }, hit);
        there.score += hit.score;
        there.units += 1;
        entries.set(entry, there);
        fullest.set(text, Math.max(there.units, fullest.get(text) ?? 0));
      }
    }
    for (const [entry, hit] of entries) {
      if (hit.units < fullest.get(index.textOf(entry))) entries.delete(entry);
      else hit.score *= closeness(hit) * (hit.units / units.length);
    }
    return entries;
  }

  /** More where the words of a query stand close together. */
  function closeness({ places, units }) {
    if (units < 2 || places.size < 2) return 1;
    const sorted = [...places].sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((at, i) => at - sorted[i]);
    return 1 + 1 / Math.min(...gaps);
  }

  async function passing(hits, filters) {
    const sets = [];
    for (const [name, value] of Object.entries(filters)) {
      const { forms } = await lookUp(`${name}:${value}`);
      sets.push(await standing(new Map(forms.map(([form]) => [form, 1]))));
    }
    return new Map([...hits].filter(([entry]) => sets.every((set) => set.has(entry))));
  }

  async function evaluated(query) {
    const typed = parsed(query);
    await Promise.all(typed.flatMap((unit) => unit.phrase ?? unit.words).map(asTyped));
    const units = [];
    for (const [at, unit] of typed.entries()) {
      const last = at === typed.length - 1;
      if (unit.phrase) {
        const hits = await phrase(unit.phrase, last && unit.open);
        units.push({ typed: unit.phrase, quoted: true, hits });
      } else units.push(...(await unitsOf(unit, last, typed.length === 1)));
    }
    return units;
  }

  /**
   * What a query finds: `hits`, entry → score and positions, and the `units` it was read as.
   * @param {string} query
   * @param {Object<string, string>} filters - by the name of the filter, the value wanted
   */
  async function find(query, filters = {}) {
    const units = await evaluated(query);
    const hits = units.length ? await passing(inOneText(units), filters) : new Map();
    return { units, hits };
  }

  /** Other words that find something, where these find nothing: with their hits; or null. */
  async function suggestion(units, filters) {
    const nearby = [];
    for (const unit of units) {
      if (unit.quoted || unit.hits.size) nearby.push(unit.typed);
      else {
        const [word] = await meant(unit.typed[0]);
        nearby.push([word ?? (await nearest(unit.typed[0]))]);
      }
    }
    const fewer = units.map((out) => {
      const kept = units.filter((unit) => unit !== out && unit.hits.size);
      return kept.flatMap((unit) => unit.typed);
    });
    for (const words of [nearby.flat(), ...(units.length > 1 ? fewer : [])]) {
      if (!words.length || !words.every(Boolean)) continue;
      const { hits } = await find(words.join(" "), filters);
      if (hits.size) return { words, hits };
    }
    return null;
  }

  return { find, suggestion };
}
