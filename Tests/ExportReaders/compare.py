"""Reads exports with other people's programs and holds every text against expected.json: compare.py READERS.

It runs in the folder of the exports; READERS is the folder of the programs beside this file. A reader that is
not installed is named as skipped. Ends with 1 where one reads something else than was written.
"""

import gettext
import json
import os
import plistlib
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

READERS = Path(sys.argv[1])
EXPECTED = json.loads(Path("expected.json").read_text(encoding="utf-8"))
ROWS = EXPECTED["locales"]
faults = []


def run(*command, **more):
    """A run that ends: none of the readers needs more than a few seconds."""
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, **more)


class Reader:
    """What one program read, and where that differs."""

    def __init__(self, name):
        self.name, self.kinds, self.known, self.wrong = name, Counter(), Counter(), []

    def compare(self, locale, row, text):
        self.kinds[row["kind"]] += 1
        # Tags stand in the text of a format without marks.
        if row["hasMarkup"]:
            text = re.sub(r"</?\w+/?>", "", text)
        if text == row["text"]:
            return
        if reason := known_difference(locale, row, text):
            self.known[reason] += 1
        else:
            self.wrong.append((locale, row["key"], row["value"], row["text"], text))

    def fail(self, *what):
        self.wrong.append(what)

    def report(self):
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
        print(f"{self.name}: {self.kinds.total()} texts read ({kinds}), {len(self.wrong)} otherwise")
        for reason, count in sorted(self.known.items()):
            print(f"  {count} known: {reason}")
        for what in self.wrong[:5]:
            print("  FAULT:", *map(ascii, what))
        if self.wrong or not self.kinds.total():
            faults.append(self.name)


ARABIC = str.maketrans({**{chr(0x660 + n): str(n) for n in range(10)}, "٬": ",", "٫": ".", "٪": "%",
                        "\u061c": None, "\u200e": None, "\u200f": None})


def listed_differences():
    """What Node's CLDR writes otherwise than ICU's, by locale and key: the list that node-parity goes by."""
    path = READERS.parent / f"LangueCommandsTests/NodeParity/cldr-{EXPECTED['cldr'].split('.')[0]}.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    return {(row[0], row[1]): re.sub("[\u2066-\u2069]", "", row[3]) for row in rows}


LISTED = listed_differences()


def known_difference(locale, row, text):
    """Why Node says something else than ICU, where that is known."""
    # CLDR 42 (ICU 72) writes the digits of `ar` in Arabic script, Node's in Latin.
    if locale == "ar" and row["text"].translate(ARABIC) == text.translate(ARABIC):
        return f"ar: digits of another script in Node's CLDR {EXPECTED['cldr']}"
    if LISTED.get((locale, row["key"])) == text:
        return f"in the list of CLDR {EXPECTED['cldr']} by locale and key"
    if "\u202f" in text and text.replace("\u202f", " ") == row["text"]:
        return "V8 writes the narrow spaces of dates as plain ones"
    return None


def filled(text, row):
    """A text whose placeholders are `{name}`."""
    for name in row["names"]:
        text = text.replace("{" + name + "}", row["shown"])
    return text.replace("{{", "{").replace("}}", "}") if row["names"] else text


def skipped(program, package):
    if shutil.which(program):
        return False
    print(f"SKIPPED: {program} (Debian: {package})")
    return True


def read_gettext():
    reader = Reader("Python gettext")
    ids = {}
    with open("mo/fr/LC_MESSAGES/messages.mo", "rb") as file:
        for id in gettext.GNUTranslations(file)._catalog:
            key = id[0] if isinstance(id, tuple) else id
            if "\x04" in key:
                context, ids[context] = key.split("\x04", 1)
    for locale, rows in ROWS.items():
        with open(f"mo/{locale.replace('-', '_')}/LC_MESSAGES/messages.mo", "rb") as file:
            catalog = gettext.GNUTranslations(file)
        for row in rows:
            if row["kind"] == "text":
                text = catalog.pgettext(row["key"], ids[row["key"]])
            elif row["kind"] == "plural" and str(row["value"]) not in row["exact"]:
                text = catalog.npgettext(row["key"], ids[row["key"]], "(missing)", row["value"])
            else:
                continue
            reader.compare(locale, row, filled(text, row))
    reader.report()


def read_gettext_tools():
    if skipped("msgunfmt", "gettext") or skipped("msgfmt", "gettext"):
        return
    reader = Reader("msgunfmt and msgfmt -c")
    for path in sorted(Path("mo").glob("*/LC_MESSAGES/messages.mo")):
        unpacked = run("msgunfmt", str(path))
        reader.kinds["message"] += unpacked.stdout.count("\nmsgctxt ")
        packed = run("msgfmt", "-c", "-o", os.devnull, "-", input=unpacked.stdout)
        if unpacked.returncode or packed.returncode:
            reader.fail(path.parts[1], unpacked.stderr + packed.stderr)
    reader.report()


def read_resources():
    if skipped("genrb", "icu-devtools") or skipped("g++", "g++"):
        return
    reader = Reader("genrb, ures_open, MessageFormat")
    os.mkdir("compiled")
    texts = sorted(map(str, Path("res").glob("*.txt")))
    compiled = run("genrb", "-q", "-e", "UTF-8", "-d", "compiled", *texts)
    built = run("g++", "-std=c++17", "-O1", "-o", "resources", str(READERS / "resources.cpp"), "-licui18n", "-licuuc")
    if compiled.returncode or built.returncode:
        reader.fail(compiled.stderr + built.stderr)
        return reader.report()
    asked = [(locale, row) for locale, rows in ROWS.items() for row in rows]
    requests = ["\t".join([locale.replace("-", "_"), row["key"], row["kind"], str(row["value"]), *row["names"]])
                for locale, row in asked]
    answers = run("./resources", os.path.abspath("compiled"), input="\n".join(requests) + "\n")
    lines = answers.stdout.splitlines()
    if answers.returncode or len(lines) != len(asked):
        reader.fail(f"status {answers.returncode}, {len(lines)} answers to {len(asked)}", answers.stderr)
    for (locale, row), line in zip(asked, lines):
        reader.compare(locale, row, line.replace("\\n", "\n"))
    reader.report()


def read_property_lists():
    reader = Reader("plistlib")
    for path in sorted(Path("lproj").glob("*.lproj")):
        locale = path.stem
        plurals = path / "Localizable.stringsdict"
        entries = plistlib.loads(plurals.read_bytes()) if plurals.exists() else {}
        strings = dict(re.findall(
            r'^"((?:[^"\\]|\\.)*)" = "((?:[^"\\]|\\.)*)";$',
            (path / "Localizable.strings").read_text(encoding="utf-8"), re.M))
        for row in ROWS[locale]:
            if row["kind"] == "plural" and row["key"] in entries:
                text = apple_plural(entries[row["key"]], row)
            elif row["kind"] == "text":
                text = re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]),
                              strings.get(row["key"], "(missing)"))
                if row["names"]:
                    text = re.sub(r"%(\d\$)?@", "X", text).replace("%%", "%")
            else:
                continue
            reader.compare(locale, row, text)
    reader.report()


def apple_plural(entry, row):
    """The text that Foundation takes: `zero` for 0 in every language, else the number's category."""
    text = entry["NSStringLocalizedFormatKey"]
    for variable in re.findall(r"%(?:\d\$)?#@(\w+)@", text):
        forms = entry[variable]
        form = forms.get("zero") if row["value"] == 0 else None
        if form is None:
            form = forms.get(row["category"], forms["other"])
        text = re.sub(rf"%(\d\$)?#@{variable}@", lambda _: form, text)
    return re.sub(r"%(\d\$)?l*[du]", row["shown"], text).replace("%%", "%")


def read_java():
    if skipped("java", "openjdk-17-jdk-headless"):
        return
    reader = Reader("ResourceBundle and MessageFormat")
    asked = [(locale, row) for locale, rows in ROWS.items() for row in rows if row["kind"] == "text"]
    Path("java-keys.tsv").write_text(
        "".join(f"{locale}\t{row['key']}\n" for locale, row in asked), encoding="utf-8")
    result = run("java", "-Dfile.encoding=UTF-8", str(READERS / "Read.java"))
    if result.returncode:
        reader.fail(result.stderr)
        return reader.report()
    lines = Path("java.tsv").read_text(encoding="utf-8").splitlines()
    for (locale, row), line in zip(asked, lines, strict=True):
        reader.compare(locale, row, line.split("\t", 2)[2].replace("\\n", "\n"))
    reader.report()


def read_i18next():
    if not Path("/usr/share/nodejs/i18next").exists():
        print("SKIPPED: i18next (Debian: node-i18next)")
        return
    reader = Reader("i18next")
    result = run("node", str(READERS / "i18next.cjs"), env={**os.environ, "NODE_PATH": "/usr/share/nodejs"})
    if result.returncode:
        reader.fail(result.stderr)
        return reader.report()
    read = json.loads(Path("i18next.json").read_text(encoding="utf-8"))
    for locale, rows in ROWS.items():
        for row, text in zip(rows, read["texts"][locale], strict=True):
            if row["kind"] == "select" or (row["kind"] == "ordinal" and not read["ordinals"]):
                continue
            # What has texts for exact numbers other than 0 is not written.
            if row["exact"] > ["0"]:
                continue
            # i18next writes a number as it is.
            row = {**row, "text": row["text"].replace(row["shown"], str(row["value"]))}
            reader.compare(locale, row, text)
    reader.report()
    if not read["ordinals"]:
        print("SKIPPED: ordinals in i18next (the installed one has no keys with `_ordinal_`)")


def read_types():
    if skipped("tsc", "node-typescript"):
        return
    reader = Reader("tsc --strict")
    made = run("node", str(READERS / "types.mjs"))
    if made.returncode:
        reader.fail(made.stderr)
        return reader.report()
    reader.kinds["call"] = json.loads(Path("types.json").read_text())["calls"]
    checked = run("tsc", "--noEmit", "--strict", "--target", "es2020", "--lib", "es2020", "--module", "node16",
                  "--moduleResolution", "node16", "use.ts")
    if checked.returncode:
        for line in checked.stdout.splitlines() or [checked.stderr]:
            reader.fail(line)
    reader.report()


for read in [read_gettext, read_gettext_tools, read_resources, read_property_lists, read_java, read_i18next,
             read_types]:
    read()
sys.exit(1 if faults else 0)
