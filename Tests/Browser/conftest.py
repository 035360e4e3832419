"""What the tests share: the site, the server that shows it, and the browser."""

import functools
import http.server
import json
import os
import pathlib
import re
import select
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
# One of each kind: Latin, Arabic, Nastaliq, Han, Devanagari, Thai, Hangul, long words.
FEW = ["fr", "ar", "ur", "ja", "hi", "th", "ko", "de"]


def site_locales():
    entries = json.loads((ROOT / "Locales/site.json").read_text())["entries"]
    return list(dict.fromkeys(entry["locale"] for entry in entries))


LOCALES = site_locales() if os.environ.get("LANGUE_BROWSER_LOCALES") == "all" else FEW


def copy_of_the_site(folder):
    for name in ("Locales", "Strings"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


class Server:
    """A preview server on a port that the system chooses."""

    def __init__(self, site, *flags):
        self.site = pathlib.Path(site)
        program = os.environ["LANGUE_PREVIEW"]
        self.process = subprocess.Popen(
            [program, "--site", str(site), "--port", "0", *flags],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        ready, _, _ = select.select([self.process.stderr], [], [], 30)
        line = self.process.stderr.readline() if ready else ""
        found = re.search(r"http://localhost:(\d+)/", line)
        assert found, f"the server did not start: {line}"
        self.port = int(found[1])
        self.url = f"http://localhost:{self.port}"

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Shows a copy of the site that nothing changes."""
    server = Server(copy_of_the_site(tmp_path_factory.mktemp("site")))
    yield server
    server.stop()


@pytest.fixture
def editor(tmp_path):
    """Shows a copy of the site that may be changed."""
    server = Server(copy_of_the_site(tmp_path), "--edit")
    yield server
    server.stop()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The static site: its folder and the address that it is served at."""
    folder = tmp_path_factory.mktemp("published") / "site"
    subprocess.run(
        [os.environ["LANGUE_EXECUTABLE"], "preview", "--site", str(ROOT), "--output", str(folder)],
        check=True, stdout=subprocess.DEVNULL)
    handler = functools.partial(QuietHandler, directory=str(folder))
    web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{web.server_address[1]}"
    web.shutdown()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Tab:
    """A page whose every complaint is kept."""

    def __init__(self, context):
        self.context = context
        self.page = context.new_page()
        self.complaints = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("dialog", self._dialog)

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _failed(self, request):
        # A page that is left takes its open requests with it.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")

    def _dialog(self, dialog):
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, url):
        self.page.goto(url)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector, limit=400):
        """Presses Tab until an element has the focus, as somebody without a mouse does."""
        for _ in range(limit):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
        raise AssertionError(f"{selector} cannot be reached with Tab")


@pytest.fixture
def new_tab(chromium):
    contexts = []

    def make(scripts=True, context=None, **options):
        if context is None:
            options.setdefault("viewport", {"width": 1280, "height": 900})
            context = chromium.new_context(
                java_script_enabled=scripts, locale=options.pop("locale", "en-GB"), **options)
            context.set_default_timeout(10_000)
            contexts.append(context)
        return Tab(context)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def tab(new_tab):
    return new_tab()


def pytest_generate_tests(metafunc):
    if "locale" in metafunc.fixturenames:
        metafunc.parametrize("locale", LOCALES)
