"""Times writing all bundles of a site beside the tools that compile other formats.

    export.py LANGUE GENERATOR FOLDER

FOLDER keeps what the shared generator writes, the site made of it, and what is written. Jobs run in turn; the
minimum of the rounds counts. Time is that of the processors, so two workers cost what one costs.
"""

import json
import os
import resource
import subprocess
import sys
import time

langue, generator, folder = sys.argv[1:]


def prepare():
    """The same messages as a site, as PO and as ICU's resources."""
    if os.path.exists(f"{folder}/site/Locales/site.json"):
        return
    subprocess.run(
        [sys.executable, generator, "--formats", "mf2,po,res", folder, "10000"], check=True, stdout=subprocess.DEVNULL)
    # The workload has one language more than the site.
    locales = sorted(name[:-5] for name in os.listdir(f"{folder}/mf2") if name != "tr.json")
    for locale in locales:
        os.makedirs(f"{folder}/site/Strings/{locale}", exist_ok=True)
        os.replace(f"{folder}/mf2/{locale}.json", f"{folder}/site/Strings/{locale}/page.json")
    os.makedirs(f"{folder}/site/Locales")
    entries = [{"locale": locale, "label": locale, **({"default": True} if locale == "en-US" else {})}
               for locale in locales]
    with open(f"{folder}/site/Locales/site.json", "w", encoding="utf-8") as file:
        json.dump({"source": "en-US", "entries": entries}, file)


prepare()
LOCALES = sorted(os.listdir(f"{folder}/site/Strings"))


def compile_po():
    for locale in LOCALES:
        run(["msgfmt", "-o", f"{folder}/written/{locale}.mo", f"{folder}/po/{locale}.po"])


def run(command):
    # Broken messages are part of the workload, so warnings are too.
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


JOBS = {
    "langue export --format bundle": (3, lambda: run(
        [langue, "export", "--format", "bundle", "--site", f"{folder}/site", "--output", f"{folder}/bundles"])),
    "msgfmt, one file at a time": (3, compile_po),
    # Quadratic in the number of keys: once is enough.
    "genrb, all files at once": (1, lambda: run(
        ["genrb", "-q", "-d", f"{folder}/written", *(f"{folder}/res/{locale.replace('-', '_')}.txt" for locale in LOCALES)])),
}


def processor():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


os.makedirs(f"{folder}/written", exist_ok=True)
# What has to be built first is no part of it.
run([langue, "--help"])
times = {name: [] for name in JOBS}
for round in range(3):
    for name, (rounds, job) in JOBS.items():
        if round < rounds:
            before, start = processor(), time.monotonic()
            job()
            times[name].append((processor() - before, time.monotonic() - start))

own = min(times["langue export --format bundle"])[0]
print(f"\nWriting {len(LOCALES)} languages of 10 000 keys: seconds of processor time, minimum")
for name, measured in times.items():
    least, wall = min(measured)
    print(f"{name:40} {least:8.2f} {least / own:8.2f}   ({wall:.2f} on the clock)")
