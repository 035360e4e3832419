"""Compares how long langue and others take to read the same files: `Scripts/bench read` calls it.

    read.py PROGRAM FOLDER [ROUNDS]

Each round asks everybody in turn. Everybody reads in its own process several times and tells the least
processor time; msgfmt, which reads once, is measured from outside, less what it takes for an empty file.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 5

PYTHON = """
import sys, time
{imports}
data = open(sys.argv[1], 'rb').read()
least = None
for _ in range(int(sys.argv[2])):
    start = time.process_time_ns()
    {read}
    took = time.process_time_ns() - start
    least = took if least is None else min(least, took)
print(least)
"""
NODE = """
const data = require('fs').readFileSync(process.argv[1]);
let least = Infinity;
for (let i = 0; i < +process.argv[2]; i++) {
  const start = process.cpuUsage();
  JSON.parse(data.toString('utf8'));
  const took = process.cpuUsage(start);
  least = Math.min(least, (took.user + took.system) * 1000);
}
console.log(least);
"""


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def python(imports, read, repeats):
    script = PYTHON.format(imports=imports, read=read)
    return lambda path: int(output(sys.executable, "-c", script, str(path), str(repeats))[0])


def msgfmt(path):
    def took(file):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["msgfmt", "-o", os.devnull, str(file)], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e9
    empty = FOLDER / "empty.po"
    empty.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    return max(0, min(took(path) for _ in range(3)) - min(took(empty) for _ in range(3)))


def node(path):
    return float(output("node", "-e", NODE, str(path), "20")[0])


def langue(name):
    return lambda path: int(output(PROGRAM, "read", name, str(path), "10")[0])


XLIFF = "import io; from translate.storage.{0} import {1} as Reader"
COMPARISONS = [
    ("po", "po.po", [("msgfmt", msgfmt), (
        "polib", python("import polib", "polib.pofile(data.decode())", 1))]),
    ("fluent", "fluent.ftl", [(
        "fluent.syntax", python("from fluent.syntax import FluentParser", "FluentParser().parse(data.decode())", 1))]),
    ("xliff", "xliff.xlf", [(
        "translate-toolkit", python(XLIFF.format("xliff2", "Xliff2File"), "Reader.parsefile(io.BytesIO(data))", 2))]),
    ("xliff12", "xliff12.1.xlf", [(
        "translate-toolkit", python(XLIFF.format("xliff", "xlifffile"), "Reader.parsefile(io.BytesIO(data))", 2))]),
    ("icu-json", "icu-json.json", [("node, JSON.parse", node)]),
]

print(f"{'format':10} {'messages':>8} {'MB':>6}  {'reader':18} {'ms':>8} {'us/message':>11} {'ratio':>7}")
for name, file, peers in COMPARISONS:
    path = FOLDER / file
    count = int(output(PROGRAM, "read", name, str(path), "1")[1])
    jobs = [("langue", langue(name)), *peers]
    least = [float("inf")] * len(jobs)
    for _ in range(ROUNDS):
        for index, (_, job) in enumerate(jobs):
            least[index] = min(least[index], job(path))
    for index, (reader, _) in enumerate(jobs):
        ratio = "" if index == 0 else f"{least[index] / least[0]:.2f}"
        print(
            f"{name if index == 0 else '':10} {count if index == 0 else '':>8} "
            f"{path.stat().st_size / 1e6 if index == 0 else 0:6.2f}  {reader:18} "
            f"{least[index] / 1e6:8.1f} {least[index] / 1e3 / count:11.2f} {ratio:>7}")
