/* Sources side by side: chooses which columns are shown, and keeps the choice in the address. */
(() => {
  const form = document.querySelector("[data-sides]");
  if (!form) return;
  const sides = document.querySelectorAll(".side[data-column]");

  const apply = () => {
    const { column, first, second } = Object.fromEntries(new FormData(form));
    const pair = first ? [first, second] : null;
    for (const side of sides) {
      const own = side.dataset.column;
      side.hidden = column ? own !== column : pair !== null && !pair.includes(own);
    }
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  form.addEventListener("change", () => {
    apply();
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  });
  apply();
})();
