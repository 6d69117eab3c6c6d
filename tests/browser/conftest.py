"""A real browser, and pages that fail their test when anything goes wrong behind the scenes."""

import pytest

from tests.site.builds import wait_for
from tests.site.fixtures import site

__all__ = ["site"]

PHONE, TABLET, DESK = 390, 820, 1440
HEIGHTS = {PHONE: 844}

# The browser tells of it on the console, too, but not of everything.
BLOCKED = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`the policy's ${event.effectiveDirective} blocked ${event.blockedURI}`))"""


def until(page, expression, argument=None):
    """Wait for something to be true on a page.

    Playwright's own wait evaluates a text within the page, which the policy lets nobody do.
    """
    wait_for(lambda: page.evaluate(expression, argument), expression, seconds=10)


def lay_out(page):
    """Have all of a page laid out at once, as for one who comes for a place of it."""
    page.evaluate("dispatchEvent(new Event('hashchange'))")


class Visitor:
    """Opens pages of the site, and notes whatever a reader would never be told."""

    def __init__(self, browser, site):
        self.browser, self.site = browser, site
        self.contexts, self.troubles = {}, []

    def open(self, path, width=DESK, scheme="light", status=200, scripts=True):
        """A page at a path below the site's address; the page before it is closed."""
        context = self._context(width, scheme, scripts)
        page = context.new_page()
        for earlier in context.pages[:-1]:
            earlier.close()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self._console(message, page, status))
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        answer = page.goto(self.site.url + path)
        assert answer.status == status
        return page

    def close(self):
        for context in self.contexts.values():
            context.close()

    def _context(self, *wanted):
        """One for all pages of a test that look alike: they share the browser's cache."""
        width, scheme, scripts = wanted
        if wanted not in self.contexts:
            self.contexts[wanted] = self.browser.new_context(
                viewport={"width": width, "height": HEIGHTS.get(width, 900)},
                color_scheme=scheme,
                java_script_enabled=scripts,
                locale="ar",
            )
            self.contexts[wanted].add_init_script(BLOCKED)
        return self.contexts[wanted]

    def _request(self, request):
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self.troubles.append(f"asked for {request.url}")

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # left the page while it was loading
            self.troubles.append(f"{request.failure}: {request.url}")

    def _console(self, message, page, status):
        missing = status == 404 and message.location["url"] == page.url
        if message.type in ("error", "warning") and not missing:
            self.troubles.append(f"console: {message.text} ({message.location['url']})")


@pytest.fixture
def visitor(browser, site):
    visitor = Visitor(browser, site)
    yield visitor
    visitor.close()
    assert visitor.troubles == []


@pytest.fixture(scope="session")
def kinds(site):
    """A page of each kind; of the kinds with many, the one with the most on it."""

    def largest(kind, depth=2):
        found = (
            path for path in site.files if path.startswith(f"{kind}/") and path.count("/") == depth
        )
        return max(found, key=lambda path: len(site.files[path])).removesuffix("index.html")

    names = ("visits", "sources", "compare", "timeline", "actors", "method", "data", "about")
    return {
        "home": "",
        **{name: f"{name}/" for name in names},
        **{f"one of {name}": largest(name) for name in ("visits", "sources", "actors")},
        "side by side": largest("visits", depth=3),
        "not found": "no/such/page/",
    }
