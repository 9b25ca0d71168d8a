"""Words broken by a space are healed where the evidence is strong.

Strong means: the whole is a word and at least one piece is none, or the last piece is a Kazakh ending that never stands
alone. `ком петенции`, `хабарлана ды` heal; `екі жақты`, two words of the corpus, does not, nor does anything before a
small word (`заңнамалар мен`, `бүгін де`).
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from journal.signs.evidence import Evidence, is_small
from journal.signs.kazakh_forms import KAZAKH, is_closed

PIECES = re.compile(r"[^\W\d_]+")
END = re.compile(r"[^\W\d_]+$")
FROM_NUMBER = re.compile(r"\d+[-–]$")
OVERFLOW = re.compile(r"(?<!\w)(?P<head>[^\W\d_]{5,}) (?P<tail>[^\W\d_])(?!\w|\.)")
NUMBER = re.compile(r"\d+")
MIN_WHOLE = 5  # letters
MIN_STRANGE = 4  # letters of what is no word, where the whole stands nowhere else: shorter ones are endings too
MIN_SCRAP = 2  # the same where the whole is a word of a dictionary and long; one letter may be a sign or an initial
MIN_LONG = 7  # letters of such a word
RARE = 2  # times in the corpus, this place among them


def heal(text: str, evidence: Evidence) -> tuple[str, list[tuple[str, str]]]:
    """The healed text, and (before, after) of each repair in reading order."""
    words = text.split(" ")
    scarce = [_scarce(word, evidence) for word in words]
    healed: list[str] = []
    repairs: list[tuple[str, str]] = []
    i = 0
    while i < len(words):
        for take in (3, 2):
            whole = any(scarce[i : i + take]) and _whole(words[i : i + take], take, evidence)
            if whole and not _whole(words[i + take - 1 : i + take + 1], 2, evidence):
                repairs.append((" ".join(words[i : i + take]), whole))
                healed.append(whole)
                i += take
                break
        else:
            healed.append(words[i])
            i += 1
    return " ".join(healed), repairs


def _scarce(word: str, evidence: Evidence) -> bool:
    """May a piece of `word` be no word? A quick look, since most words are common ones."""
    return any(evidence.count(piece) <= RARE or piece in _endings() for piece in PIECES.findall(word))


def _whole(pieces: list[str], take: int, evidence: Evidence) -> str | None:
    """The one word that `pieces` were, or None."""
    if len(pieces) < take or not all(pieces) or not pieces[0][-1].isalpha():
        return None
    if not all(piece.isalpha() for piece in pieces[1:-1]) or not pieces[-1][0].isalpha() or pieces[-1][0].isupper():
        return None
    tail = PIECES.match(pieces[-1])
    inner = [PIECES.findall(pieces[0])[-1], *pieces[1:-1], tail[0] if tail else ""]
    return "".join(pieces) if _is_broken(inner, "".join(inner), evidence) else None


def _is_broken(inner: list[str], whole: str, evidence: Evidence) -> bool:
    head, tail = inner[0], inner[-1]
    if len(whole) < MIN_WHOLE or head.casefold() in _table()["apart"]["heads"]:
        return False
    if _is_lone_ending(tail, whole) and evidence.kazakh.takes("".join(inner[:-1]), tail):
        return True
    small = is_small(tail) and not (len(tail) == 1 and KAZAKH.search(whole) and _no_word(head, whole, evidence))
    if small or is_closed(tail) or evidence.kazakh.is_form_of(tail, _table()["apart"]["verbs"]):
        return False
    return (
        _is_attested_instead(inner, whole, evidence)
        or _is_conjugated(inner, whole, evidence)
        or (len(whole) >= MIN_LONG and evidence.in_dictionary(whole) and _has_scrap(inner, evidence))
    )


def _is_attested_instead(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """The whole is a word, a piece is none."""
    if not any(_rare(piece, whole, evidence) for piece in inner):
        return False
    strange = [p for p in inner if _no_word(p, whole, evidence) and not evidence.kazakh.of_short_root(p)]
    if not evidence.count(whole) and not any(len(piece) >= MIN_STRANGE for piece in strange):
        return False
    ended = evidence.count(inner[-1]) <= 1 < evidence.count(whole) and evidence.kazakh.is_ending(inner[-1])
    return bool(strange or ended) and _attested(whole, is_small(inner[0]), evidence)


def _is_conjugated(inner: list[str], whole: str, evidence: Evidence) -> bool:
    """`шек теледі`: a form of a stem that goes over the seam; the corpus has other forms of it, not the last piece."""
    tail = inner[-1]
    strange = len(tail) >= MIN_STRANGE and _no_word(tail, whole, evidence) and not evidence.kazakh.may_be_word(tail)
    return strange and evidence.kazakh.is_built_over("".join(inner[:-1]), tail)


def _is_lone_ending(tail: str, whole: str) -> bool:
    """`ды`, but not the Russian word `ты`, unless the letters before it are Kazakh."""
    return tail in _endings() and (KAZAKH.search(whole) is not None or not is_small(tail))


def _has_scrap(inner: list[str], evidence: Evidence) -> bool:
    """Is a piece none of the words that one would write in the dictionary's language?"""
    head, tail = inner[0], inner[-1]
    if is_small(head) and (len(head) == 1 or len(inner) > 2):
        return False
    scraps = [tail] * (len(tail) >= MIN_SCRAP) + [head] * (len(head) > MIN_SCRAP and not head.isupper())
    return any(evidence.count(scrap) <= RARE and not evidence.known(scrap) for scrap in scraps)


def _attested(whole: str, doubtful: bool, evidence: Evidence) -> bool:
    """`doubtful`: its head is a small word, which may well stand by itself before a rare one."""
    if doubtful and not evidence.count(whole):
        return False
    return evidence.count(whole) > 1 or (evidence.count(whole) == 1 and len(whole) > 7) or evidence.known(whole)


def _rare(piece: str, whole: str, evidence: Evidence) -> bool:
    """Hardly more often in the corpus than here, where it is counted too."""
    return len(piece) > 1 and evidence.count(piece) <= max(1, min(RARE, evidence.count(whole)))


def heal_cells(left: str, right: str, evidence: Evidence) -> tuple[str, str, str] | None:
    """(head, tail, the whole) where one cell of a table breaks off inside a word and the next goes on with it."""
    head, tail = FROM_NUMBER.search(left), NUMBER.match(right)
    if head and tail:
        return head[0], tail[0], head[0] + tail[0]
    head, tail = END.search(left), PIECES.match(right)
    if not head or not tail or not tail[0][0].islower():
        return None
    whole = head[0] + tail[0]
    overflow = len(tail[0]) == 1 and len(head[0]) >= MIN_WHOLE
    if overflow and evidence.count(head[0]) < RARE and not evidence.known(head[0]):
        return head[0], tail[0], whole
    if len(whole) < MIN_WHOLE or not _broken_off(head[0], tail[0], whole, evidence):
        return None
    return head[0], tail[0], whole


def heal_overflow(cell: str, evidence: Evidence) -> tuple[str, list[tuple[str, str]]]:
    """A cell whose narrow column pushed a word's last letter away: `омарталарынд а`, `beehive s`."""
    repairs: list[tuple[str, str]] = []

    def heal(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        if evidence.count(head) > 1 or evidence.known(head) or head.isupper():
            return match[0]
        repairs.append((match[0], head + tail))
        return head + tail

    return OVERFLOW.sub(heal, cell), repairs


def _broken_off(head: str, tail: str, whole: str, evidence: Evidence) -> bool:
    """The whole is a word, and the head none, or the tail none."""
    if tail.casefold() in _table()["endings"]["cells"] and evidence.known(head):
        return True
    if not _attested(whole, is_small(head), evidence):
        return False
    return _no_word(head, whole, evidence) or (not is_small(tail) and _no_word(tail, whole, evidence))


def _no_word(piece: str, whole: str, evidence: Evidence) -> bool:
    return _rare(piece, whole, evidence) and not evidence.known(piece)


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    return frozenset(_table()["endings"]["kk"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("journal") / "tables" / "compounds.toml").read_text("utf-8"))
