/* Passing a claim on: fills the kit for the claim that was chosen, and copies its parts. */
(() => {
  const kit = document.getElementById("claim_kit");
  if (!kit) return;
  const status = kit.querySelector("[role=status]");
  // Where the page is published, if that is known; what was searched for is no part of it.
  const published = document.querySelector("link[rel=canonical]");
  const home = published ? published.href : location.href.replace(/[?#].*/, "");
  const part = (name) => kit.querySelector(`[data-kit-part="${name}"]`);
  const article = (source) =>
    kit.querySelector(`template[data-article="${CSS.escape(source)}"]`).content;

  const statement = (claim) => {
    const heading = claim.querySelector(".claim__statement").cloneNode(true);
    heading.querySelector(".claim__number").remove();
    return heading.textContent.trim();
  };

  const address = (link) =>
    Object.assign(document.createElement("bdi"), { dir: "ltr", textContent: link });

  const fill = (claim) => {
    const link = new URL(`#${claim.id}`, home).href;
    const quotes = [...claim.querySelectorAll(".quote .exact")].flatMap((quote, index) => [
      index ? " … «" : "«",
      quote.cloneNode(true),
      "»",
    ]);
    const cited = article(claim.querySelector(".source").getAttribute("href"));
    const whole = kit.querySelector("[data-dossier]").content;
    const { before, after } = claim.dataset;
    part("attribution").textContent = `${before}${statement(claim)}${after}`;
    part("quote").replaceChildren(...quotes, " — ", cited.cloneNode(true));
    part("quote").parentElement.hidden = !quotes.length; // rights may withhold the words
    part("article").replaceChildren(cited.cloneNode(true));
    part("dossier").replaceChildren(whole.cloneNode(true), " ", address(link));
    part("link").replaceChildren(address(link));
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
