/* On a source's page: shows the whole of the quote that the address names, and, for words that
 * are chosen, the claims that rest on them.  A quote may be cut into several stretches where
 * others overlap it. */
(() => {
  const text = document.querySelector(".original");
  if (!text) return;
  const panel = document.getElementById("resting");
  const list = panel.querySelector("ol");
  let chosen = null;

  const show = (...numbers) => {
    text.querySelectorAll(".is-target").forEach((e) => e.classList.remove("is-target"));
    for (const number of numbers) {
      text
        .querySelectorAll(`.evidence[data-numbers~="${CSS.escape(number)}"]`)
        .forEach((e) => e.classList.add("is-target"));
    }
  };

  const showNamed = () => {
    const anchor = document.getElementById(location.hash.slice(1));
    show(...(anchor?.dataset.number ? [anchor.dataset.number] : []));
  };

  const open = (stretch) => {
    chosen = stretch;
    const numbers = stretch.dataset.numbers.split(" ");
    const passage = stretch.closest("p").id.replace("p", "evidence_");
    const claims = numbers.map((number) =>
      document
        .querySelector(`#${passage} + .evidence-list > li[data-number="${CSS.escape(number)}"]`)
        .cloneNode(true),
    );
    for (const claim of claims) {
      const one = () => show(claim.dataset.number);
      claim.addEventListener("pointerenter", one);
      claim.addEventListener("focusin", one);
    }
    list.replaceChildren(...claims);
    panel.hidden = false;
    show(...numbers);
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    showNamed();
    chosen?.focus({ preventScroll: true });
  };

  text.addEventListener("click", (event) => {
    const stretch = event.target.closest("a.evidence");
    if (!stretch || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(stretch);
    stretch.scrollIntoView({ block: "nearest" }); // not below the panel
    list.querySelector("a").focus({ preventScroll: true });
  });
  text.addEventListener("step", (event) => open(event.target));
  panel.querySelector("button").addEventListener("click", close);
  addEventListener("keydown", (event) => event.key === "Escape" && close());

  const tools = document.querySelector("[data-reading]");
  tools.querySelector("input").addEventListener("change", ({ target }) => {
    text.classList.toggle("original--plain", !target.checked);
    if (!target.checked) close();
  });
  tools.addEventListener("click", ({ target }) => {
    if (target.dataset.way) steps.step(Number(target.dataset.way));
  });

  addEventListener("hashchange", showNamed);
  showNamed();
})();
