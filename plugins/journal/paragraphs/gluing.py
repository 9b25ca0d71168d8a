"""Words that lost the space between them: `омартасытуралы`, `2020жылы`, `(ХҚК)өңірлік`.

Parted where the evidence is strong: the whole stands nowhere else and is no word, both halves stand elsewhere, and
the first one has an ending, since compounds are made of bare stems (`құқықбұзушылық` is one, and only reported).
"""

from __future__ import annotations

import re

from journal.signs.evidence import Evidence

LONG = re.compile(r"(?<![\w-])[^\W\d_]{9,60}(?![\w-])")  # longer ones are no words
NUMBER = re.compile(r"(?<!\w)(?P<left>(?:1[89]|20)\d\d)(?P<right>жыл|год)(?=[^\W\d_]|\b)")
BRACKET = re.compile(r"(?P<left>(?<!\S)\([^()\s]{2,40}\))(?P<right>[^\W\d_]{4,})")
MIN_HALF = 4  # letters: shorter halves stand in many words
LEFT, RIGHT = 2, 4  # times that the halves stand elsewhere
ONCE = 1  # the whole: here, and nowhere else


def part(text: str, evidence: Evidence) -> tuple[str, list[tuple[str, str]], list[str]]:
    """(text, (before, after) of each repair, words that may be two)."""
    repairs: list[tuple[str, str]] = []
    doubts: list[str] = []

    def word(match: re.Match[str]) -> str:
        halves = _halves(match[0], evidence)
        if halves and evidence.is_inflected(halves[0]):
            repairs.append((match[0], " ".join(halves)))
            return " ".join(halves)
        if halves:
            doubts.append(match[0])
        return match[0]

    def sign(match: re.Match[str]) -> str:
        if match.re is BRACKET and evidence.count(match["right"]) < RIGHT:
            return match[0]
        repairs.append((match[0], f"{match['left']} {match['right']}"))
        return f"{match['left']} {match['right']}"

    return BRACKET.sub(sign, NUMBER.sub(sign, LONG.sub(word, text))), repairs, doubts


def _halves(word: str, evidence: Evidence) -> tuple[str, str] | None:
    """The one place where the word falls into two words of the corpus, if it is none itself."""
    if evidence.count(word) > ONCE or (word[0].isupper() and not word.isupper()) or evidence.known(word):
        return None
    places = range(MIN_HALF, len(word) - MIN_HALF + 1)
    found = [i for i in places if evidence.count(word[i:]) >= RIGHT and evidence.count(word[:i]) >= LEFT]
    return (word[: found[0]], word[found[0] :]) if len(found) == 1 else None
