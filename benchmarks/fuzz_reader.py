"""Looks for inputs that break a promise of the reader (tests/journal/invariants.py), as long as it is told to.

    python benchmarks/fuzz_reader.py [--seconds 60] [--seed 1]

Bytes are mutated and given to Hypothesis, which makes dumps of them (tests/journal/dumps.py: scraps of all that the
reader looks for; pieces of our sample, spoilt). Bytes whose dump made the reader say something new are kept and
mutated further. A failure is printed and remembered: `make test-long` shrinks it to the smallest that still fails.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from hypothesis import settings  # noqa: E402
from hypothesis.database import DirectoryBasedExampleDatabase  # noqa: E402

settings.register_profile("fuzz", deadline=None, database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis/examples"))
settings.load_profile("fuzz")

from journal.corpus import Corpus  # noqa: E402
from tests.journal import invariants  # noqa: E402
from tests.journal.test_properties import test_any_files_are_read  # noqa: E402

FIRST, MOST = 100, 5_000  # buffers to begin with, and kept


class Fuzzer:
    """`tried` inputs so far, `sayings` of the reader met in them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pool = [self.chance.randbytes(2 ** self.chance.randint(5, 13)) for _ in range(FIRST)]
        self.sayings: set[str] = set()
        self.new = False
        self.tried = 0
        invariants.OBSERVERS.append(self.observe)

    def observe(self, found: Corpus) -> None:
        """What the reader said of an input: kinds and reasons of its entries, kinds of blocks."""
        said = {f"{entry.kind} {entry.why[:30]}" for entry in found.report.in_order()}
        said |= {f"{article.kind} {block.kind} {block.lang}" for article in found.articles for block in article.blocks}
        self.new = not said <= self.sayings
        self.sayings |= said

    def step(self) -> None:
        """One input; raises what breaks a promise."""
        self.new = False
        kept = test_any_files_are_read.hypothesis.fuzz_one_input(self.mutated(self.chance.choice(self.pool)))
        self.tried += kept is not None
        if kept and self.new and len(self.pool) < MOST:
            self.pool.append(kept)

    def mutated(self, data: bytes) -> bytes:
        """Bytes changed, put in, taken out, or the end of another buffer."""
        changed = bytearray(data)
        for _ in range(self.chance.randint(1, 8)):
            at = self.chance.randrange(len(changed) + 1)
            size = self.chance.randint(1, 16)
            random_bytes = self.chance.randbytes(size)
            other = self.chance.choice(self.pool)
            edits = [random_bytes + changed[at:], random_bytes + changed[at + size :], changed[at + size :], other[at:]]
            changed[at:] = self.chance.choice(edits)
        return bytes(changed)


def smallest(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without whatever line may go while they still break a promise."""
    for name, content in list(files.items()):
        lines = content.split(b"\n")
        size = len(lines)
        while size:
            for start in range(0, len(lines), size):
                fewer = {**files, name: b"\n".join(lines[:start] + lines[start + size :])}
                if breaks(fewer):
                    files, lines = fewer, fewer[name].split(b"\n")
                    break
            else:
                size //= 2
    return files


def breaks(files: dict[str, bytes]) -> bool:
    try:
        invariants.read(files)
    except Exception:  # noqa: BLE001  see main
        return True
    return False


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    fuzzer, end = Fuzzer(options.seed), time.monotonic() + options.seconds
    try:
        while time.monotonic() < end:
            fuzzer.step()
    except Exception:  # noqa: BLE001  whatever it is, it is what we look for
        traceback.print_exc()
        print(f"broken after {fuzzer.tried} inputs; the smallest files that break it so:", file=sys.stderr)
        for name, data in smallest(invariants.LATEST[0]).items():
            print(f"--- {name}", *data.decode("utf-8", "replace").split("\n"), sep="\n", file=sys.stderr)
        return 1
    print(f"{fuzzer.tried} inputs, {len(fuzzer.sayings)} different sayings of the reader, no promise broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
