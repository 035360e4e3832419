"""The workbench through the real browser: finding, reading and changing texts; live reload."""

import json
import os
import time

import pytest


def strings(editor, locale, catalog="chrome"):
    return editor.site / "Strings" / locale / f"{catalog}.json"


def write(path, text):
    """As an editor does: a new file in the place of the old one."""
    new = path.with_suffix(".new")
    new.write_text(text)
    os.replace(new, path)


def changed(path, key, value):
    text = path.read_text()
    old = json.loads(text)[key]
    write(path, text.replace(json.dumps(old, ensure_ascii=False),
                             json.dumps(value, ensure_ascii=False), 1))


def ready(tab, url):
    page = tab.open(url)
    page.wait_for_function("() => document.querySelector('.workbench progress')?.value > 0")
    return page


def test_a_text_is_found_changed_and_saved_by_keyboard_alone(editor, tab):
    path = strings(editor, "de")
    before = path.read_bytes()
    old = json.loads(before)["cart.title"]
    page = ready(tab, editor.url + "/de/")
    tab.tab_to(".workbench-spacer + button")
    tab.press("Enter")
    tab.tab_to(".workbench-panel input[type=search]")
    page.keyboard.insert_text("cart.title")
    tab.tab_to(".workbench-list button")
    tab.press("Enter")
    assert page.locator(".workbench-panel h2").text_content() == "cart.title"
    tab.tab_to(".workbench-panel textarea")
    tab.press("Control+A")
    page.keyboard.insert_text("Körbchen „neu“")
    page.locator(".workbench-sample").get_by_text("Körbchen").wait_for()
    tab.press("Control+Enter")
    page.get_by_role("status").get_by_text("Saved", exact=True).wait_for()
    after = path.read_bytes()
    quoted = lambda text: json.dumps(text, ensure_ascii=False).encode()
    key = quoted("cart.title") + b": "
    assert after == before.replace(key + quoted(old), key + quoted("Körbchen „neu“"), 1)
    page.locator(".cart h2").get_by_text("Körbchen").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.locator(".cart h2").get_by_text(old, exact=True).wait_for()
    assert path.read_bytes() == before
    tab.tab_to(".workbench-panel textarea")
    tab.press("Escape")
    assert page.locator(".workbench-panel").count() == 0
    assert tab.complaints == []


def test_undoing_takes_a_new_text_away_again(editor, tab):
    path = strings(editor, "ur")
    catalog = json.loads(path.read_text())
    for name in ("cart.title", "@cart.title"):
        catalog.pop(name, None)
    write(path, json.dumps(catalog, ensure_ascii=False, indent=2))
    before = path.read_bytes()
    page = ready(tab, editor.url + "/ur/?key=cart.title")
    area = page.locator(".workbench-panel textarea")
    page.wait_for_function("() => document.querySelector('.workbench-panel').textContent.includes('Missing')")
    area.fill("ٹوکری")
    page.get_by_label("State", exact=True).select_option("final")
    page.get_by_role("button", name="Save").click()
    page.locator(".cart h2").get_by_text("ٹوکری", exact=True).wait_for()
    assert json.loads(path.read_text())["@cart.title"]["state"] == "final"
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("status").get_by_text("Undone", exact=True).wait_for()
    assert path.read_bytes() == before
    page.wait_for_function("() => document.querySelector('.cart h2 [data-marks~=missing]')")
    assert page.get_by_role("button", name="Undo").is_disabled()
    assert tab.complaints == []


def test_an_undo_never_takes_away_what_somebody_else_wrote(editor, tab):
    path = strings(editor, "de")
    page = ready(tab, editor.url + "/de/?key=cart.title")
    page.locator(".workbench-panel textarea").fill("Von mir")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").get_by_text("Saved", exact=True).wait_for()
    changed(path, "cart.remove", "Weg damit: {$product}")
    after = path.read_bytes()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("status").get_by_text("the file has changed meanwhile").wait_for()
    assert path.read_bytes() == after


def test_the_state_is_saved_beside_the_text(editor, tab):
    path = strings(editor, "de")
    page = ready(tab, editor.url + "/de/?key=cart.title")
    owed = page.locator(".legend-unreviewed")
    count = int(owed.text_content().split()[-1])
    page.get_by_label("State", exact=True).select_option("reviewed")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").get_by_text("Saved", exact=True).wait_for()
    assert json.loads(path.read_text())["@cart.title"]["state"] == "reviewed"
    # The progress moves as one works.
    page.wait_for_function(
        "n => document.querySelector('.legend-unreviewed').textContent.endsWith(' ' + n)",
        arg=count - 1)


def test_faults_are_said_while_one_types_and_a_broken_text_is_not_saved(editor, tab):
    path = strings(editor, "de")
    before = path.read_bytes()
    page = ready(tab, editor.url + "/de/?key=cart.added")
    area = page.locator(".workbench-panel textarea")
    area.fill("Im Korb: {$nmae}")
    page.locator(".workbench-finding").get_by_text("unknown-variable").wait_for()
    # A name that is mistyped is one fault; one that is left out is another.
    assert page.locator(".workbench-finding").get_by_text("missing-variable").count() == 0
    area.fill("Im Korb")
    page.locator(".workbench-finding").get_by_text("missing-variable").wait_for()
    area.fill("Im Korb: {$nm")
    page.locator(".workbench-finding.error").first.wait_for()
    page.get_by_role("button", name="Save").click()
    page.wait_for_function(
        "() => document.querySelector('.workbench-actions [role=status]').textContent.length > 8")
    assert path.read_bytes() == before


def test_numbers_have_sliders_and_every_variant_is_shown(editor, tab):
    page = ready(tab, editor.url + "/ar/?key=cart.items")
    slider = page.locator(".workbench-field input[type=range]")
    shown = page.locator(".workbench-sample").first
    shown.wait_for()
    before = shown.text_content()
    slider.focus()
    tab.press("ArrowRight")
    page.wait_for_function(
        "old => document.querySelector('.workbench-sample').textContent !== old", arg=before)
    labels = page.locator(".workbench-sample small").all_text_contents()
    for category in ("zero", "one", "two", "few", "many", "other"):
        assert any(f"({category})" in label for label in labels), category
    # Where else the key is shown.
    assert "article" in page.locator(".workbench-panel").text_content()


def test_a_file_that_changed_meanwhile_is_shown_and_nothing_is_lost(editor, new_tab):
    tab = new_tab()
    path = strings(editor, "de")
    page = ready(tab, editor.url + "/de/?key=cart.title")
    # As if the news of the change had not arrived yet.
    tab.context.route("**/_/texts/**", lambda route: route.abort())
    changed(path, "cart.title", "Vom Nachbarn")
    page.locator(".workbench-panel textarea").fill("Von mir")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").get_by_text("Vom Nachbarn").wait_for()
    assert json.loads(path.read_text())["cart.title"] == "Vom Nachbarn"
    assert page.locator(".workbench-panel textarea").input_value() == "Von mir"
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").get_by_text("Saved", exact=True).wait_for()
    assert json.loads(path.read_text())["cart.title"] == "Von mir"


def test_a_saved_file_is_on_all_open_pages_at_once(editor, new_tab):
    first = new_tab()
    # More pages than a browser keeps connections open to one server.
    tabs = [first] + [new_tab(context=first.context) for _ in range(8)]
    languages = ["de", "fr", "ar", "ur", "ja", "hi", "th", "ko", "de"]
    for tab, language in zip(tabs, languages):
        ready(tab, f"{editor.url}/{language}/")
    page = tabs[-1].page
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    position = page.evaluate("scrollY")
    assert position > 1000
    page.evaluate("""() => new MutationObserver(() => {
      if (!window.seen && document.querySelector(".cart h2").textContent === "Sofort") window.seen = Date.now();
    }).observe(document.body, { childList: true, subtree: true, characterData: true })""")
    times = []
    for language in dict.fromkeys(languages):
        changed(strings(editor, language), "cart.title", "Sofort")
        if language == "de":
            start = time.time() * 1000
            page.wait_for_function("() => window.seen")
            times.append(page.evaluate("window.seen") - start)
    for tab in tabs:
        tab.page.locator(".cart h2").get_by_text("Sofort", exact=True).wait_for()
        assert tab.complaints == []
    assert page.evaluate("scrollY") == position
    print(f"\na saved file was on the page after {times[0]:.0f} ms")


def test_a_broken_file_shows_its_fault_over_the_last_good_page(editor, tab):
    path = strings(editor, "de")
    good = path.read_text()
    page = ready(tab, editor.url + "/de/")
    title = page.locator(".cart h2").text_content()
    write(path, good[: len(good) // 2])
    fault = page.locator(".workbench-broken")
    fault.wait_for()
    assert fault.text_content().startswith("Strings/de/chrome.json:")
    assert str(editor.site) not in fault.text_content()
    assert page.locator(".cart h2").text_content() == title
    write(path, good)
    fault.wait_for(state="hidden")


def test_missing_texts_are_marked_and_listed(editor, tab):
    path = strings(editor, "ur")
    catalog = json.loads(path.read_text())
    del catalog["cart.title"]
    write(path, json.dumps(catalog, ensure_ascii=False, indent=2))
    page = ready(tab, editor.url + "/ur/?mode=missing")
    page.wait_for_function("() => document.querySelector('.cart h2 [data-owed=yes]')")
    text = page.locator(".cart h2 [data-key]")
    assert text.get_attribute("lang") == "fr" and text.get_attribute("dir") == "ltr"
    assert "missing" in text.get_attribute("data-marks")
    # Not by color alone.
    assert text.evaluate("e => getComputedStyle(e).textDecorationStyle") == "solid"
    assert page.locator(".legend-missing").get_attribute("aria-pressed") == "true"
    page.locator(".legend-missing").click()
    assert page.url.endswith("/ur/")


@pytest.mark.parametrize("address, heading", [
    ("?view=texts", "All texts"), ("?view=texts&mode=unreviewed", "Not reviewed"),
    ("?view=overflow", "Overflow"), ("?key=cart.title", "cart.title")])
def test_every_view_has_an_address(server, tab, address, heading):
    page = ready(tab, f"{server.url}/ur/{address}")
    page.locator(".workbench-panel h2").get_by_text(heading, exact=True).wait_for()


def test_texts_that_take_more_lines_than_the_source_are_listed_from_the_layout(server, new_tab):
    tab = new_tab(viewport={"width": 375, "height": 900})
    page = ready(tab, server.url + "/de/?view=overflow")
    page.locator(".workbench-panel h3").get_by_text("More lines than in fr at this width").wait_for()
    texts = page.locator(".workbench-panel div li").all_text_contents()
    assert texts and all("lines, there" in text for text in texts)
    assert tab.complaints == []


def test_texts_are_read_only_unless_asked_for(server, tab):
    page = ready(tab, server.url + "/de/?key=cart.title")
    assert not page.locator(".workbench-panel textarea").is_editable()
    assert page.get_by_role("button", name="Save").count() == 0


@pytest.mark.parametrize("name, direction", [
    ("accented", "ltr"), ("brackets", "ltr"), ("mirrored", "rtl")])
def test_pseudo_languages_are_made_on_the_fly(server, tab, name, direction):
    page = tab.open(f"{server.url}/fr-x-{name}/")
    assert page.evaluate("getComputedStyle(document.body).direction") == direction
    source = tab.open(server.url + "/fr/").locator("h1").text_content()
    pseudo = tab.open(f"{server.url}/fr-x-{name}/").locator("h1").text_content()
    assert pseudo != source or name == "mirrored"
    if name == "accented":
        letters = lambda text: sum(map(str.isalpha, text))
        assert letters(pseudo) >= 1.35 * letters(source)
    assert tab.complaints == []


def test_two_languages_stand_side_by_side(server, tab):
    page = tab.open(server.url + "/_/compare?left=fr&right=ur")
    frames = [frame for frame in page.frames if frame.parent_frame]
    assert [frame.locator("html").get_attribute("lang") for frame in frames] == ["fr", "ur"]
    page.get_by_label("Right").select_option("ja")
    page.wait_for_url("**right=ja**")


def test_all_pages_are_on_one_sheet(server, tab):
    page = tab.open(server.url + "/_/sheet")
    assert page.locator("iframe").count() == 47
    assert page.frame_locator("iframe >> nth=0").locator("h1").text_content()


def test_texts_are_changed_without_a_script_by_keyboard_alone(editor, new_tab):
    tab = new_tab(scripts=False)
    page = tab.page
    path = strings(editor, "ar")
    before = path.read_bytes()
    old = json.loads(before)["cart.title"]
    page.goto(editor.url + "/ar/")
    page.locator("noscript a, .workbench a").focus()
    tab.press("Enter")
    page.wait_for_url("**/_/texts/ar/")
    page.locator("a", has_text="cart.title").focus()
    tab.press("Enter")
    page.wait_for_url("**key=cart.title")
    tab.press("Tab", "Tab", "Tab")
    assert page.locator("textarea").evaluate("e => e === document.activeElement")
    assert page.locator("textarea").input_value() == old
    tab.press("Control+A")
    page.keyboard.insert_text("سلة & <جديدة>")
    tab.press("Tab", "Tab", "Enter")
    page.wait_for_url("**&saved=1")
    assert page.get_by_role("status").text_content() == "Saved"
    assert json.loads(path.read_text())["cart.title"] == "سلة & <جديدة>"
    quoted = lambda text: b'"cart.title": ' + json.dumps(text, ensure_ascii=False).encode()
    assert path.read_bytes() == before.replace(quoted(old), quoted("سلة & <جديدة>"))
    page.get_by_role("button", name="Undo").focus()
    tab.press("Enter")
    page.wait_for_url("**&undone")
    assert path.read_bytes() == before
    # A conflict is told, and what was typed stays.
    changed(path, "cart.title", "آخر")
    page.locator("textarea").fill("نصي")
    page.get_by_role("button", name="Save").click()
    assert "آخر" in page.get_by_role("status").text_content()
    assert page.locator("textarea").input_value() == "نصي"
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**&saved=2")
    assert json.loads(path.read_text())["cart.title"] == "نصي"
