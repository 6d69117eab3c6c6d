/* The numbers of claims tell what they lead to, where that stands on the same page. */
for (const ref of document.querySelectorAll('.ref[href*="#"]')) {
  const claim = document.getElementById(ref.hash.slice(1));
  const statement = claim?.querySelector(".claim__statement");
  if (statement) ref.title = statement.textContent.replace(/^\d+ /, "");
}
