"""Prints the sample journal: tests/gold/sample/*.txt -> content/dumps/* and its gold, tests/gold/sample/*.json.

Run it when a clean text changes:

    python benchmarks/make_sample.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.press.clean import FOLDER  # noqa: E402
from benchmarks.press.sample import sample  # noqa: E402
from benchmarks.press.written import gold  # noqa: E402

DUMPS = ROOT / "content" / "dumps"


def main() -> None:
    printed = sample()
    DUMPS.mkdir(parents=True, exist_ok=True)
    for name, dump in printed.items():
        (DUMPS / name).write_bytes(dump.data)
    for name, text in gold(dump.record for dump in printed.values()).items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
