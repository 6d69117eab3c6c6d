"use strict";
/*
The forms of the texts that a typed word may be, each with a weight: form → weight.  A word is
looked for as near to what was typed as can be, and farther off only where nothing is nearer:
inflected, then as the beginning of a word, then by its sound, then with a slip.  What the
grades stand for is said in dossier/search/grades.py.
*/
const WEIGHTS = { n: 1, b: 0.95, s: 0.7, f: 0.65, v: 0.62, a: 0.6, l: 0.58, r: 0.4, o: 0.4 };
const FAR = { verb: 0.55, beginning: 0.5, sound: 0.5, slip: 0.4 };
const GRADES = Object.keys(WEIGHTS).join("");
const NEAR = GRADES.indexOf("l");
const VERB = GRADES.indexOf("v");
const LEAST_SLIP = 4;
const MOST_BEGUN = 60;

/** The place of the grade that is farther off. */
const farther = (one, other) => Math.max(GRADES.indexOf(one), GRADES.indexOf(other));

const isLatin = (word) => /^[a-z]/.test(word);

function makeWords(index) {
  const { analyser, lookUp } = index;

  function collect(forms, found, weight) {
    for (const form of found) forms.set(form, Math.max(weight, forms.get(form) ?? 0));
  }

  /** A form of a verb goes with another, or with the bare word; not with what has a noun's ending. */
  const isVerbal = (...grades) => grades.every((grade) => "nbv".includes(grade));

  /** The readings of a typed word, each with its grade. */
  async function readings(word) {
    const whole = (await lookUp(word)).marks.includes("<");
    const bases = analyser.bases(word).filter((b) => !whole || b === word || `ال${b}` === word);
    const marks = (await Promise.all(bases.map(lookUp))).map((led) => led.marks).join("");
    const keys = new Map(bases.map((base) => [base, base === word ? "n" : "b"]));
    if (!whole) {
      const loose = analyser.looseBases(word);
      const led = await Promise.all(loose.map(lookUp));
      loose.forEach((base, at) => {
        if (!keys.has(base) && led[at].forms.some(isWord)) keys.set(base, "b");
      });
    }
    const far = [];
    for (const base of [...keys.keys()]) {
      const known = (await lookUp(base)).marks;
      if (!known) for (const verb of analyser.verbs(base)) if (!keys.has(verb)) keys.set(verb, "v");
      if (known.includes(">")) continue;
      for (const stem of analyser.stems(base)) if (!keys.has(stem)) keys.set(stem, "s");
      far.push(...analyser.relations(base));
    }
    return { marks, keys, far };
  }

  async function isKnown(word) {
    const found = await Promise.all(analyser.bases(word).map(index.isKnown));
    return found.some(Boolean);
  }

  const asTyped = (word) => index.once(`typed ${word}`, () => inflected(word));

  async function inflected(word) {
    const { marks, keys, far } = await readings(word);
    await Promise.all([...keys.keys(), ...far].map(lookUp)); // together, not one after another
    const near = new Map();
    const apart = new Map();
    for (const [key, grade] of keys) {
      for (const [form, other] of (await lookUp(key)).forms) {
        const worse = farther(grade, other);
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
        const own = led.forms.filter(isLatin(key) ? isStanding : isWord);
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
      return { forms: onlyVerbs && begun.size ? begun : new Map([...begun, ...forms]) };
    }
    if (forms.size) return { forms };
    if (isLatin(word) && !named) {
      const heard = await asSound(word, false, alone ? 2 : 1);
      if (heard.size) return { forms: heard };
    }
    if (last) {
      const begun = await asBeginning(word, named);
      if (begun.size) return { forms: begun };
      if (isLatin(word) && !known && !named && word.length > 4) {
        const heard = await asSound(word, true, 3);
        if (heard.size) return { forms: heard };
      }
    }
    return known || named ? { forms } : asSlip(word);
  }

  /** The forms of what has that name; with grade o, of what has it beside longer ones. */
  async function nameForms(key, grade = "a") {
    const { forms } = await lookUp(key);
    return new Map(forms.filter(([, g]) => g === grade).map(([form]) => [form, WEIGHTS[grade]]));
  }

  /** The forms of a name of several words, perhaps still being typed. */
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

  /** Forms that may stand for a word inside a phrase, no farther than a grade. */
  async function phraseForms(word, open, farthest) {
    const { keys } = await readings(word);
    const most = GRADES.indexOf(farthest);
    const forms = new Map();
    const names = new Map();
    for (const [key, grade] of keys) {
      for (const [form, other] of (await lookUp(key)).forms) {
        const worse = farther(grade, other);
        if (worse <= most) collect(forms, [form], WEIGHTS[GRADES[worse]]);
        if (other === "a") collect(names, [form], WEIGHTS.a);
      }
    }
    if (forms.size || !open) return forms.size ? forms : names;
    return asBeginning(word);
  }

  /** The word of the texts that needs the fewest changes, of those that share half the letters. */
  async function nearest(word) {
    const base = analyser.bases(word).at(-1);
    if (base.length < LEAST_SLIP) return null;
    const [front, back] = analyser.halves(base);
    let best = null;
    for (const key of await index.near(front, back)) {
      if (/[: ]/.test(key) || !(await lookUp(key)).forms.some(isStanding)) continue;
      const changes = distance(base, key);
      if (changes <= 2 && (!best || changes < best.changes)) best = { key, changes };
    }
    return best?.key ?? null;
  }

  return { wordForms, nameForms, namesOf, phraseForms, asTyped, meant, nearest };
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
