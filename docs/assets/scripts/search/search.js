"use strict";
/*
From a query to what is found.  A query is a list of *units*: words, phrases, names, dates.
Every unit must be found in a text; an article's passages are one text, everything else is a
text of its own.  A word is first looked for as near to what was typed as can be, and farther
off only where nothing is nearer: inflected, then as the beginning of a word, then by its
sound, then with a slip.
*/
const WEIGHTS = { n: 1, b: 0.95, s: 0.7, f: 0.65, v: 0.62, a: 0.6, l: 0.58, r: 0.4, o: 0.4 };
const FAR = { verb: 0.55, beginning: 0.5, sound: 0.5, slip: 0.4 };
const GRADES = Object.keys(WEIGHTS).join("");
const NEAR = GRADES.indexOf("l");
const VERB = GRADES.indexOf("v");
const LONGEST_NAME = 6;
const LEAST_SLIP = 4;
const MOST_BEGUN = 60;

function makeSearch(index) {
  const { analyser, lookUp, tables } = index;
  const { particles } = analyser;
  const articles = new Set([...tables.latin_articles, "ال"]);
  const months = tables.months.map((names) =>
    names.map((name) => analyser.tokens(name).map((token) => token.form)),
  );

  /* ---- what was typed ---- */

  const isLatin = (word) => /^[a-z]/.test(word);

  function parsed(query) {
    const pieces = query.split(/["“”„«»‟]/);
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

  /* ---- the forms that a word may be ---- */

  function collect(forms, found, weight) {
    for (const form of found) forms.set(form, Math.max(weight, forms.get(form) ?? 0));
  }

  /** A form of a verb goes with another, or with the bare word; not with what has a noun's ending. */
  const isVerbal = (...grades) => grades.every((grade) => "nbv".includes(grade));

  /** The readings of a typed word, each with its grade. */
  async function readings(word) {
    const bases = analyser.bases(word);
    const marks = (await Promise.all(bases.map(lookUp))).map((led) => led.marks).join("");
    const keys = new Map(bases.map((base) => [base, base === word ? "n" : "b"]));
    if (!marks.includes("<")) {
      const loose = analyser.looseBases(word);
      const led = await Promise.all(loose.map(lookUp));
      loose.forEach((base, at) => {
        const stands = led[at].forms.some(([, grade]) => grade === "n" || grade === "b");
        if (!keys.has(base) && stands) keys.set(base, "b");
      });
    }
    const far = [];
    for (const base of [...keys.keys()]) {
      const whole = (await lookUp(base)).marks;
      if (!whole) for (const verb of analyser.verbs(base)) if (!keys.has(verb)) keys.set(verb, "v");
      if (whole.includes(">")) continue;
      for (const stem of analyser.stems(base)) if (!keys.has(stem)) keys.set(stem, "s");
      far.push(...analyser.relations(base));
    }
    return { marks, keys, far };
  }

  async function isKnown(word) {
    const found = await Promise.all(analyser.bases(word).map(index.isKnown));
    return found.some(Boolean);
  }

  async function asTyped(word) {
    const { marks, keys, far } = await readings(word);
    await Promise.all([...keys.keys(), ...far].map(lookUp)); // together, not one after another
    const near = new Map();
    const apart = new Map();
    for (const [key, grade] of keys) {
      for (const [form, other] of (await lookUp(key)).forms) {
        const worse = Math.max(GRADES.indexOf(grade), GRADES.indexOf(other));
        if (worse === VERB && !isVerbal(grade, other)) continue;
        const weight = grade === "v" && other === "v" ? FAR.verb : WEIGHTS[GRADES[worse]];
        collect(worse <= NEAR ? near : apart, [form], weight);
      }
    }
    for (const key of far) {
      for (const [form, grade] of (await lookUp(key)).forms) {
        if (GRADES.indexOf(grade) <= NEAR) collect(apart, [form], WEIGHTS.r);
      }
    }
    const weights = [...near.values()];
    const forms = near.size ? near : apart;
    return {
      forms,
      marks,
      known: forms.size > 0 || (await isKnown(word)),
      standsSo: weights.some((weight) => ![WEIGHTS.f, WEIGHTS.v, FAR.verb].includes(weight)),
      onlyVerbs: weights.every((weight) => weight === FAR.verb),
    };
  }

  /** The forms that the letters begin; of very many, those of the shortest words. */
  async function asBeginning(word, named = false) {
    const forms = new Map();
    // A name with its article is complete.
    for (const base of named ? [word] : analyser.bases(word)) {
      if (base.length < 2 || /^\d/.test(base)) continue;
      const begun = await index.beginning("lexicon", base);
      for (const [key, led] of begun.sort(([a], [b]) => a.length - b.length)) {
        if (key.includes(":")) continue;
        if (forms.size >= MOST_BEGUN) break;
        // A name in Arabic is not begun by another name of the same thing.
        const own = led.forms.filter(([, g]) => g === "n" || g === "b" || (g === "a" && isLatin(key)));
        collect(forms, own.map(([form]) => form), FAR.beginning);
      }
    }
    return forms;
  }

  async function asSound(word, open, least = 2) {
    const forms = new Map();
    const pattern = analyser.pattern(word, open);
    if (!pattern || word.length < 3) return forms;
    for (const skeleton of analyser.skeletons(word)) {
      if (skeleton.length < least) continue;
      for (const base of await index.sounding(skeleton, open)) {
        if (!pattern.test(base)) continue;
        const standing = (await lookUp(base)).forms.filter(isStanding);
        collect(forms, standing.map(([form]) => form), FAR.sound);
      }
    }
    return forms;
  }

  /** The words that the typed one is most likely meant to be, with the same likelihood. */
  async function meant(word) {
    let best = { cost: Infinity, bases: [] };
    for (const base of analyser.bases(word)) {
      if (base.length < LEAST_SLIP || /\d/.test(base)) continue;
      const [front, back] = analyser.halves(base);
      for (const key of await index.near(front, back)) {
        const cost = analyser.slip(base, key);
        if (cost === null || cost > best.cost) continue;
        if (!(await lookUp(key)).forms.some(isStanding)) continue;
        if (cost < best.cost) best = { cost, bases: [] };
        best.bases.push(key);
      }
    }
    return best.bases;
  }

  async function asSlip(word) {
    const forms = new Map();
    const bases = await meant(word);
    for (const base of bases) {
      for (const form of (await asTyped(base)).forms.keys()) collect(forms, [form], FAR.slip);
    }
    return { forms, meant: bases[0] };
  }

  async function wordForms(word, { last, alone }) {
    const { forms, known, marks, onlyVerbs, standsSo } = await asTyped(word);
    const named = marks.includes("=");
    if (forms.size && last && !standsSo) {
      // Perhaps a word that is still being typed, and not a form of a verb, or of another noun.
      const begun = await asBeginning(word, named);
      return { word, forms: onlyVerbs && begun.size ? begun : new Map([...begun, ...forms]) };
    }
    if (forms.size) return { word, forms };
    if (isLatin(word) && !named) {
      const heard = await asSound(word, false, alone ? 2 : 1);
      if (heard.size) return { word, forms: heard };
    }
    if (last) {
      const begun = await asBeginning(word, named);
      if (begun.size) return { word, forms: begun };
      if (isLatin(word) && !known && !named && word.length > 4) {
        const heard = await asSound(word, true, 3);
        if (heard.size) return { word, forms: heard };
      }
    }
    if (known || named) return { word, forms };
    const slip = await asSlip(word);
    return { word, forms: slip.forms, meant: slip.meant };
  }

  /* ---- where units stand ---- */

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

  /** The forms of what has that name; with grade o, of what has it beside longer ones. */
  async function nameForms(key, grade = "a") {
    const { forms } = await lookUp(key);
    return new Map(forms.filter(([, g]) => g === grade).map(([form]) => [form, WEIGHTS[grade]]));
  }

  /** Forms that may stand for a word inside a phrase, no farther than a grade. */
  async function phraseForms(word, open, farthest) {
    const { keys } = await readings(word);
    const most = GRADES.indexOf(farthest);
    const forms = new Map();
    const names = new Map();
    for (const [key, grade] of keys) {
      for (const [form, other] of (await lookUp(key)).forms) {
        const worse = Math.max(GRADES.indexOf(grade), GRADES.indexOf(other));
        if (worse <= most) collect(forms, [form], WEIGHTS[GRADES[worse]]);
        if (other === "a") collect(names, [form], WEIGHTS.a);
      }
    }
    if (forms.size || !open) return forms.size ? forms : names;
    return asBeginning(word);
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
    const date = dateOf(words, text) ?? namedDateOf(words);
    if (date) {
      const ways = await Promise.all(writings(date).map((way) => phrase(way, false)));
      return [{ typed: words, hits: merged(...ways) }];
    }
    const kept = words.filter((word) => !articles.has(word));
    const content = kept.some((word) => !particles.has(word));
    // A single letter after other words is one that is still being typed.
    const last = open && isLast;
    if (last && kept.length > 1 && kept.at(-1).length === 1) kept.pop();
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

  async function namesOf(typed, unfinished) {
    const key = analyser.nameOf(typed).join(" ");
    const forms = await nameForms(key);
    if (forms.size || !unfinished) return forms;
    for (const [, led] of await index.beginning("lexicon", key)) {
      const named = led.forms.filter(([, grade]) => grade === "a");
      collect(forms, named.map(([form]) => form), FAR.beginning);
    }
    return forms;
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
      const lists = await Promise.all(forms.map(([form]) => index.postings(form)));
      sets.push(new Set(lists.flatMap((list) => list.entries.map(([entry]) => entry))));
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

  /** The word of the texts that needs the fewest changes, of those that share half the letters. */
  async function nearest(word) {
    const base = analyser.bases(word).at(-1);
    if (base.length < 4) return null;
    const [front, back] = analyser.halves(base);
    let best = null;
    for (const key of await index.near(front, back)) {
      if (/[: ]/.test(key) || !(await lookUp(key)).forms.some(isStanding)) continue;
      const changes = distance(base, key);
      if (changes <= 2 && (!best || changes < best.changes)) best = { key, changes };
    }
    return best?.key ?? null;
  }

  return { find, suggestion };
}

/** Levenshtein's distance (1966). */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row.at(-1);
}
