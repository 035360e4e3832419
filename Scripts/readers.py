"""Compares what other programs read in langue's exports with what the catalogues say.

The truth is made without langue's own readers: the catalogues are JSON, their messages are parsed by
moz.l10n, and the form that a number takes in a language is asked of `langue format`, once for each
category, with a message that prints the category's name.
"""

import csv
import gettext
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import polib
from moz.l10n.formats import Format
from moz.l10n.formats.mf2 import mf2_parse_message
from moz.l10n.model import CatchallKey, PatternMessage, SelectMessage
from moz.l10n.resource import parse_resource
from translate.storage import factory, jsonl10n, properties

ROOT, WORK = Path(sys.argv[1]), Path(sys.argv[2])
LANGUE = os.environ["LANGUE"]
SAMPLES = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 19, 20, 21, 22, 25, 100, 101, 102, 111, 1000, 1000000]
faults = []
inexact = set()
counts = Counter()


def run(*arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, **options)


def export(name):
    folder = WORK / name
    result = run(LANGUE, "export", "--format", name, "--output", str(folder), cwd=ROOT)
    if not folder.is_dir():
        sys.exit(f"readers: langue export --format {name}: {result.stderr}")
    left_out = set(re.findall(r"^langue: error: `([^`]+)`: not written", result.stderr, re.M))
    # What is said to come back otherwise is not compared.
    for key, number in re.findall(r"^langue: warning: `([^`]+)`: the text for exactly (\d+)", result.stderr, re.M):
        inexact.add((name, key, int(number)))
    return folder, left_out


def fault(reader, locale, key, expected, found):
    faults.append(f"{reader}: {locale}: {key}\n  written: {expected!r}\n  read:    {found!r}")


def check(reader, locale, key, expected, found):
    counts[reader] += 1
    if expected != found:
        fault(reader, locale, key, expected, found)


# The catalogues.

manifest = json.loads((ROOT / "Locales/site.json").read_text())
source = manifest["source"]
locales = [entry["locale"] for entry in manifest["entries"] if not entry.get("default")]
targets = [locale for locale in locales if locale != source]


def catalog(locale):
    texts = {}
    for path in sorted((ROOT / "Strings" / locale).glob("*.json")):
        for key, value in json.loads(path.read_text()).items():
            if not key.startswith("@"):
                texts[key] = value
    return texts


catalogs = {locale: catalog(locale) for locale in locales}
categories = {}


def category(locale, number):
    """The plural category, as ICU has it."""
    if (locale, number) not in categories:
        names = ["zero", "one", "two", "few", "many"]
        message = ".input {$n :integer} .match $n " + " ".join(f"{n} {{{{{n}}}}}" for n in names)
        result = run(LANGUE, "format", "--locale", locale, "--arg", f"n={number}", message + " * {{other}}")
        categories[locale, number] = result.stdout.strip()
    return categories[locale, number]


def plain(text):
    """The text of a message without placeholders, or None."""
    message = mf2_parse_message(text)
    if isinstance(message, PatternMessage) and all(isinstance(part, str) for part in message.pattern):
        return "".join(message.pattern)
    return None


def forms(text):
    """The forms of a plural by category, its number written as `#`; or None."""
    message = mf2_parse_message(text)
    if not isinstance(message, SelectMessage) or len(message.selectors) != 1:
        return None
    name = message.selectors[0].name
    declared = message.declarations[name]
    if declared.function not in ("integer", "number") or declared.options:
        return None
    result = {}
    for (key,), pattern in message.variants.items():
        parts = []
        for part in pattern:
            if isinstance(part, str):
                parts.append(part)
            elif getattr(part, "kind", None):  # markup
                parts.append("")
            elif getattr(part.arg, "name", None) == name:
                parts.append("#")
            else:
                return None
        result["other" if isinstance(key, CatchallKey) else key] = "".join(parts)
    return result


def expected_form(locale, own, number):
    return own.get(str(number)) or own.get(category(locale, number)) or own["other"]


def bare(text):
    """A form as it is compared: tags away, its number as `#`."""
    return re.sub(r"\{\w+\}", "#", re.sub(r"</?\w+/?>", "", text))


def skip(what):
    print(f"readers: SKIPPED: {what} is not here", file=sys.stderr)


# gettext: msgfmt -c, Python's gettext, polib, translate-toolkit, moz.l10n.

folder, left_out = export("po")
for locale in targets:
    path = folder / f"{locale}.po"
    if shutil.which("msgfmt"):
        result = run("msgfmt", "-c", "-o", str(path.with_suffix(".mo")), str(path))
        counts["msgfmt -c"] += 1
        if result.returncode or result.stderr:
            fault("msgfmt -c", locale, "", "", result.stderr)
            continue
        with open(path.with_suffix(".mo"), "rb") as file:
            translations = gettext.GNUTranslations(file)
    else:
        skip("msgfmt")
        translations = None
    by_context = {entry.msgctxt: entry for entry in polib.pofile(str(path))}
    toolkit = {unit.getcontext(): unit for unit in factory.getobject(str(path)).units if not unit.isheader()}
    mozilla = {}
    resource = parse_resource(Format.gettext, path.read_bytes())
    for section in resource.sections:
        for entry in section.entries:
            if hasattr(entry, "value"):
                mozilla[entry.id[1] if len(entry.id) > 1 else entry.id[0]] = entry.value
    for key, text in catalogs[locale].items():
        if key in left_out:
            continue
        own = plain(text)
        if own is not None:
            entry = by_context[key]
            check("polib", locale, key, own, entry.msgstr)
            check("translate-toolkit po", locale, key, own, str(toolkit[key].target))
            if translations:
                check("Python gettext", locale, key, own, translations.pgettext(key, entry.msgid))
            if isinstance(mozilla.get(key), PatternMessage):
                check("moz.l10n gettext", locale, key, own, "".join(mozilla[key].pattern))
        own = forms(text)
        if own is not None:
            entry = by_context[key]
            if not translations:
                continue
            for number in SAMPLES:
                if ("po", key, number) in inexact and str(number) in own:
                    continue
                found = translations.npgettext(key, entry.msgid, entry.msgid_plural, number)
                check("Python gettext, plurals", locale, f"{key} {number}", expected_form(locale, own, number), bare(found))

# CSV.

folder, left_out = export("csv")
for locale in targets:
    rows = list(csv.DictReader(io.StringIO((folder / f"{locale}.csv").read_text("utf-8-sig"), newline="")))
    found = {row["key"].removeprefix("'"): row["translation"] for row in rows}
    for key, text in catalogs[locale].items():
        check("Python csv", locale, key, text, re.sub("^'(?=['=+@-])", "", found[key]))
        cell = found[key]
        if cell[:1] in "=+-@\t\r":
            fault("Python csv", locale, key, "no formula", cell)

# FormatJS, ARB, i18next, properties, .strings: translate-toolkit; moz.l10n where it knows them.

for name, path_of, read in [
    ("icu-json", lambda locale: f"{locale}.json", jsonl10n.JsonFile),
    ("arb", lambda locale: f"app_{locale.replace('-', '_')}.arb", jsonl10n.ARBJsonFile),
    ("i18next", lambda locale: f"{locale}/translation.json", jsonl10n.I18NextV4File),
    ("properties", lambda locale: f"Messages_{locale.replace('-', '_')}.properties", properties.javautf8file),
    ("strings", lambda locale: f"{locale}.lproj/Localizable.strings", properties.stringsutf8file),
]:
    folder, left_out = export(name)
    for locale in targets:
        path = folder / path_of(locale)
        with open(path, "rb") as file:
            units = read.parsefile(file).units
        found = {}
        for unit in units:
            identifier = (unit.getid() or "").lstrip(".").replace("\\.", ".").replace("\\ ", " ")
            found[identifier] = str({"properties": unit.source, "strings": getattr(unit, "value", "")}.get(name, unit.target))
        for key, text in catalogs[locale].items():
            own = plain(text)
            if own is None or key in left_out or re.search(r"[{}<>'%]", own):
                continue
            check(f"translate-toolkit {name}", locale, key, own, found.get(key))
    if name == "properties":
        for locale in targets:
            resource = parse_resource(Format.properties, (folder / path_of(locale)).read_bytes())
            found = {".".join(entry.id): entry.value for section in resource.sections for entry in section.entries if hasattr(entry, "value")}
            for key, text in catalogs[locale].items():
                own = plain(text)
                if own is not None and key not in left_out:
                    check("moz.l10n properties", locale, key, own, "".join(found[key].pattern))

# Java: ResourceBundle finds the file by the locale; MessageFormat formats those with values.

folder = WORK / "properties"
if shutil.which("java"):
    java = WORK / "Readers.java"
    java.write_text(
        """
import java.io.*; import java.net.*; import java.nio.charset.StandardCharsets; import java.text.*; import java.util.*;
public class Readers {
  static String hex(String s) { StringBuilder b = new StringBuilder(); for (byte c : s.getBytes(StandardCharsets.UTF_8)) b.append(String.format("%02x", c)); return b.toString(); }
  public static void main(String[] a) throws Exception {
    ClassLoader loader = new URLClassLoader(new URL[] { new File(a[0]).toURI().toURL() });
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (int i = 1; i < a.length; i++) {
      Locale locale = Locale.forLanguageTag(a[i]);
      ResourceBundle bundle = ResourceBundle.getBundle("Messages", locale, loader, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
      for (String key : new TreeSet<>(bundle.keySet())) {
        String text = bundle.getString(key);
        Object[] values = { "«0»", "«1»", "«2»", "«3»" };
        String formatted = "";
        try { formatted = new MessageFormat(text, Locale.ROOT).format(values); } catch (IllegalArgumentException e) { formatted = "!" + e.getMessage(); }
        out.println(a[i] + "\\t" + key + "\\t" + hex(text) + "\\t" + hex(formatted));
      }
    }
  }
}
"""
    )
    result = run("java", str(java), str(folder), *targets)
    if result.returncode:
        fault("Java", "", "", "", result.stderr[-2000:])
    _, left_out = export("properties")
    for line in result.stdout.splitlines():
        locale, key, text, formatted = line.split("\t")
        text, formatted = bytes.fromhex(text).decode(), bytes.fromhex(formatted).decode()
        if key not in catalogs[locale] or key in left_out:
            continue
        own = plain(catalogs[locale][key])
        if own is not None:
            check("Java ResourceBundle", locale, key, own, text)
            continue
        message = mf2_parse_message(catalogs[locale][key])
        if isinstance(message, PatternMessage) and not message.declarations:
            expected, numbers = "", {}
            for part in message.pattern:
                if isinstance(part, str):
                    expected += part
                elif getattr(part, "kind", None):
                    expected = None
                    break
                else:
                    expected += "«{}»".format(numbers.setdefault(str(part), len(numbers)))
            if expected is not None:
                check("Java MessageFormat", locale, key, expected, formatted)
else:
    skip("java")

# i18next itself, plural by plural.

if shutil.which("node") and Path("/usr/share/nodejs/i18next").is_dir():
    folder, left_out = WORK / "i18next", set()
    jobs = []
    for locale in targets:
        for key, text in catalogs[locale].items():
            own = forms(text)
            if own is not None and re.search("<", text) is None and "{#" not in text:
                jobs += [(locale, key, number) for number in SAMPLES]
            elif plain(text) is not None:
                jobs.append((locale, key, None))
    script = WORK / "readers.js"
    script.write_text(
        """
const i18next = require('/usr/share/nodejs/i18next'); const fs = require('fs');
const [folder, jobs] = [process.argv[2], JSON.parse(fs.readFileSync(process.argv[3]))];
const resources = {};
for (const locale of new Set(jobs.map(j => j[0])))
  resources[locale] = { translation: JSON.parse(fs.readFileSync(`${folder}/${locale}/translation.json`)) };
const texts = {};
i18next.init({ resources, fallbackLng: false, interpolation: { escapeValue: false } }).then(() => {
  const out = jobs.map(([lng, key, count]) => i18next.t(key, { lng, ...(count === null ? {} : { count }) }));
  process.stdout.write(JSON.stringify(out));
});
"""
    )
    (WORK / "jobs.json").write_text(json.dumps(jobs))
    modules = {**os.environ, "NODE_PATH": "/usr/share/nodejs"}
    result = run("node", str(script), str(folder), str(WORK / "jobs.json"), env=modules)
    if result.returncode:
        fault("i18next", "", "", "", result.stderr[-2000:])
    else:
        for (locale, key, number), found in zip(jobs, json.loads(result.stdout)):
            if number is None:
                check("i18next", locale, key, plain(catalogs[locale][key]), found)
            else:
                expected = expected_form(locale, forms(catalogs[locale][key]), number)
                # How the number itself looks is Intl's matter, not the file's.
                pattern = re.escape(expected).replace("\\#", r"[\d.,\s٬٫’]+") + r"\Z"
                counts["i18next, plurals"] += 1
                if re.match(pattern, found) is None:
                    fault("i18next, plurals", locale, f"{key} {number}", expected, found)
else:
    skip("node-i18next")

shown = Counter()
for text in faults:
    reader = text.split(": ")[0]
    shown[reader] += 1
    if shown[reader] <= 5:
        print(text)
for reader, count in sorted(counts.items()):
    wrong = sum(1 for text in faults if text.startswith(reader + ": "))
    print(f"{reader}: {count} texts, {wrong} read otherwise")
sys.exit(1 if faults else 0)
