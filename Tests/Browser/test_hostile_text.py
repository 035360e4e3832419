"""Texts that have got through elsewhere: in each place of each page they stay text.

Every page is parsed by an HTML5 parser and compared with the same page made from harmless texts:
the same elements with the same attributes, nothing beyond them.
"""

import json
import subprocess
import os
import urllib.error
import urllib.parse
import urllib.request

import html5lib
import pytest

from conftest import Server

NAUGHTY = [
    "<script>xss()</script>", "\"><script>xss()</script>", "'><script>xss()</script>",
    "</title><script>xss()</script>", "</textarea><script>xss()</script>",
    "</script><script>xss()</script>", "</style><script>xss()</script>",
    "--><script>xss()</script>", "--!><script>xss()</script>", "]]><script>xss()</script>",
    "</noscript><script>xss()</script>", "</select><script>xss()</script>",
    "</pre><script>xss()</script>", "</iframe><script>xss()</script>",
    "<img src=x onerror=xss()>", "\"><img src=x onerror=xss()>", "<svg/onload=xss()>",
    "<svg><script>xss()</script></svg>", "<math><mi//xlink:href=\"data:x,<script>xss()</script>\">",
    "\" onmouseover=\"xss()", "' onmouseover='xss()", "` onmouseover=`xss()",
    "\" autofocus onfocus=xss() x=\"", "\nonfocus=xss()\nautofocus\n",
    "javascript:xss()", "JaVaScRiPt:xss()", "java\tscript:xss()", " javascript:xss()",
    "\u0001javascript:xss()", "javascript&colon;xss()", "data:text/html,<script>xss()</script>",
    "vbscript:xss()", "//evil.example/", "\\\\evil.example\\", "https:evil.example",
    "&lt;script&gt;xss()&lt;/script&gt;", "&#60;script&#62;xss()", "&amp;lt;b&amp;gt;",
    "%3Cscript%3Exss()%3C/script%3E", "<<script>xss();//<</script>", "<scr<script>ipt>xss()",
    "<script\u0000>xss()</script>", "<\u0000script>xss()</script>", "<a href=javascript:xss()>x</a>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/>", "<style>*{background:url(//evil.example/)}</style>",
    "<form action=//evil.example/><input type=submit>", "<iframe srcdoc='<script>xss()</script>'>",
    "<template><script>xss()</script></template>", "<details open ontoggle=xss()>",
    "<!--", "<!DOCTYPE html>", "<?php xss() ?>", "<plaintext>", "<xmp>", "<listing>", "</body></html>",
    "\u202e\u2066evil\u2069\u202c", "\ufeff<script>xss()</script>", "\u2028xss()\u2029",
    "\uff1cscript\uff1exss()\uff1c/script\uff1e", "{{constructor.constructor('xss()')()}}",
    "{{{page.head}}}", "{{page.lang}}", "${xss()}", "#{xss()}", "<%= xss() %>",
    "\r\nSet-Cookie: a=b", "\r\n\r\n<script>xss()</script>", "../../../../etc/passwd", "\\..\\..",
    "a" * 5000, "\U0001f4a9<b>\U0001f4a9", "ﷺ<i>", "Z\u0351\u036b<u>",
]
HARMLESS = "harmless"

TEMPLATE = """<!DOCTYPE html>
<html lang="{{page.lang}}" dir="{{page.dir}}">
<head>
  <meta charset="utf-8">
  <title>{{head.title}}</title>
  <meta name="description" content="{{head.description}}">
  {{{page.head}}}
</head>
<body>
  {{{page.selector}}}
  <main><article><h1>{{{head.title}}}</h1><p title="{{head.title}}">{{head.title}}</p>
  <textarea aria-label='{{head.title}}'>{{head.title}}</textarea>
  <p id="argument">{{{argument}}}</p><p>{{{marks}}}</p><p>{{{link}}}</p>
  <details><summary>{{{a.question}}}</summary><p>{{{a.answer}}}</p></details>
  </article></main>
  {{{page.scripts}}}
</body>
</html>
"""


def literal(text):
    """A message of MessageFormat 2 that says a text as it is."""
    message = "".join("\\" + c if c in "{}\\" else c for c in text)
    # What starts with a dot would be a declaration.
    return "{{" + message + "}}" if message.lstrip().startswith(".") else message


def quoted_literal(text):
    return "|" + text.replace("\\", "\\\\").replace("|", "\\|") + "|"


def site(folder, text):
    """A site whose every text and every value is the same one."""
    locales = ["fr", "ar", "de"]
    (folder / "Locales").mkdir(parents=True)
    (folder / "Locales/site.json").write_text(json.dumps({
        "source": "fr", "baseURL": "https://a.example",
        "entries": [{"default": True, "locale": "fr", "label": "Langue par défaut"}] + [
            {"locale": l, "label": text or "x", "endonym": text or "x", "aliases": [text or "x"]}
            for l in locales]}))
    for locale in locales:
        strings = {key: literal(text) for key in (
            "head.title", "head.description", "a.question", "a.answer", "selector.label",
            "selector.default", "selector.search", "selector.suggestions", "selector.all",
            "selector.none", "selector.close", "selector.results", "selector.change")}
        strings["argument"] = "{$value} {$value :string}"
        strings["marks"] = ("{#strong}" + literal(text).replace("{{", "").replace("}}", "")
                            + "{/strong}{#abbr title=$value}a{/abbr}{#script}b{/script}{#img src=$value /}"
                            ) if not literal(text).startswith("{{") else "{#strong}a{/strong}"
        strings["link"] = "{#link href=$value onclick=$value}go{/link}"
        if locale == "fr":
            for key in ("argument", "marks", "link"):
                strings["@" + key] = {
                    "description": text,
                    "placeholders": {"value": {"type": "string", "example": text}}}
            strings["@head.title"] = {"description": text, "maxLength": 3}
        (folder / "Strings" / locale).mkdir(parents=True)
        (folder / "Strings" / locale / "main.json").write_text(
            json.dumps(strings, ensure_ascii=False))
    (folder / "Strings/index.html").write_text(TEMPLATE)
    return folder


def shape(markup):
    """The elements of a page with the names of their attributes, as a browser would read it."""
    tree = html5lib.HTMLParser().parse(markup)
    return [
        (element.tag, tuple(sorted(element.attrib)))
        for element in tree.iter() if isinstance(element.tag, str)
    ]


def without_links(shape):
    """A link is left out where its address is refused; nothing else may differ."""
    return [part for part in shape if part != ("{http://www.w3.org/1999/xhtml}a", ("href",))]


PAGES = [
    "/fr/", "/ar/", "/fr-x-accented/", "/_/sheet", "/_/compare?left=fr&right=ar", "/_/texts/fr/",
    "/_/text?locale=fr&key=head.title", "/_/text?locale=ar&key=marks",
]


def get(url):
    request = urllib.request.Request(url)
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status, reply.headers, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The shapes of all pages where the texts are harmless."""
    server = Server(site(tmp_path_factory.mktemp("harmless"), HARMLESS), "--edit")
    shapes = {path: without_links(shape(get(server.url + path)[2])) for path in PAGES}
    server.stop()
    return shapes


# In JSON a lone surrogate or U+0000 may be refused; then there is no page to attack.
@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_no_text_becomes_more_than_text(tmp_path, expected, text):
    server = Server(site(tmp_path, text), "--edit")
    try:
        for path in PAGES:
            status, _, markup = get(server.url + path)
            assert status == 200, path
            found = without_links(shape(markup))
            # A text of its own may stand in an element that names its language; marks may differ.
            assert set(found) <= set(expected[path]) | spans(), (path, set(found) - set(expected[path]))
            scripts = [part for part in found if part[0].endswith("}script")]
            assert scripts == [part for part in expected[path] if part[0].endswith("}script")], path
            assert "javascript:" not in addresses(markup), path
        for locale in ("fr", "ar"):
            json.loads(get(f"{server.url}/_/texts/{locale}.json")[2])
            json.loads(get(f"{server.url}/{locale}/languages.json")[2])
    finally:
        server.stop()


def spans():
    names = ("data-key", "data-marks", "dir", "lang")
    html_ = "{http://www.w3.org/1999/xhtml}"
    found = {(html_ + "span", tuple(n for n in names if n in chosen)) for chosen in (
        {"data-key"}, {"data-key", "data-marks"}, {"data-key", "data-marks", "dir", "lang"},
        {"dir", "lang"})}
    # The lists of findings and faults in the workbench's forms.
    return found | {(html_ + name, ()) for name in ("p", "strong", "b", "abbr", "small", "h2")} | {
        (html_ + "abbr", ("title",)), (html_ + "a", ("aria-current", "aria-label", "dir", "href", "hreflang", "lang")),
        (html_ + "div", ("dir", "lang"))}


def addresses(markup):
    tree = html5lib.HTMLParser().parse(markup)
    found = []
    for element in tree.iter():
        if isinstance(element.tag, str):
            found += [value.strip().lower() for name, value in element.attrib.items()
                      if name in ("href", "src", "action", "formaction")]
    return "\n".join(found)


def test_no_text_runs_in_the_browser(tmp_path, new_tab):
    """All naughty texts at once, in the page, the dialog and the workbench."""
    everything = "".join(NAUGHTY[:40])
    server = Server(site(tmp_path, everything), "--edit")
    try:
        tab = new_tab()
        tab.page.add_init_script("window.xss = () => { window.attacked = true; };")
        for path in PAGES + ["/fr/?key=marks", "/fr/?key=head.title", "/ar/?view=texts",
                             "/fr/?view=overflow", "/fr/?mode=" + urllib.parse.quote(everything[:500])]:
            page = tab.open(server.url + path)
            page.wait_for_timeout(300)
            for frame in page.frames:
                assert not frame.evaluate("window.attacked ?? false"), path
                assert frame.url.startswith(server.url), path
        page = tab.open(server.url + "/fr/")
        page.locator(".languages-button").click()
        page.locator("#language-search").fill(everything[:200])
        page.wait_for_timeout(300)
        page = tab.open(server.url + "/fr/?key=head.title")
        area = page.locator(".workbench-panel textarea")
        area.fill(literal(everything))
        page.locator(".workbench-sample").first.wait_for()
        page.wait_for_timeout(300)
        assert not page.evaluate("window.attacked ?? false")
        assert not [c for c in tab.complaints if "dialog" in c or "Security Policy" in c]
    finally:
        server.stop()


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_nothing_of_an_address_reaches_a_page_as_html(server, text):
    quoted = urllib.parse.quote(text, safe="")
    plain = {"/fr/": shape(get(server.url + "/fr/")[2])}
    for path in (f"/fr/?q={quoted}", f"/fr/?mode={quoted}&key={quoted}"):
        assert shape(get(server.url + path)[2]) == plain["/fr/"]
    for path in (
        f"/{quoted}", f"/{quoted}/", f"/fr/{quoted}", f"/assets/{quoted}", f"/_/{quoted}",
        f"/_/texts/{quoted}/", f"/_/texts/{quoted}.json", f"/_/text?locale={quoted}&key={quoted}",
        f"/_/text?locale=fr&key={quoted}", f"/_/compare?left={quoted}&right={quoted}",
    ):
        status, headers, body = get(server.url + path)
        assert status in (404, 400), (path, status)
        # Not even as text: an error says nothing of what was asked for.
        assert headers["Content-Type"] == "text/plain; charset=utf-8" or not body
        assert "xss" not in body and "evil" not in body


@pytest.mark.parametrize("key", [
    "<script>xss()</script>", "a\"b", "a'b", "a b", "a&b", "é.ü", "../../x", "__proto__",
    "constructor", "toString"])
def test_no_key_becomes_more_than_text(tmp_path, key):
    folder = site(tmp_path, HARMLESS)
    for locale in ("fr", "ar"):
        path = folder / "Strings" / locale / "main.json"
        strings = json.loads(path.read_text())
        strings[key] = "a text"
        path.write_text(json.dumps(strings))
    (folder / "Strings/index.html").write_text(
        TEMPLATE.replace("{{{link}}}", "{{{link}}} {{{" + key + "}}}"))
    server = Server(folder, "--edit")
    try:
        for path in ["/fr/", "/_/texts/fr/",
                     "/_/text?locale=fr&key=" + urllib.parse.quote(key, safe="")]:
            status, _, markup = get(server.url + path)
            names = [tag.split("}")[1] for tag, _ in shape(markup)]
            assert "xss()" not in "".join(
                element.text or "" for element in html5lib.parse(markup).iter()
                if isinstance(element.tag, str) and element.tag.endswith("}script"))
            assert names.count("script") <= 5
    finally:
        server.stop()


def test_a_published_page_holds_no_more_than_its_template(tmp_path):
    shapes = []
    for name, text in (("a", HARMLESS), ("b", "".join(NAUGHTY[:40]))):
        folder = site(tmp_path / name, text)
        out = tmp_path / (name + "-out")
        subprocess.run([os.environ["LANGUE_EXECUTABLE"], "preview", "--site", str(folder),
                        "--output", str(out)], check=True, stdout=subprocess.DEVNULL)
        shapes.append({path.relative_to(out): without_links(shape(path.read_text()))
                       for path in sorted(out.rglob("*.html"))})
    assert shapes[0].keys() == shapes[1].keys()
    for path, harmless in shapes[0].items():
        assert shapes[1][path] == harmless, path
