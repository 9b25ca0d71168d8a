"""How many distinct Kazakh forms a second the build analyses on one core, and what it costs before the first.

    python benchmarks/kazakh_speed.py FORMS              FORMS: a form a line, or form<TAB>count
    python benchmarks/kazakh_speed.py FORMS --runs 5     the least of five runs each
    python benchmarks/kazakh_speed.py FORMS --of DIR     with the `plugins` of another clone, to compare with

CPU time of `Analyser({"kk": forms})` and of asking the lemma of each form, without imports, each time in a process of
its own: with one form (the fixed part), with a tenth, with half and with all. The last column is what a further form
costs at that size, as forms a second. Forms are drawn by chance, always the same ones, so that a part is like the
whole; those with a Latin letter are left out, since an English list is loaded for them, which takes .3 s.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

RUN = """
import sys, time
sys.path.insert(0, sys.argv[1])
from languages import Analyser
rows = [line.split("\\t") for line in sys.stdin.read().splitlines()]
forms = {row[0]: int(row[1]) if len(row) > 1 else 1 for row in rows}
start = time.process_time()
analyser = Analyser({"kk": forms})
analyser.expect(forms, "kk")
for form in forms:
    analyser.lemma(form, "kk")
print(time.process_time() - start)
"""


def seconds(plugins: Path, lines: list[str], runs: int) -> float:
    """The least CPU time of some runs with these forms."""
    command, text = [sys.executable, "-c", RUN, str(plugins)], "\n".join(lines).encode()
    return min(float(subprocess.run(command, input=text, capture_output=True, check=True).stdout) for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--of", type=Path, default=ROOT)
    options = parser.parse_args()
    lines = [line for line in options.forms.read_text("utf-8").splitlines() if not re.search("[A-Za-z]", line)]
    random.Random(1).shuffle(lines)
    fewer, least = 1, seconds(options.of / "plugins", lines[:1], options.runs)
    print(f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores; before the first form: {least:.2f} s")
    for size in (len(lines) // 10, len(lines) // 2, len(lines)):
        taken = seconds(options.of / "plugins", lines[:size], options.runs)
        rates = f"{size / taken:8,.0f} forms/s, further ones {(size - fewer) / (taken - least):8,.0f}/s"
        print(f"{size:8,} forms  {taken:6.2f} s  {rates}")
        fewer, least = size, taken


if __name__ == "__main__":
    main()
