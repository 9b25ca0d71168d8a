"""Words broken by a space are healed where the evidence is strong.

Strong means: the whole is attested in the corpus (or a Russian dictionary word), and at least one piece stands
nowhere else as a word. `ком петенции` heals; `екі жақты`, two words of the corpus, does not.
"""

from __future__ import annotations

import re

from .evidence import Evidence

PIECES = re.compile(r"[^\W\d_]+")
MIN_WHOLE = 5  # letters


def heal(text: str, evidence: Evidence) -> tuple[str, list[tuple[str, str]]]:
    """The healed text, and (before, after) of each repair in reading order."""
    words = text.split(" ")
    healed: list[str] = []
    repairs: list[tuple[str, str]] = []
    i = 0
    while i < len(words):
        for take in (3, 2):
            whole = _whole(words[i : i + take], take, evidence)
            if whole:
                repairs.append((" ".join(words[i : i + take]), whole))
                healed.append(whole)
                i += take
                break
        else:
            healed.append(words[i])
            i += 1
    return " ".join(healed), repairs


def _whole(pieces: list[str], take: int, evidence: Evidence) -> str | None:
    """The one word that `pieces` were, or None."""
    if len(pieces) < take or not all(pieces) or not pieces[0][-1].isalpha():
        return None
    if not all(piece.isalpha() for piece in pieces[1:-1]) or not pieces[-1][0].isalpha() or pieces[-1][0].isupper():
        return None
    head, tail = PIECES.findall(pieces[0])[-1], PIECES.match(pieces[-1])
    inner = [head, *pieces[1:-1], tail[0] if tail else ""]
    whole = "".join(inner)
    if len(whole) < MIN_WHOLE or not _attested(whole, evidence):
        return None
    return "".join(pieces) if any(_fragment(piece, whole, evidence) for piece in inner) else None


def _attested(whole: str, evidence: Evidence) -> bool:
    return evidence.count(whole) > 1 or (evidence.count(whole) == 1 and len(whole) > 7) or evidence.known(whole)


def _fragment(piece: str, whole: str, evidence: Evidence) -> bool:
    """A piece that is no word: not in the dictionary, and in the corpus hardly more than here."""
    return len(piece) > 1 and not evidence.known(piece) and evidence.count(piece) <= min(2, evidence.count(whole))
