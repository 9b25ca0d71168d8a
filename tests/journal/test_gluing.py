"""Words without a space between them: parted by evidence, reported in doubt, left alone where they are one word."""

from __future__ import annotations

import pytest

from journal.paragraphs.gluing import part
from journal.signs.evidence import Evidence
from tests.journal.tools import blocks, desk, entries, lines

CORPUS = """
омартасы туралы айтты омартасы үлкен омартасы жақсы омарта деген омарта бар омарта мен ара
бал туралы туралы туралы туралы ара құқық бұзушылық құқық бұзушылық құқық бұзушылық құқық бұзушылық
пасеку поставили данных было много пасеку данных пасеку данных данных өңірлік өңірлік өңірлік өңірлік
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ол омартасытуралы айтты.", "Ол омартасы туралы айтты."),
        ("ОЛ ОМАРТАСЫТУРАЛЫ АЙТТЫ", "ОЛ ОМАРТАСЫ ТУРАЛЫ АЙТТЫ"),
        ("Описание пасекуданных дано.", "Описание пасеку данных дано."),
        ("Бал 2021жылы көп болды, 2020жылғы аз.", "Бал 2021 жылы көп болды, 2020 жылғы аз."),
        ("Мёд 2021года лучше.", "Мёд 2021 года лучше."),
        ("Одақ (ХҚК)өңірлік болды.", "Одақ (ХҚК) өңірлік болды."),
    ],
)
def test_glued_words_are_parted(text: str, expected: str) -> None:
    """Both halves stand elsewhere, the first has an ending; a year; a bracket."""
    assert part(text, Evidence([lines(CORPUS)]))[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "құқықбұзушылық",  # a compound of a bare stem
        "Омартасытуралы",  # may be a name
        "омартасы-туралы",
        "адам(дар)ымыз",
        "GPT2021жылдам",
        "12021жылы",
        "кітапханашылық",
    ],
)
def test_what_may_be_one_word_stays(text: str) -> None:
    """Compounds, names, hyphens, optional endings in brackets, other numbers."""
    assert part(text, Evidence([lines(CORPUS)]))[0] == text


def test_glued_words_are_reported() -> None:
    """A repair with its line; a compound of two frequent words is a doubt."""
    at = desk(*CORPUS.split("\n"))
    blocks("Бұл жолда ештеңе жоқ.\nОл омартасытуралы айтты, құқықбұзушылық болды.", at=at)
    assert [(e.line, e.before, e.after) for e in entries(at.report, "repair")] == [
        (2, "омартасытуралы", "омартасы туралы")
    ]
    assert [(e.line, e.before) for e in entries(at.report, "warning")] == [(2, "құқықбұзушылық")]
