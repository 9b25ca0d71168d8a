"""Whether letters apart were one word: the evidence that they were.

Strong means: the whole is a word and at least one piece is none, or the last piece is a Kazakh ending that never stands
alone. `ком петенции`, `хабарлана ды` were one; `екі жақты`, two words of the corpus, were not, nor is anything before a
small word (`заңнамалар мен`, `бүгін де`).
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from journal.signs.evidence import Evidence, is_small
from journal.signs.kazakh_forms import KAZAKH, is_closed

MIN_WHOLE = 5  # letters
MIN_STRANGE = 4  # letters of what is no word, where the whole stands nowhere else: shorter ones are endings too
MIN_SCRAP = 2  # the same where the whole is a word of a dictionary and long; one letter may be a sign or an initial
MIN_LONG = 7  # letters of such a word
FORMS = 2  # other forms of such a word in the corpus
RARE = 2  # times in the corpus, this place among them


def is_broken(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """Were the pieces `inner`, letters only, the one word `whole`?"""
    head, tail = inner[0], inner[-1]
    if len(whole) < MIN_WHOLE or head.casefold() in table()["apart"]["heads"]:
        return False
    if _is_lone_ending(tail, whole) and evidence.kazakh.takes("".join(inner[:-1]), tail):
        return True
    small = is_small(tail) and not (len(tail) == 1 and KAZAKH.search(whole) and is_no_word(head, whole, evidence))
    if small or is_closed(tail) or evidence.kazakh.is_form_of(tail, table()["apart"]["verbs"]):
        return False
    return (
        _is_attested_instead(inner, whole, evidence)
        or _is_conjugated(inner, whole, evidence)
        or (len(whole) >= MIN_LONG and evidence.in_dictionary(whole) and _has_scrap(inner, evidence))
        or (len(whole) >= MIN_LONG and _is_of_corpus(inner, whole, evidence))
    )


def _is_attested_instead(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """The whole is a word, a piece is none."""
    if not any(_rare(piece, whole, evidence) for piece in inner):
        return False
    strange = [p for p in inner if is_no_word(p, whole, evidence) and not evidence.kazakh.of_short_root(p)]
    if not evidence.count(whole) and not any(len(piece) >= MIN_STRANGE for piece in strange):
        return False
    ended = evidence.count(inner[-1]) <= 1 < evidence.count(whole) and evidence.kazakh.is_ending(inner[-1])
    return bool(strange or ended) and is_attested(whole, is_small(inner[0]), evidence)


def _is_conjugated(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """`шек теледі`: a form of a stem that goes over the seam; the corpus has other forms of it, not the last piece."""
    tail = inner[-1]
    strange = len(tail) >= MIN_STRANGE and is_no_word(tail, whole, evidence) and not evidence.kazakh.may_be_word(tail)
    return strange and evidence.kazakh.is_built_over("".join(inner[:-1]), tail)


def _is_lone_ending(tail: str, whole: str) -> bool:
    """`ды`, but not the Russian word `ты`, unless the letters before it are Kazakh."""
    return tail in endings() and (KAZAKH.search(whole) is not None or not is_small(tail))


def _is_of_corpus(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """`потер певшим`: words both, but here alone, and the corpus has other forms of the whole."""
    if any(evidence.count(piece) > 1 or is_small(piece) for piece in inner):
        return False
    return evidence.in_dictionary(whole) and evidence.russian_forms(whole) >= FORMS


def _has_scrap(inner: list[str], evidence: Evidence) -> bool:
    """Is a piece none of the words that one would write in the dictionary's language?"""
    head, tail = inner[0], inner[-1]
    if is_small(head) and (len(head) == 1 or len(inner) > 2):
        return False
    scraps = [tail] * (len(tail) >= MIN_SCRAP) + [head] * (len(head) > MIN_SCRAP and not head.isupper())
    return any(evidence.count(scrap) <= RARE and not evidence.known(scrap) for scrap in scraps)


def is_attested(whole: str, doubtful: bool, evidence: Evidence) -> bool:
    """`doubtful`: its head is a small word, which may well stand by itself before a rare one."""
    if doubtful and not evidence.count(whole):
        return False
    return evidence.count(whole) > 1 or (evidence.count(whole) == 1 and len(whole) > 7) or evidence.known(whole)


def _rare(piece: str, whole: str, evidence: Evidence) -> bool:
    """Hardly more often in the corpus than here, where it is counted too."""
    return len(piece) > 1 and evidence.count(piece) <= max(1, min(RARE, evidence.count(whole)))


def is_no_word(piece: str, whole: str, evidence: Evidence) -> bool:
    return _rare(piece, whole, evidence) and not evidence.known(piece)


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    return frozenset(table()["endings"]["kk"])


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "compounds.toml").read_text("utf-8"))
