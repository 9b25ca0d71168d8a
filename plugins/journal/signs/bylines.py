"""A line of authors: which names stand on it, with which marks.

In: one line. Out: its names, when it holds nothing but names, their marks and degrees; else none. How sure a name is:
initials, a father's name, or marks behind surnames show one anywhere (`SURE`); the ending of a surname, or no more than
capital letters, only where the lines around it speak of authors (`LIKELY`, `POSSIBLE`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from languages.names.names import ends_like_surname, is_particle, is_patronymic

from .degrees import DEGREE_WORDS, are_degrees, byline_words, is_degree

SURE, LIKELY, POSSIBLE = 3, 2, 1
LONGEST = 200  # characters of a line of authors
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹abcdef", "0123456789123456")
_LETTER = r"[^\W\d_⁰¹²³⁴-⁹]"
_MARK = r"[*†⁎∗¹²³⁴-⁹1-9]"
MARKS = re.compile(rf"{_MARK}{{1,3}}")
LEADING = re.compile(r"^[*†⁎∗¹²³⁴-⁹]{1,3}\s?")
TRAILING = re.compile(rf"(?P<space>\s?)(?P<marks>{_MARK}{{1,3}}|(?<=\s)[a-f])$")
INITIAL = rf"(?:{_LETTER}{{1,2}}|Shch|Dzh)\."
TOKEN = re.compile(rf"[\s-]*(?:(?P<initial>{INITIAL})|(?P<word>{_LETTER}(?:['’ʼ`‐-]?{_LETTER})+))", re.IGNORECASE)
WITH_INITIALS = re.compile(r"p*WI{1,3}p?|I{1,3}p*Wp?|WI{1,2}W")
FULL = re.compile(r"p*W(?:p*W|p){1,3}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed, capitals aside. `marks` are numbers of affiliations; `star` marks who is written to."""

    name: str
    sure: int
    marks: str = ""
    star: bool = False


def names_in(text: str) -> tuple[Named, ...]:
    """The names of a line of authors, in order; none where anything else stands on it."""
    return _names_in(text) if len(text) < LONGEST else ()  # longer ones would stay in the cache


@lru_cache(maxsize=20_000)
def _names_in(text: str) -> tuple[Named, ...]:
    named: list[Named] = []
    for piece in pieces_of(text):
        name = name_in(piece)
        if name:
            named.append(name)
        elif named and MARKS.fullmatch(piece):
            named[-1] = _marked(named[-1], piece)
        elif not is_degree(piece):
            return ()
    several = len(named) > 1 and all(name.marks for name in named)
    return tuple(replace(name, sure=SURE) for name in named) if several else tuple(named)


def are_names(text: str, sure: int = SURE) -> bool:
    """Is this a line of authors, as sure as that?"""
    names = names_in(text)
    return bool(names) and all(name.sure >= sure for name in names)


def pieces_of(text: str) -> Iterator[str]:
    """What stands between commas, dashes and conjunctions."""
    return filter(None, (piece.strip() for piece in _between().split(text.strip().strip(",;"))))


def name_in(piece: str) -> Named | None:
    """The name that a piece is, or that stands behind a degree."""
    words = piece.split()
    for i in range(len(words) if len(words) <= 2 * DEGREE_WORDS else 0):
        head, name = " ".join(words[:i]), _name(" ".join(words[i:]))
        degree = are_degrees(head) or (i > 1 and is_degree(head))
        if name and (degree if i else not are_degrees(words[0])):
            return name
    return None


def _name(piece: str) -> Named | None:
    bare = LEADING.sub("", piece, count=1)
    trailing = TRAILING.search(bare)
    text = (bare[: trailing.start()] if trailing else bare).strip()
    marks = (LEADING.match(piece) or [""])[0] + (trailing["marks"] if trailing else "")
    raised = bool(marks) and not (trailing and trailing["space"] and trailing["marks"].isdecimal())
    sure = _sureness(text, raised)
    return _marked(Named(_tidy(text), sure), marks) if sure else None


def _sureness(text: str, marked: bool) -> int:
    """0 where `text` has not the form of one name."""
    tokens = list(_tokens(text))
    shape = "".join(kind for kind, _ in tokens)
    words = [word for kind, word in tokens if kind != "I"]
    if WITH_INITIALS.fullmatch(shape):
        return SURE
    if not FULL.fullmatch(shape):
        return 0
    father = any(is_patronymic(word) and (word.islower() or not is_particle(word)) for word in words)
    if father and (not text.isupper() or shape.count("W") > 2):
        return SURE
    if father or any(map(ends_like_surname, words)):
        return SURE if marked and not text.isupper() else LIKELY
    return POSSIBLE


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """(I: an initial, W: a word with a capital, p: a small word inside a name, ?: anything else; the text of it)."""
    at = 0
    while match := TOKEN.match(text, at):
        token, at = match[0].strip(" -"), match.end()
        if match["word"] and is_particle(token) and (token.islower() or token.isupper()):
            yield "p", token
        elif not token[0].isupper() or token.rstrip(".").casefold() in byline_words("abbreviation"):
            yield "?", token
        else:
            yield "I" if match["initial"] else "W", token
    if text[at:].strip() not in ("", "."):
        yield "?", text[at:]


def _marked(name: Named, marks: str) -> Named:
    digits = re.sub(r"\D", "", marks.translate(DIGITS))
    return replace(name, marks=name.marks + digits, star=name.star or len(digits) < len(marks.strip()))


def _tidy(name: str) -> str:
    """`ALIEV  T.N.` -> `Aliev T.N.`, `ОГЛЫ` -> `оглы`; a word in mixed case stays."""
    words = name.split()
    small = [is_particle(word) and i > 0 for i, word in enumerate(words)]
    told = (word.lower() if p else word.title() for word, p in zip(words, small, strict=True))
    text = " ".join(new if word.isupper() else word for word, new in zip(words, told, strict=True))
    return text.removesuffix(".") if not re.search(rf"(?<!\w){INITIAL}$", text) else text


@cache
def _between() -> re.Pattern[str]:
    joining = "|".join(map(re.escape, byline_words("and")))
    return re.compile(rf"\s*[,;]\s*|\s+[–—-]\s+|\s+(?:{joining})\s+", re.IGNORECASE)
