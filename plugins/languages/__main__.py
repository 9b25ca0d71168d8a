"""`python -m languages LANG [--vocabulary FILE]`: one form a line on standard input, `form<TAB>lemma` out."""

from __future__ import annotations

import argparse
import codecs
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from .analyser import Analyser

BLOCK = 1 << 20  # bytes


class Readable(Protocol):
    """A stream of bytes that gives what there is."""

    def read1(self, size: int, /) -> bytes:
        """Some bytes, at most so many; none at the end."""
        ...


class InputError(ValueError):
    """A vocabulary cannot be read; the message is one sentence with `path:line`."""


def main() -> int:
    """Read forms, print lemmas; 2 and one sentence where the vocabulary is faulty."""
    parser = argparse.ArgumentParser(prog="python -m languages", description="The best lemma of each form.")
    parser.add_argument("lang", choices=("kk", "ru", "en"))
    parser.add_argument("--vocabulary", type=Path, help="form<TAB>count a line: what the corpus attests")
    options = parser.parse_args()
    try:
        vocabulary = read_vocabulary(options.vocabulary) if options.vocabulary else {}
    except (InputError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)  # type: ignore[union-attr]
    analyser = Analyser({options.lang: vocabulary})
    for forms in blocks(cast("Readable", sys.stdin.buffer)):
        analyser.expect(forms, options.lang)
        for form in forms:
            print(f"{form}\t{analyser.lemma(form, options.lang)}")
    return 0


def blocks(stream: Readable) -> Iterator[list[str]]:
    """Lines that are not empty, as many at a time as are there: a pipe is answered line by line, a file in bulk."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")("replace"), translate=True)
    begun = ""
    while data := stream.read1(BLOCK):
        *lines, begun = (begun + decoder.decode(data)).split("\n")
        yield list(filter(None, lines))
    yield list(filter(None, (begun + decoder.decode(b"", final=True)).split("\n")))


def read_vocabulary(path: Path) -> Counter[str]:
    """`form<TAB>count` lines; blank lines are skipped, counts of one form are added."""
    counts: Counter[str] = Counter()
    for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
        except UnicodeDecodeError as error:
            raise InputError(f"{path}:{number}: not UTF-8") from error
        form, tab, count = line.partition("\t")
        if tab and not count.strip().isdecimal():
            raise InputError(f"{path}:{number}: wants form, tab, count; has '{line}'")
        if form.strip():
            counts[form.strip()] += int(count) if tab else 1
    return counts


if __name__ == "__main__":
    sys.exit(main())
