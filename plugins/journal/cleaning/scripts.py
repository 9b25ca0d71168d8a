"""Letters of the wrong script: mended where the word's other letters show the right one, else told to the editor.

`Aңдатпа` with a Latin A is mended. A word of one script is never touched, though it may look like a word of another
(`ІТ` in Cyrillic letters, `cot` in a Kazakh line); nor one in which no look-alike explains the stranger (`Жетysу`).
"""

from __future__ import annotations

import re

from journal.report import Report
from journal.signs.evidence import in_dictionary
from languages.fold import mend_homoglyphs
from languages.letter_tables import letter_tables
from languages.tables import word_list

WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
SHORT = 5  # letters of an abbreviation
LEAST = 4  # letters of a Latin word that may be one of ours: shorter ones are anything


def mend_scripts(text: str, number: int, name: str, report: Report) -> str:
    """The line with mixed words in the script of their other letters."""
    if text.isascii():
        return text
    ours = len(CYRILLIC.findall(text)) > len(LATIN.findall(text))

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        latin, cyrillic = LATIN.search(word), CYRILLIC.search(word)
        mended = mend_homoglyphs(word) if latin and not word.isascii() else word
        if mended != word:
            report.add(name, number, "homoglyph", before=word, after=mended, why="letters of two scripts in one word")
        elif latin and cyrillic:
            report.warn(name, number, "letters of two scripts that do not look alike", before=word)
        elif _is_disguised(word, ours):
            report.warn(name, number, "letters of one script that look like a word of another", before=word)
        return mended

    return WORD.sub(mend, text)


def _is_disguised(word: str, ours: bool) -> bool:
    """`ours`: the line is in Cyrillic letters."""
    if word.isascii():
        twin = _twin(word, 0) if ours and len(word) >= LEAST else ""
        return bool(twin) and in_dictionary(twin) and not in_dictionary(word)
    if "І" not in word or not 1 < len(word) <= SHORT or not word.isupper():
        return False
    if word.lower() in word_list("kazakh_words.toml", "short_nouns"):  # ІС
        return False
    twin = _twin(word, 1)
    return bool(twin) and in_dictionary(twin)


def _twin(word: str, script: int) -> str:
    """The word in the letters of the other script that look the same; "" where one has none."""
    twins = letter_tables().scripts[script][1]
    return "".join(map(twins.__getitem__, word)) if all(letter in twins for letter in word) else ""
