"""Words broken by a space are healed where the evidence is strong (`broken`)."""

from __future__ import annotations

import re

from journal.signs.evidence import Evidence

from .broken import RARE, endings, is_broken

PIECES = re.compile(r"[^\W\d_]+")


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
    return any(evidence.count(piece) <= RARE or piece in endings() for piece in PIECES.findall(word))


def _whole(pieces: list[str], take: int, evidence: Evidence) -> str | None:
    """The one word that `pieces` were, or None."""
    if len(pieces) < take or not all(pieces) or not pieces[0][-1].isalpha():
        return None
    if not all(piece.isalpha() for piece in pieces[1:-1]) or not pieces[-1][0].isalpha() or pieces[-1][0].isupper():
        return None
    tail = PIECES.match(pieces[-1])
    inner = [PIECES.findall(pieces[0])[-1], *pieces[1:-1], tail[0] if tail else ""]
    return "".join(pieces) if is_broken(inner, "".join(inner), evidence) else None
