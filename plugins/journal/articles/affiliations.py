"""A line of numbered affiliations -> its parts, by the number that stands before each and behind its authors."""

from __future__ import annotations

import re

from journal.signs.shapes import AFFILIATION, SUPERSCRIPT

NUMBERED = re.compile(rf"(?:^|(?<=[;.,\s]))(?:{AFFILIATION.pattern})")


def numbered_affiliations(text: str) -> list[tuple[str, str]]:
    """`1Institute, City; 2Academy`: (number, text) of each; none where no number begins the line.

    A number that does not go on counting (`Almaty, 5 Abai street`) parts nothing.
    """
    starts: list[re.Match[str]] = []
    for match in NUMBERED.finditer(text):
        number = int(match["number"].translate(SUPERSCRIPT))
        if not starts and match.start() > 0:
            return []
        if not starts or number == int(starts[-1]["number"].translate(SUPERSCRIPT)) + 1:
            starts.append(match)
    ends = [*(match.start() for match in starts[1:]), len(text)] if starts else []
    return [
        (match["number"].translate(SUPERSCRIPT), text[match.end() : end].strip(" .;,"))
        for match, end in zip(starts, ends, strict=True)
    ]
