"use strict";
/*
Puts our search behind the theme's own box, and filters, notes and shortcuts beside it.
Runs before the theme's script: the theme makes one worker of its own for the search, and gets
ours, which downloads nothing before something is typed.
*/
(() => {
  const box = document.querySelector(".md-search");
  const query = box?.querySelector(".md-search__input");
  const template = document.getElementById("search_panel");
  if (!box || !template) return;
  const folder = new URL(".", document.currentScript.src);
  const config = document.getElementById("__config");
  const theme = JSON.parse(config.textContent);
  const result = box.querySelector(".md-search-result");
  const meta = box.querySelector(".md-search-result__meta");
  const toggle = document.getElementById("__search");

  /* ---- the worker that the theme talks to ---- */

  // The theme downloads its index for a form of this name; ours it must not even look for.
  query.form.removeAttribute("name");

  const ours = new EventTarget();
  const say = (message) => ours.dispatchEvent(new MessageEvent("message", { data: message }));
  ours.postMessage = ({ type, data }) => type === 2 && look(data);
  const NativeWorker = window.Worker;
  window.Worker = function (url, options) {
    if (String(url) !== theme.search) return new NativeWorker(url, options);
    window.Worker = NativeWorker;
    setTimeout(() => say({ type: 1 }));
    return ours;
  };

  let worker = null;

  function started() {
    if (!worker) {
      worker = new NativeWorker(new URL("worker.js", folder));
      worker.onmessage = ({ data }) => data.type === 3 && show(data);
      worker.onerror = () => {
        worker = null; // made again with the next key
        show({ data: { items: [], failed: true } });
      };
    }
    return worker;
  }

  let typed = "";

  function look(text) {
    typed = text;
    if (!text.trim() && !worker) return;
    if (text.trim()) meta.textContent = words.looking;
    started().postMessage({ type: 2, data: text, filters: chosen() });
  }

  /* ---- what stands beside the results ---- */

  const panel = template.content.firstElementChild.cloneNode(true);
  const part = (name) => panel.querySelector(`[data-search="${name}"]`);
  const words = JSON.parse(part("words").textContent);
  const form = part("filters");
  result.before(panel);
  Object.assign(theme.translations, words.theme);
  config.textContent = JSON.stringify(theme);
  meta.setAttribute("role", "status");

  const plural = new Intl.PluralRules("ar");
  const counted = (forms, number) => forms[plural.select(number)].replace("{n}", number);

  function show({ data, query: asked }) {
    if (asked !== undefined && asked !== typed) return;
    say({ type: 3, data: { items: data.items } });
    if (typed.trim()) meta.textContent = said(data);
    note("failed", data.failed);
    note("unfiltered", data.unfiltered);
    note("corrected", data.corrected, "bdi");
    note("suggestion", data.suggestion, "button");
  }

  function said({ total = 0, pages = 0, items, failed }) {
    if (failed) return "";
    if (!total) return counted(words.count, 0);
    const found = `${counted(words.count, total)} ${counted(words.pages, pages)}`;
    return items.length < pages ? `${found}، ${words.shown}` : found;
  }

  function note(name, text, inside) {
    part(name).hidden = !text;
    if (inside) part(name).querySelector(inside).textContent = text || "";
  }

  part("suggestion").querySelector("button").addEventListener("click", ({ target }) => {
    query.value = target.textContent;
    query.focus();
    looked();
  });

  /* ---- filters ---- */

  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

  function option(value, text) {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = text;
    return made;
  }

  function fill(facets) {
    for (const { name, label, values } of facets) {
      const select = document.createElement("select");
      select.name = name;
      select.append(option("", form.dataset.any), ...values.map(([v, text]) => option(v, text)));
      const named = document.createElement("label");
      named.append(label, select);
      form.lastElementChild.before(named);
    }
  }

  async function facets() {
    const root = new URL("../../../search/", folder);
    const { folder: build } = await (await fetch(new URL("index.json", root))).json();
    return (await fetch(new URL(`${build}/facets.json`, root))).json();
  }

  let filling = null;
  panel.querySelector("details").addEventListener("toggle", ({ target }) => {
    if (!target.open || filling) return;
    filling = facets().then(fill);
    filling.catch(() => {
      filling = null; // tried again when it is opened again
      note("failed", true);
    });
  });

  function refilter() {
    part("active").hidden = !Object.keys(chosen()).length;
    look(typed);
  }
  form.addEventListener("change", refilter);
  form.addEventListener("reset", () => setTimeout(refilter));
  form.addEventListener("submit", (event) => event.preventDefault());

  /* ---- keys ---- */

  // The theme looks at the query when a key is let go: not when it is pasted, spoken or cleared.
  const looked = () => query.dispatchEvent(new KeyboardEvent("keyup"));
  query.addEventListener("input", looked);
  query.form.addEventListener("reset", () => setTimeout(looked));

  // The theme takes every key while its box is open: for the results, or back to the input.
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") event.stopPropagation();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget) && toggle.checked) toggle.click();
  });

  // The theme's shortcuts are single letters, which dictated words press, too (WCAG 2.2, 2.1.4).
  // Ours is Alt with the key of "/", by its place: an Arabic keyboard has another letter there.
  query.setAttribute("aria-keyshortcuts", "Alt+/");
  window.addEventListener("keydown", (event) => {
    const { altKey, code, ctrlKey, key, metaKey } = event;
    if (ctrlKey || metaKey || toggle.checked) return;
    if (!altKey && key.length === 1) event.stopImmediatePropagation();
    if (!altKey || code !== "Slash") return;
    query.focus();
    query.select();
    event.preventDefault();
  });

  /* ---- the words that led here ---- */

  const led = new URLSearchParams(location.search).get("h");
  if (led) {
    for (const name of ["analyser.js", "highlight.js"]) {
      const script = document.createElement("script");
      script.src = new URL(name, folder);
      script.async = false;
      document.head.append(script);
    }
  }
})();
