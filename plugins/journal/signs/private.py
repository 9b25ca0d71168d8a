"""What looks like private data of people: told by its kind, masked wherever a line of a dump is shown.

In: any text. A kind of private data has patterns that must all stand in one paragraph: the value itself first (a
number, a date of birth), then what makes it private (a name, an address).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from .shapes import ORCID

MASK = "•••"
NUMBERS = re.compile(r"\d(?:[\d ().,/№-]*\d)?")
OPEN = re.compile(f"({ORCID.pattern})")  # no private number, though it may look like one


def private(text: str) -> Iterator[str]:
    """Each kind of private data in `text`, once."""
    text = ORCID.sub(" ", text)
    for what, patterns in _patterns().items():
        if all(pattern.search(text) for pattern in patterns):
            yield what


def masked(text: str, beside_private: bool = False) -> str:
    """`text` with every value that may be private behind a mask, alone or not: its name may stand on the next line.

    Of a paragraph that holds private data (`beside_private`) all numbers are masked: telephones, houses, dates.
    """
    if beside_private:
        return NUMBERS.sub(MASK, text)
    pieces = OPEN.split(text)
    for patterns in _patterns().values():
        pieces[::2] = [patterns[0].sub(MASK, piece) for piece in pieces[::2]]
    return "".join(pieces)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """What is looked for -> its patterns, the value's own first."""
    table = tomllib.loads((files("journal") / "tables" / "private.toml").read_text("utf-8"))
    return {entry["what"]: tuple(map(re.compile, entry["patterns"])) for entry in table["private"]}
