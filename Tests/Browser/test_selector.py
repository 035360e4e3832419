"""The language selector, driven by keyboard alone."""

import pytest


def opened(tab):
    tab.tab_to(".languages-button")
    tab.press("Enter")
    tab.page.locator("#language-list [role=group]").nth(2).wait_for()
    assert tab.page.evaluate("document.activeElement.id") == "language-search"


def active(page):
    """The text of the option that a screen reader hears."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.textContent ?? null")


def test_the_first_stop_leads_to_the_article(published, tab):
    tab.open(published[1] + "/fr/")
    tab.press("Tab", "Enter")
    tab.page.wait_for_url("**#article")
    assert tab.page.evaluate("document.activeElement.id") == "article"


@pytest.mark.parametrize(
    "typed, language",
    [
        ("Deutsch", "de"), ("allemand", "de"), ("germany", "de"), ("germna", "de"),
        ("독일어", "de"), ("tysk", "de"), ("日本語", "ja"), ("japon", "ja"),
        ("arab", "ar"), ("العربية", "ar"), ("cestina", "cs"), ("taiwan", "zh-Hant"),
        ("zh-hant", "zh-Hant"), ("hangul", "ko"), ("ko", "ko"), ("Ελλ", "el"), ("liish", "es"),
        ("filipino", "fil"), ("tieng viet", "vi"), ("bokmal", "nb"), ("thai", "th"),
        ("nihongo", "ja"), ("nihnogo", "ja"), ("hangugeo", "ko"), ("ellinika", "el"),
    ])
def test_a_language_is_found_by_any_of_its_names(published, tab, typed, language):
    tab.open(published[1] + "/fr/")
    opened(tab)
    tab.page.keyboard.insert_text(typed)
    tab.page.wait_for_function(
        "() => document.querySelectorAll('#language-list [role=option]').length > 0 &&"
        " document.querySelector('[role=status].language-status').textContent")
    tab.press("Enter")
    tab.page.wait_for_url(f"**/{language}/")
    assert tab.complaints == []


def test_the_arrow_keys_move_and_escape_goes_back(published, tab):
    page = tab.open(published[1] + "/fr/")
    opened(tab)
    assert active(page) is None
    tab.press("ArrowDown")
    assert active(page).startswith("Langue par défaut")
    tab.press("ArrowDown")
    second = active(page)
    tab.press("ArrowDown", "ArrowUp")
    assert active(page) == second
    tab.press("ArrowUp", "ArrowUp")
    # Round to the last one.
    assert page.evaluate(
        "[...document.querySelectorAll('#language-list [role=option]')].at(-1)"
        ".getAttribute('aria-selected')") == "true"
    page.keyboard.insert_text("zzzzzz")
    assert page.locator(".language-status").text_content() == "Aucune langue ne correspond"
    tab.press("Escape")
    assert page.locator("#language-search").input_value() == ""
    assert page.locator("dialog").is_visible()
    tab.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.className") == "languages-button"


def test_the_number_of_languages_found_is_said(published, tab):
    page = tab.open(published[1] + "/fr/")
    opened(tab)
    page.keyboard.insert_text("coréen")
    assert page.locator(".language-status").text_content() == "1 langue trouvée"
    assert page.locator(".language-status").get_attribute("role") == "status"


def test_the_focus_stays_in_the_dialog(published, tab):
    page = tab.open(published[1] + "/fr/")
    opened(tab)
    for _ in range(6):
        tab.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_suggestions_come_first_then_the_parts_of_the_world(published, new_tab):
    tab = new_tab(locale="sv-SE")
    page = tab.open(published[1] + "/fr/")
    opened(tab)
    groups = page.locator("#language-list [role=group]")
    assert groups.nth(0).locator("[role=option]").all_text_contents() == ["Langue par défaut"]
    assert groups.nth(1).get_attribute("aria-labelledby")
    assert groups.nth(1).locator("[role=option]").first.text_content().startswith("Svenska")
    titles = page.locator(".language-group").all_text_contents()
    assert titles == ["Suggestions", "Afrique", "Amériques", "Asie", "Europe"]


@pytest.mark.parametrize("language", ["fil", "sr"])
def test_a_choice_is_remembered_and_what_was_typed_is_kept(published, tab, language):
    page = tab.open(published[1] + "/fr/?from=a#pay")
    page.locator("#search-field").fill("cahier <b>")
    opened(tab)
    page.keyboard.insert_text(language)
    tab.press("Enter")
    page.wait_for_url(f"**/{language}/?from=a#pay")
    assert page.locator("#search-field").input_value() == "cahier <b>"
    tab.open(published[1] + "/de/")
    opened(tab)
    first = page.locator("#language-list [role=group]").nth(1).locator("[role=option] [lang]").first
    assert first.get_attribute("lang") == language


def test_the_names_are_in_the_order_of_the_pages_language(published, tab):
    tab.open(published[1] + "/sv/")
    names = tab.page.locator(".languages li:not(.languages-default)").evaluate_all(
        "items => items.map(i => (i.querySelector('small') ?? i.querySelector('a')).textContent)")
    expected = tab.page.evaluate("names => [...names].sort(new Intl.Collator('sv').compare)", names)
    assert names == expected


def test_each_link_says_its_language_and_direction(published, tab, locale):
    page = tab.open(f"{published[1]}/{locale}/")
    links = page.locator(".languages a").evaluate_all(
        "links => links.map(a => [a.lang, a.dir, a.hreflang, a.textContent])")
    assert len(links) == 48
    for lang, direction, hreflang, text in links:
        assert lang and hreflang and text
        assert direction == ("rtl" if lang in ("ar", "ur") else "ltr")
    # No flags: languages cross borders.
    assert not page.evaluate(r"/[\u{1F1E6}-\u{1F1FF}\u{1F3F4}]/u.test(document.body.textContent)")


def test_without_scripts_the_links_are_reached_by_keyboard(published, new_tab):
    tab = new_tab(scripts=False)
    tab.page.goto(published[1] + "/fr/")
    tab.press("Tab", "Tab", "Enter")
    # The default entry, then the languages in French order: Allemand is the first.
    tab.press("Tab", "Tab", "Enter")
    tab.page.wait_for_url("**/de/")
