/* On the comparison page: filters its questions, keeps the choice in the address, and shows the
 * question that the address names.  Without scripts every question is shown. */
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const items = document.querySelectorAll("[data-verdict]");
  const shown = form.querySelector("[data-shown]");
  const none = form.querySelector("[data-none]");

  const matches = (item) =>
    [...new FormData(form)].every(
      ([name, value]) => !value || (item.dataset[name] || "").split(" ").includes(value),
    );

  const apply = () => {
    let count = 0;
    for (const item of items) {
      item.hidden = !matches(item);
      if (!item.hidden && item.matches("section")) count += 1;
    }
    for (const group of document.querySelectorAll(".question-group, .matrix tbody")) {
      group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
    }
    shown.textContent = count;
    none.hidden = count > 0;
  };

  const remember = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  };

  let remembered = false;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const select = form.elements.namedItem(name);
    if (select && [...select.options].some((option) => option.value === value)) {
      select.value = value;
      remembered = true;
    }
  }
  form.addEventListener("change", () => (apply(), remember()));
  form.addEventListener("reset", () => setTimeout(() => (apply(), remember())));
  form.addEventListener("submit", (event) => event.preventDefault());

  // A question that the address names is shown, whatever was chosen.
  const showNamed = () => {
    const named = document.getElementById(location.hash.slice(1));
    if (!named?.hidden) return;
    for (const select of form.querySelectorAll("select")) select.value = "";
    apply();
    remember();
    named.scrollIntoView();
  };
  if (remembered) form.querySelector("details").open = true;
  apply();
  addEventListener("hashchange", showNamed);
  showNamed();
})();
