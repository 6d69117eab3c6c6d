"use strict";
/*
How a word is taken apart, for a query.  The build does the same in dossier/search/analyser.py,
slips.py and latin.py, where the reasons stand; tests/vectors/ holds what both must answer.
Depends on nothing but the tables that come with the index.
*/
function makeAnalyser(tables) {
  const [marks, apostrophes] = [tables.marks, tables.apostrophes];
  const letter = "[\\p{L}\\p{Nl}\\p{No}]";
  const token = new RegExp(
    `\\p{Nd}[\\p{Nd}${marks}]*|${letter}(?:${letter}|[${marks}]|[${apostrophes}](?=${letter}))*`,
    "gu",
  );
  const shortest = tables.shortest;
  const pairs = (groups) =>
    groups.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b)));
  const alike = new Set(pairs(tables.alike));
  const near = new Set([...alike, ...pairs(tables.neighbours)]);

  function form(word) {
    let bare = word.normalize("NFKD").toLowerCase().replace(/(?!\u0654)[\p{M}\p{C}\p{Z}\u0640]/gu, "");
    for (const [before, after] of tables.respelt) bare = bare.replaceAll(before, after);
    bare = bare.replaceAll("\u0654", "");
    let folded = Array.from(bare, (letter) => tables.letters[letter] ?? letter).join("");
    for (const [before, after] of tables.doubled) {
      while (folded.includes(before)) folded = folded.replaceAll(before, after);
    }
    return /^\d+$/.test(folded) ? folded.replace(/^0+(?=\d)/, "") : folded;
  }

  function tokens(text) {
    return Array.from(text.matchAll(token), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      form: form(match[0]),
    })).filter((found) => found.form);
  }

  const after = (word, prefixes, least) =>
    prefixes
      .filter((prefix) => {
        const kept = prefix.endsWith("لل") ? shortest.assimilated : least;
        return word.startsWith(prefix) && word.length - prefix.length >= kept;
      })
      .map((prefix) => word.slice(prefix.length));

  const before = (words, suffixes) =>
    words.flatMap((word) =>
      suffixes
        .filter((end) => word.endsWith(end) && word.length - end.length >= shortest.ending)
        .map((end) => word.slice(0, -end.length)),
    );

  const particles = new Set(tables.particles.map(form));

  const unique = (words, but) => [...new Set(words)].filter((word) => word !== but);

  const bases = (word) => [word, ...after(word, tables.articles, shortest.article).slice(0, 1)];

  const looseBases = (word) => after(word, tables.proclitics, shortest.proclitic);

  function stems(base) {
    const owned = before([base], tables.pronouns);
    const mine = base.endsWith("تي") ? [base.slice(0, -1)] : [];
    const opened = [...owned, ...mine]
      .filter((word) => word.endsWith("ت") && word.length >= shortest.ending)
      .map((word) => `${word.slice(0, -1)}ه`);
    const seated = before(owned.filter((word) => /ا[يو]$/.test(word)), ["ي", "و"]);
    const sound = [base, ...owned].filter((word) => word.endsWith("ات"));
    const several = [
      ...before([base, ...owned], tables.endings),
      ...before(sound, ["ت"]),
      ...sound
        .filter((word) => word.length > shortest.ending)
        .map((word) => `${word.slice(0, -2)}ه`),
    ];
    const single = before([base, ...several, ...opened], ["ه"]);
    return unique([...owned, ...opened, ...seated, ...several, ...single], base);
  }

  function verbs(base) {
    const owned = [base, ...before([base], tables.pronouns)];
    const words = [...owned, ...before(owned, tables.persons)];
    const feminine = before(words, ["ت"]);
    const weak = words
      .filter((word) => word.endsWith("ت") && word.length >= shortest.ending)
      .map((word) => `${word.slice(0, -1)}ي`);
    const bare = words
      .filter((word) => tables.present.includes(word[0]))
      .filter((word) => word.length > shortest.ending && !word.endsWith("ه"))
      .map((word) => word.slice(1));
    const alef = bare.filter((word) => /^(...$|ن|.ت)/.test(word)).map((word) => `ا${word}`);
    const hollow = bare
      .filter((word) => /^.[وي].$/.test(word))
      .flatMap((word) => [`${word[0]}ا${word[2]}`, `ا${word[0]}ا${word[2]}`]);
    return unique([...feminine, ...weak, ...bare, ...alef, ...hollow], base).filter(
      (word) => !particles.has(word),
    );
  }

  function relations(base) {
    const verb = /^ا...?.?ا.$/.test(base) ? [base.slice(0, -2) + base.at(-1)] : [];
    const intensive = /^ت..ي.$/.test(base) ? [base.slice(1, 3) + base.at(-1)] : [];
    return unique([...before([base], tables.relations), ...verb, ...intensive], base);
  }

  /** The words of a name as it is looked up: bases, no Latin articles. */
  function nameOf(forms) {
    const kept = forms.filter((word) => !tables.latin_articles.includes(word));
    return (kept.length ? kept : forms).map((word) => bases(word).at(-1));
  }

  /** How unlikely it is that who typed the one meant the other, from 1; null where it is out. */
  function slip(typed, word) {
    const start = common(typed, word);
    if (typed === word || (start === 0 && !alike.has(typed[0] + word[0]))) return null;
    const rest = common(reversed(typed.slice(start)), reversed(word.slice(start)));
    const [ours, theirs] = [typed.length - start - rest, word.length - start - rest];
    if (start === 0 && (ours !== 1 || theirs !== 1 || typed.length <= 4)) return null;
    if (ours === 1 && theirs === 1) {
      if (near.has(typed[start] + word[start])) return 1;
      return null;
    }
    if (ours === 2 && theirs === 2) {
      return typed[start] === word[start + 1] && typed[start + 1] === word[start] ? 1 : null;
    }
    if (ours === 0 && theirs === 1) return 2;
    if (ours === 1 && theirs === 0 && typed.length > 4) {
      return typed[start] === typed[start - 1] ? 1 : 2;
    }
    return null;
  }

  /** The letters of a word's beginning and end of which a slip leaves one as it is. */
  function halves(word) {
    const half = Math.floor((word.length - 1) / 2);
    return [word.slice(0, half), word.slice(word.length - half)];
  }

  const units = Object.keys(tables.latin).sort((a, b) => b.length - a.length);
  const unit = new RegExp(units.join("|"), "g");

  function sounds(name) {
    const single = name.replace(/([^aeiouy])\1/g, "$1");
    const found = single.match(unit) ?? [];
    if (!found.length || found.join("") !== single) return null;
    return found.map((letters, at) =>
      at ? tables.latin[letters] : tables.latin[letters].filter((letter) => letter),
    );
  }

  /** What an Arabic base looks like that a name in Latin letters may stand for. */
  function pattern(name, open = false) {
    const heard = sounds(name);
    if (!heard) return null;
    return new RegExp(`^${heard.map((s) => `(?:${s.join("|")})`).join("")}${open ? "" : "$"}`);
  }

  function skeleton(base) {
    const heard = Array.from(base, (letter) => tables.classes[letter] ?? letter).filter(
      (bone) => !tables.silent.includes(bone),
    );
    return heard.filter((bone, at) => at === 0 || heard[at - 1] !== bone).join("");
  }

  /** The skeletons that an Arabic spelling of a name in Latin letters may have. */
  function skeletons(name) {
    const heard = sounds(name);
    if (!heard) return [];
    let found = new Set([""]);
    for (const choice of heard) {
      const bones = new Set(choice.map(skeleton));
      found = new Set([...found].flatMap((start) => [...bones].map((b) => skeleton(start + b))));
    }
    return [...found].sort().slice(0, 64);
  }

  return {
    tokens, form, bases, looseBases, stems, verbs, relations, nameOf, slip, halves, pattern, skeleton,
    skeletons, particles,
  };
}

const reversed = (text) => Array.from(text).reverse().join("");

function common(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}
