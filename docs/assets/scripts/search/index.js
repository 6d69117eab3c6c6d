"use strict";
/*
The index, part by part: what its files hold is said in dossier/search/parts.py.
`load(path)` gives the text of a file of the index's folder.
*/
const MOST_PARTS = 4; // of the keys that begin with some letters, so that no key fetches much

async function openIndex(load) {
  const manifest = JSON.parse(await load("index.json"));
  const analyser = makeAnalyser(manifest.analysis);
  const { count, pages, texts } = placed(manifest.pages);
  const frequent = new Set(manifest.frequent);
  const kept = new Map();

  /** What `make` makes, once; again only if it failed. */
  function once(name, make) {
    if (!kept.has(name)) {
      const making = make();
      kept.set(name, making);
      making.catch(() => kept.delete(name));
    }
    return kept.get(name);
  }

  const part = (name, parse) =>
    once(name, () => load(`${manifest.folder}/${name}`).then(parse));

  const keyed = (family, number) =>
    part(`${family}-${number}.txt`, (text) => keyedLines(text, manifest.own[number]));

  const block = (number) => part(`entries-${number}.json`, (text) => unfolded(JSON.parse(text)));

  /** Where a key leads: what is known of it as a word, and forms with their grades. */
  async function lookUp(key) {
    const lines = await keyed("lexicon", place(manifest.lexicon, key));
    const at = firstFrom(lines.keys, key);
    return lines.keys[at] === key ? lines.led(at) : { marks: "", forms: [] };
  }

  /** The lines whose keys begin with some letters, as [key, where it leads]; of few parts only. */
  async function beginning(family, letters) {
    const found = [];
    for (const lines of await partsFrom(family, letters)) {
      const { keys } = lines;
      for (let at = firstFrom(keys, letters); keys[at]?.startsWith(letters); at += 1) {
        found.push([keys[at], lines.led(at)]);
      }
    }
    return found;
  }

  async function partsFrom(family, letters) {
    if (manifest.small && family !== "lexicon") return [(await workedOut())[family]];
    const first = place(manifest[family], letters);
    const last = Math.min(place(manifest[family], `${letters}\uffff`), first + MOST_PARTS - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, more) => first + more);
    return Promise.all(numbers.map((number) => keyed(family, number)));
  }

  /** The bases that have a skeleton; with `open`, also those whose skeleton begins so. */
  async function sounding(skeleton, open) {
    const lines = await beginning("sounds", skeleton);
    return lines.filter(([key]) => open || key === skeleton).map(([, { marks: base }]) => base);
  }

  /** Keys that begin with some letters, and bases that end with some. */
  async function near(front, back) {
    const fronts = await beginning("lexicon", front);
    const backs = await beginning("mirror", reversed(back));
    return [...new Set([...fronts.map(([key]) => key), ...backs.map(([key]) => reversed(key))])];
  }

  /**
   * Where a form stands: its entries in order, each with positions.  Of a very frequent word the
   * positions come only if they are asked for; else the word itself, to be found in the texts.
   */
  async function postings(form, withPlaces = false) {
    if (form < (manifest.postings[0] ?? Infinity)) {
      return { entries: (await workedOut()).postings.get(form) };
    }
    let [word, line] = [undefined, ""];
    if (!frequent.has(form)) {
      const number = place(manifest.postings, form);
      const lines = await part(`postings-${number}.txt`, (text) => text.split("\n"));
      line = lines[form - manifest.postings[number]];
    } else if (withPlaces) line = await part(`places-${form}.txt`, String);
    else [word, line] = (await part(`often-${form}.txt`, String)).split("\t");
    let entry = 0;
    const entries = line.split(" ").map((piece) => {
      const [more, places] = piece.split(":");
      entry += Number(more);
      let at = 0;
      return [entry, places ? places.split(",").map((step) => (at += Number(step))) : []];
    });
    return { word, entries };
  }

  /** What a small index leaves to the browser: where words stand, and the other two orders. */
  function workedOut() {
    return once("worked out", async () => {
      const parts = await Promise.all(manifest.lexicon.map((_, number) => keyed("lexicon", number)));
      const blocks = await Promise.all(manifest.blocks.map((_, number) => block(number)));
      const numbers = new Map();
      const bases = [];
      for (const lines of parts) {
        lines.keys.forEach((key, at) => {
          const { forms } = lines.led(at);
          const own = forms.find(([, grade]) => grade === "n");
          if (own) numbers.set(key, own[0]);
          if (!/^\p{Nd}|[ :]/u.test(key) && forms.some(isStanding)) bases.push(key);
        });
      }
      const sounds = bases.map((base) => `${analyser.skeleton(base)}\t${base}`).sort();
      const mirror = bases.map(reversed).sort();
      return {
        postings: counted(blocks.flat(), numbers),
        sounds: keyedLines(sounds.join("\n")),
        mirror: keyedLines(mirror.join("\n")),
      };
    });
  }

  function counted(entries, numbers) {
    const found = new Map();
    entries.forEach((entry, number) => {
      formsOf(entry).forEach((form, at) => {
        const own = numbers.get(form);
        const hits = found.get(own) ?? [];
        if (hits.at(-1)?.[0] !== number) hits.push([number, []]);
        hits.at(-1)[1].push(at);
        found.set(own, hits);
      });
    });
    return found;
  }

  /** The forms by which an entry is found, at their positions. */
  function formsOf(entry) {
    if (!entry.forms) {
      entry.tokens = analyser.tokens(entry.text);
      entry.forms = entry.tokens.map((token) => token.form);
      const after = entry.forms.length + manifest.gap;
      if (manifest.titled.includes(entry.kind)) {
        analyser.tokens(entry.label).forEach(({ form }, at) => (entry.forms[after + at] = form));
      }
    }
    return entry.forms;
  }

  /** What is shown of an entry, and of its page. */
  async function entry(number) {
    const at = place(manifest.blocks, number);
    return (await block(at))[number - manifest.blocks[at]];
  }

  /** Whether a word that leads nowhere is a word of the language. */
  async function isKnown(word) {
    const field = await part("known.txt", (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
    return bloomPlaces(word, field.length * 8).every((at) => field[at >> 3] & (1 << at % 8));
  }

  return {
    analyser, beginning, entry, isKnown, formsOf, lookUp, near, once, postings, sounding,
    count,
    small: manifest.small,
    kinds: manifest.kinds,
    tables: manifest.analysis,
    pageOf: (number) => pages[number],
    textOf: (number) => texts[number],
  };
}

/** Whether a key is a word that stands in a text so; or that, or a name. */
const isWord = ([, grade]) => grade === "n" || grade === "b";
const isStanding = (led) => isWord(led) || led[1] === "a";

/** The entries of a block, each with its page. */
const unfolded = ([labels, pages]) =>
  pages.flatMap(([page, title, pageKind, entries]) =>
    entries.map(([kind, anchor, label, text]) => ({
      page, title, pageKind, kind, anchor, label: labels[label], text,
    })),
  );

/** The lines of a part: its keys, and what stands behind each, read when it is wanted. */
function keyedLines(text, ownBefore = 0) {
  const lines = text.split("\n").map((line) => line.split("\t"));
  const own = [];
  let count = ownBefore;
  for (const [, , forms = ""] of lines) {
    own.push(count);
    if (forms.includes("n")) count += 1;
  }
  function led(at) {
    const [, marks = "", forms = ""] = lines[at];
    let number = own[at];
    return {
      marks,
      forms: forms.split(" ").filter(Boolean).map((piece) => {
        number += Number(piece.slice(0, -1));
        return [number, piece.at(-1)];
      }),
    };
  }
  return { keys: lines.map(([key]) => key), led };
}

/** The places of a word in a Bloom filter, as dossier/search/bloom.py sets them. */
function bloomPlaces(word, size) {
  const hash = (start) => {
    let value = start;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      value = Math.imul(value ^ (unit & 255), 0x01000193);
      value = Math.imul(value ^ (unit >> 8), 0x01000193);
    }
    return value >>> 0;
  };
  const [one, other] = [hash(0x811c9dc5), (hash(0x01000193) | 1) >>> 0];
  return Array.from({ length: 8 }, (_, step) => ((one + step * other) % 2 ** 32) % size);
}

/** The first place in a sorted list whose value is not below. */
function firstFrom(sorted, value) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part that holds a value, by the parts' first values. */
function place(firsts, value) {
  const at = firstFrom(firsts, value);
  return firsts[at] === value ? at : Math.max(0, at - 1);
}

/** The page and the text that each entry belongs to; runs as `_pages` of parts.py gives them. */
function placed(runs) {
  const count = runs.reduce((sum, run) => sum + Math.abs(run), 0);
  const [pages, texts] = [new Int32Array(count), new Int32Array(count)];
  let [entry, text] = [0, 0];
  runs.forEach((run, page) => {
    for (let more = 0; more < Math.abs(run); more += 1) {
      pages[entry] = page;
      texts[entry] = text;
      entry += 1;
      if (run < 0) text += 1;
    }
    if (run > 0) text += 1;
  });
  return { count, pages, texts };
}
