"use strict";
/*
What the theme's script asks for, a store of this site's own; and what must be set before any of
the page is shown, or all of it would be laid out twice: that scripts run, and the palette that a
reader chose.
*/
(() => {
  document.documentElement.classList.replace("no-js", "js");

  const site = new URL("../../..", document.currentScript.src).pathname;

  // Who lets no site keep anything has a store that is always empty.
  window.__md_get = (name, store) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(`${site}.${name}`));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, store) => {
    try {
      (store ?? localStorage).setItem(`${site}.${name}`, JSON.stringify(value));
    } catch {}
  };

  const scheme = __md_get("__palette")?.color?.scheme;
  if (!scheme) return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = scheme;
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
