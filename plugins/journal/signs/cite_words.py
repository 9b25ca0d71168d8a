"""The words and signs inside a citation, by `tables/citations.toml`.

`tokens("10, p. 12–14")` says of each piece what it is, in one letter, so that the shape of a citation can be read like
a word: `n,w.n-n`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

PIECE = re.compile(
    r"(?P<n>\d+)|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*|[№§&]+)|(?P<sign>[,;:.–—-])|(?P<space>\s+)|(?P<other>.)", re.DOTALL
)
ROMAN = re.compile(r"[ivxlcdmіхс]{1,7}", re.IGNORECASE)
KINDS = {"locator": "w", "and": "a", "see": "s"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text from `start` to `end` (characters).

    `kind`: n number, w word of a locator, a "and", s "see", o "and others", r Roman number or the letter of `12a`, - a
    dash, one of the signs `,;:.`, x anything else. `spaced`: a space stands before it.
    """

    kind: str
    text: str
    start: int
    end: int
    spaced: bool


def tokens(text: str) -> Iterator[Token]:
    """The pieces of `text` in order, spaces left out."""
    spaced, before = False, ""
    for match in PIECE.finditer(text):
        if match.lastgroup == "space":
            spaced = True
            continue
        kind = _kind(match, attached=before == "n" and not spaced)
        yield Token(kind, match[0], match.start(), match.end(), spaced)
        spaced, before = False, kind


def _kind(match: re.Match[str], attached: bool) -> str:
    if match.lastgroup == "n":
        return "n"
    if match.lastgroup == "word":
        known = words().get(match[0].casefold())
        return known or ("r" if ROMAN.fullmatch(match[0]) or (attached and len(match[0]) == 1) else "x")
    if match.lastgroup == "sign":
        return "-" if match[0] in "-–—" else match[0]
    return "x"


@lru_cache(maxsize=1)
def table() -> Mapping[str, tuple[str, ...]]:
    """Each part of the table -> its words in all languages, as they stand there."""
    read = tomllib.loads((files("journal") / "tables" / "citations.toml").read_text("utf-8"))
    return {part: tuple(word for words in by_lang.values() for word in words) for part, by_lang in read.items()}


@lru_cache(maxsize=1)
def words() -> Mapping[str, str]:
    """A word in lower case -> the letter of its kind; what is a locator is nothing else."""
    known = {piece: "o" for text in table()["others"] for piece in re.findall(r"[^\W\d_]+", text)}
    for part in ("see", "and", "locator"):
        known |= dict.fromkeys((word.casefold() for word in table()[part]), KINDS[part])
    return known
