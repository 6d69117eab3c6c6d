/* The theme's menu on small screens by keys: its sign, a label, becomes a button; opened, the menu
 * has the focus; left, it closes. */
(() => {
  const toggle = document.getElementById("__drawer");
  const sign = document.querySelector('.md-header [for="__drawer"]');
  const menu = document.querySelector(".md-sidebar--primary");
  if (!menu) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = `${sign.className} md-header__menu`;
  button.setAttribute("aria-label", menu.querySelector("nav").getAttribute("aria-label"));
  button.append(...sign.childNodes);
  sign.replaceWith(button);

  const apply = () => {
    button.setAttribute("aria-expanded", toggle.checked);
    menu.inert = !toggle.checked; // it is still seen while it slides away
  };

  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => {
    apply();
    if (toggle.checked) menu.querySelector(".md-nav__list a").focus({ preventScroll: true });
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    const left = relatedTarget && relatedTarget !== button && !menu.contains(relatedTarget);
    if (left && toggle.checked) toggle.click();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
  apply();
})();
