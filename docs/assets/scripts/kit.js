/* Passing a claim on: fills the kit for the claim that was chosen, and copies its parts. */
(() => {
  const kit = document.getElementById("kit");
  if (!kit) return;
  const status = kit.querySelector("[role=status]");
  const part = (name) => kit.querySelector(`[data-kit-part="${name}"]`);
  const article = (source) =>
    kit.querySelector(`template[data-article="${CSS.escape(source)}"]`).content;

  const fill = (claim) => {
    const link = claim.querySelector(".claim__number").href;
    const quotes = [...claim.querySelectorAll(".quote .exact")].map((q) => `«${q.textContent}»`);
    const cited = article(claim.dataset.source).textContent.trim();
    part("attribution").textContent = claim.dataset.attribution;
    part("quote").textContent = `${quotes.join(" … ")} — ${cited}`;
    part("article").textContent = cited;
    part("dossier").textContent =
      `${kit.querySelector("[data-dossier]").content.textContent.trim()}. ${link}`;
    part("link").textContent = link;
    status.textContent = "";
  };

  const copy = async (button) => {
    const name = button.dataset.copy;
    const what = document.getElementById(`kit_${name}`).textContent;
    try {
      await navigator.clipboard.writeText(part(name).textContent);
      status.textContent = status.dataset.copied.replace("{what}", what);
    } catch {
      getSelection().selectAllChildren(part(name));
      status.textContent = status.dataset.failed;
    }
  };

  for (const button of document.querySelectorAll("[data-kit]")) {
    button.addEventListener("click", () => {
      fill(button.closest(".claim"));
      kit.showModal();
    });
  }
  kit.addEventListener("click", (event) => {
    if (event.target.dataset.copy) copy(event.target);
    if (event.target === kit) kit.close(); // the ground around it
  });
})();
