"""`python -m journal.text FILE`: the numbered lines of a file, as reports, fixes and `sources` count them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from journal.errors import JournalError
from journal.report import Report
from journal.signs import labels
from journal.signs.shapes import split_lines

from .formats import SUFFIXES, receive


def numbered(path: Path) -> list[str]:
    """The lines of a file with their numbers.

    Raises:
        JournalError: the file holds no text that can be read.
        OSError: it cannot be opened.
    """
    lines = split_lines(receive(path, labels.load(), Report()).text)
    return [f"{number:>6}  {line.lstrip(chr(12))}".rstrip() for number, line in enumerate(lines, 1)]


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or Path(arguments[0]).suffix.lower() not in SUFFIXES:
        print(f"Say which file: make text FILE=… ({' '.join(SUFFIXES)})", file=sys.stderr)
        return 2
    try:
        print("\n".join(numbered(Path(arguments[0]))))
    except BrokenPipeError:
        sys.stderr.close()  # whoever reads has seen enough (`| head`)
    except (JournalError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
