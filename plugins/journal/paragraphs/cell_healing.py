"""Words that the narrow columns of a table broke, between two of its cells and inside one."""

from __future__ import annotations

import re

from journal.signs.evidence import Evidence, is_small

from .broken import MIN_WHOLE, RARE, is_attested, is_no_word, table

END = re.compile(r"[^\W\d_]+$")
START = re.compile(r"[^\W\d_]+")
FROM_NUMBER = re.compile(r"\d+[-–]$")
NUMBER = re.compile(r"\d+")
OVERFLOW = re.compile(r"(?<!\w)(?P<head>[^\W\d_]{5,}) (?P<tail>[^\W\d_])(?!\w|\.)")


def heal_cells(left: str, right: str, evidence: Evidence) -> tuple[str, str, str] | None:
    """(head, tail, the whole) where one cell of a table breaks off inside a word and the next goes on with it."""
    head, tail = FROM_NUMBER.search(left), NUMBER.match(right)
    if head and tail:
        return head[0], tail[0], head[0] + tail[0]
    head, tail = END.search(left), START.match(right)
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
    if tail.casefold() in table()["endings"]["cells"] and evidence.known(head):
        return True
    if not is_attested(whole, is_small(head), evidence):
        return False
    return is_no_word(head, whole, evidence) or (not is_small(tail) and is_no_word(tail, whole, evidence))
