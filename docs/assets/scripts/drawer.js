/* The theme's menu on small screens: opened, it has the focus; left, it closes. */
(() => {
  const toggle = document.getElementById("__drawer");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!menu) return;

  const apply = () => {
    toggle.setAttribute("aria-expanded", toggle.checked);
    menu.inert = !toggle.checked; // it is still seen while it slides away
  };

  const close = () => {
    if (toggle.checked) toggle.click();
  };

  toggle.addEventListener("change", () => {
    apply();
    if (toggle.checked) menu.querySelector(".md-nav__list a").focus({ preventScroll: true });
  });
  toggle.addEventListener("keydown", (event) => event.key === "Enter" && toggle.click());
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && relatedTarget !== toggle && !menu.contains(relatedTarget)) close();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    toggle.focus();
  });
  apply();
})();
