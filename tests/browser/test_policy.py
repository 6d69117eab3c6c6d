"""The policy of every page: nothing that readers do is blocked, and whatever is smuggled in is.

The visitor fails its test when the policy blocks anything, or when anything is asked for elsewhere;
so every test of this folder also says that the policy does not stand in the way.
"""

import re
import shutil
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from dossier.site.policy import POLICY
from tests.browser.conftest import BLOCKED, DESK, PHONE, until
from tests.browser.test_accessibility import STATES, menu
from tests.browser.test_search import LINKS, choose, open_filters, search
from tests.browser.typed import KINDS, Texts
from tests.site import builds
from tests.site.conftest import root
from tests.site.serving import served
from tests.site.test_serve import port, serve

__all__ = ["port", "root", "serve"]

pytestmark = pytest.mark.browser

IN_FORCE = "document.head.querySelector('[http-equiv=Content-Security-Policy]').content"
SCHEME = "document.body.dataset.mdColorScheme"
THEME = "**/assets/javascripts/bundle.*.js"


def use(page, width):
    """What can be done with any page."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    if width == PHONE:
        menu(page)
        page.keyboard.press("Escape")
    else:
        page.pdf()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_kind_of_page_asks_for_what_the_policy_blocks(visitor, kinds, width):
    for kind, path in kinds.items():
        page = visitor.open(path, width, status=404 if kind == "not found" else 200)
        assert page.evaluate(IN_FORCE) == POLICY, kind
        use(page, width)


@pytest.mark.parametrize("kind", STATES)
def test_nothing_that_opens_is_blocked(visitor, kinds, kind):
    for state in STATES[kind]:
        state(visitor.open(kinds[kind]))


def test_a_search_is_not_blocked(visitor, site):
    rare = KINDS["as it stands"](Texts(site))
    page = visitor.open("")
    search(page, rare.query)
    open_filters(page)
    assert choose(page, "kind", "passage")
    page.locator(LINKS).first.click()
    page.locator("mark[data-found]").first.wait_for()
    page.locator(".md-search__input").click()
    page.keyboard.press("Enter")  # its form is not sent
    assert "query" not in page.url


def test_copying_and_reading_and_comparing_are_not_blocked(visitor, kinds):
    page = visitor.open(kinds["one of visits"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-kit]").first.click()
    page.locator("dialog[open] [data-copy=link]").click()
    until(page, "document.querySelector('dialog [role=status]').textContent")

    page = visitor.open(kinds["one of sources"])
    page.locator(".reading__switch").click()
    page.locator("article.original--plain").wait_for()
    page.locator("[data-way='1']").click()

    page = visitor.open(kinds["compare"])
    page.locator("#filters summary").click()
    page.locator("#filters select").first.select_option(index=1)
    page.locator("#filters select").first.press("Enter")

    page = visitor.open(kinds["side by side"])
    page.locator("input[name=column]").last.check()
    page.locator("input[name=column]").last.press("Enter")
    assert "?column=" in page.url


# What stood in the page and is start.js now


def test_the_chosen_palette_is_there_before_the_theme(visitor, kinds):
    page = visitor.open("")
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate(SCHEME) == "slate"
    page.route(THEME, lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(page.url + kinds["one of visits"])
    assert page.evaluate(SCHEME) == "slate"


def test_who_lets_no_site_keep_anything_has_a_site_that_works(visitor, site):
    page = visitor.open("")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page.reload()
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate(SCHEME) == "slate"
    assert search(page, KINDS["as it stands"](Texts(site)).query)


# That it blocks

SMUGGLED = """
<base href="{0}">
<img src="x" onerror="ran.push('handler')">
<script>ran.push("script")</script>
<svg onload="ran.push('handler of a picture')"></svg>
<iframe srcdoc="<script>parent.ran.push('frame')</script>"></iframe>
<a id="smuggled" href="javascript:void ran.push('link')">x</a>
<form id="sent" action="{0}form"><input name="x"></form>
<p id="dressed" style="color: rgb(1, 2, 3)">x</p>
<style>#dressed {{ background-color: rgb(1, 2, 3) }}</style>
<link rel="stylesheet" href="{0}style"><script src="{0}script"></script>
<img src="{0}image"><object data="{0}object"></object><embed src="{0}embed">
<video src="{0}video"></video><iframe src="{0}frame"></iframe>
"""
WATCH = """
window.ran = [];
window.blocked = [];
addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
"""
TRY = """async (elsewhere) => {
  document.getElementById("smuggled").click();
  await fetch(elsewhere + "fetch", { mode: "no-cors" }).catch(() => {});
  await new Promise((done) => setTimeout(done, 300));
  const { color, backgroundColor } = getComputedStyle(document.getElementById("dressed"));
  const dressed = [color, backgroundColor].filter((value) => value === "rgb(1, 2, 3)").length;
  return { ran: ran.sort(), blocked, dressed, moved: document.baseURI !== location.href };
}"""


@contextmanager
def elsewhere():
    """Another origin: its address, and what it is asked for."""
    asked = []

    class Here(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Here) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def smuggle(browser, site, kinds, tmp_path):
    """What becomes of a page into which all that was smuggled, under a policy."""

    def smuggle(policy):
        path = kinds["one of visits"]
        html = site.files[f"{path}index.html"].decode()
        assert html.count("<h1") == html.count(POLICY) == 1
        folder = shutil.copytree(site.folder, tmp_path / "site")
        with elsewhere() as (address, asked), served(folder) as url:
            html = html.replace("<h1", f"{SMUGGLED.format(address)}<h1").replace(POLICY, policy)
            (folder / path / "index.html").write_text(html, encoding="utf-8")
            page = browser.new_page()
            page.add_init_script(WATCH)
            page.goto(url + path)
            found = page.evaluate(TRY, address)
            page.evaluate("document.getElementById('sent').submit()")
            page.wait_for_timeout(300)
            page.close()
        return {**found, "asked": {urlsplit(path).path.strip("/") for path in asked}}

    return smuggle


def test_whatever_is_smuggled_into_a_page_is_blocked(smuggle):
    found = smuggle(POLICY)
    assert found["ran"] == []
    assert found["asked"] == set()
    assert found["dressed"] == 0
    assert not found["moved"]
    assert set(found["blocked"]) >= {
        *("base-uri", "connect-src", "frame-src", "img-src", "media-src", "object-src"),
        *("script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"),
    }


def test_without_the_policy_it_would_run(smuggle):
    """So the test above can fail."""
    found = smuggle("")
    assert set(found["ran"]) >= {"handler", "handler of a picture", "script", "frame", "link"}
    assert found["asked"] >= {"style", "script", "image", "video", "frame", "fetch", "form"}
    assert found["dressed"] == 2
    assert found["moved"]
    assert found["blocked"] == []


# While one edits


def test_a_page_reloads_under_the_policy(browser, root, port, serve):
    start, shown, _ = serve
    start()
    builds.wait_for(shown, "the page")
    page, troubles = browser.new_page(), []
    page.add_init_script(BLOCKED)
    page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
    page.goto(f"http://127.0.0.1:{port}/")
    scripts, *others = page.evaluate(IN_FORCE).split("; ")[1:]
    assert re.fullmatch(r"script-src 'self' 'sha256-[\w+/]+='", scripts)
    assert others == POLICY.split("; ")[2:]
    with page.expect_navigation(timeout=60_000):
        builds.edit(root / "seeds" / "dossier.yml", "title: '", "title: 'غير ذلك: ")
    assert "غير ذلك" in page.title()
    page.close()
    assert troubles == []
