// The same questions as in answers.py, asked of the browser's side.
(analyser, { words, names, slips }, size) => {
  const codePoints = (text) => Array.from(text).length;

  const word = (text) => ({ start, end, form }) => ({
    at: [codePoints(text.slice(0, start)), codePoints(text.slice(0, end))],
    form,
    bases: analyser.bases(form),
    looseBases: analyser.looseBases(form),
    stems: analyser.stems(form),
    verbs: analyser.verbs(form),
    relations: analyser.relations(form),
    skeleton: analyser.skeleton(form),
    bloom: bloomPlaces(form, size),
  });

  const standsFor = (form, base) => {
    const [whole, begun] = [analyser.pattern(form), analyser.pattern(form, true)];
    return whole && [whole.test(base), begun.test(base)];
  };

  const name = (written, bases) => {
    const forms = analyser.tokens(written).map((token) => token.form);
    return {
      key: analyser.nameOf(forms).join(" "),
      skeletons: forms.map(analyser.skeletons),
      "stands for": bases.map((base) => [base, ...forms.map((form) => standsFor(form, base))]),
    };
  };

  return {
    words: words.map((text) => [text, analyser.tokens(text).map(word(text))]),
    names: Object.entries(names).map(([written, bases]) => [written, name(written, bases)]),
    slips: slips.map(([a, b]) => [a, b, analyser.slip(a, b), analyser.slip(b, a)]),
  };
}
