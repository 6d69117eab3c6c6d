"""Whatever a source's words hold, nothing beside them on the page is turned around."""

import pytest

from tests.helpers import RETURN, STORM, edited, mini_files, with_text, write
from tests.site import builds
from tests.site.serving import served

pytestmark = pytest.mark.browser

WORDS = "وأضاف الغواص"
TURNING = {
    "isolate unclosed": "وأضاف \u2066الغواص",
    "closers and an override": "وأضاف \u2069\u2069\u202eالغواص",
}
# Where the words stand in a line of ours, each with a text of ours behind them.
LINES = """() => [...document.querySelectorAll(".exact--held")].map((held) => {
  const line = held.closest("li, dd, p, blockquote, td, th");
  const range = document.createRange();
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!(held.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    if (held.contains(node)) continue;
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (node.data[at].trim() && box.width) boxes.push([node.data[at], box.left, box.top]);
    }
  }
  return boxes;
})"""


def files(words):
    """The invented dossier with other words where a referent rests on them, a number behind."""
    path = "seeds/visits/2019-05.yml"
    mini = edited(mini_files(), path, "نقلت عنه الوكالة'", "نقلت عنه الوكالة 1234 (x)'")
    text = mini[f"seeds/sources/{STORM}.txt"].decode()
    visit = edited(mini, path, f"words: '{WORDS}'", f"words: '{words}'")
    return with_text(visit, STORM, text.replace(WORDS, words).encode())


def order(boxes):
    """The letters of each line from right to left, as they are seen."""
    return [
        "".join(
            letter for letter, left, top in sorted(line, key=lambda b: (round(b[2] / 8), -b[1]))
        )
        for line in boxes
    ]


@pytest.mark.parametrize("words", TURNING.values(), ids=list(TURNING))
def test_nothing_behind_a_source_s_words_is_turned(tmp_path, browser, words):
    root = write(tmp_path, files(words))
    with served(root / "site") as url:
        done = builds.build(root, root / "site", SITE_URL=url)
        assert done.returncode == 0, done.stdout
        page = browser.new_page(locale="ar")
        page.goto(f"{url}visits/2019-05/")
        held = order(page.evaluate(LINES))
        assert any("1234" in line or "4321" in line for line in held), "no number behind the words"
        page.evaluate(
            "document.querySelectorAll('.exact--held').forEach((e) => (e.textContent = 'كلام'))"
        )
        assert held == order(page.evaluate(LINES))
        page.close()


def test_a_passage_without_letters_begins_where_arabic_begins(tmp_path, browser):
    text = mini_files()[f"seeds/sources/{RETURN}.txt"] + b"23/11/2020\nDeep Blue (1)\n"
    root = write(tmp_path, with_text(mini_files(), RETURN, text))
    assert builds.build(root, root / "site").returncode == 0
    with served(root / "site") as url:
        page = browser.new_page()
        page.goto(f"{url}sources/{RETURN}/")
        ends = page.evaluate(
            """() => [...document.querySelectorAll(".original p")].slice(-2).map((passage) => {
              const range = document.createRange();
              range.selectNodeContents(passage);
              const [words, whole] = [range, passage].map((of) => of.getBoundingClientRect());
              return [words.left - whole.left, whole.right - words.right];
            })"""
        )
        (left, right), (latin_left, latin_right) = ends
        assert right < 1 < left
        assert latin_left < 1 < latin_right
        page.close()
