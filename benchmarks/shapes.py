"""Texts that no journal prints: one thing over and over, as large as asked for. A reader must stay linear on each.

Each shape is a function of a size in characters; what it gives has about that size. The tests read them with a guard
against hanging, benchmarks/scale.py compares the time of a size with that of twice the size.
"""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]
HEAD = "Кіріспе\n"
SENTENCE = "бұл сөйлем еш жерде аяқталмайды және жалғаса береді"
INVISIBLE = "\u00ad\u200b\u200d\u2060\ufeff\u202a\u202c"


def over(text: str, before: str = HEAD, after: str = "") -> Shape:
    """`text` over and over."""
    return lambda size: before + text * max(1, size // len(text)) + after


def nested(opening: str, closing: str = "", text: str = "бал") -> Shape:
    """As deep as the size allows, in one line."""
    return lambda size: f"{HEAD}\n{opening * (size // len(opening))}{text}{closing * (size // len(opening))}\n"


def stairs(mark: str) -> Shape:
    """A list in a list in a list, a line each; the spaces before a line grow, so there are few lines."""
    return lambda size: HEAD + "".join(f"\n{'  ' * i}{mark} бал" for i in range(int(size**0.5)))


def row(cell: str) -> Shape:
    """A Markdown table of one row with very many cells."""
    return lambda size: f"{HEAD}\n|{cell * (size // 8)}\n|{'---|' * (size // 8)}\n|{cell * (size // 8)}\n"


LINES: dict[str, Shape] = {
    "no full stops": over(f"{SENTENCE}\n"),
    "hyphens at line ends": over("бұл сөйлем еш жерде аяқтал-\n"),
    "capitals": over("БҰЛ ТАҚЫРЫП ЕШ ЖЕРДЕ АЯҚТАЛМАЙДЫ\n"),
    "numbers": over("12.\n\n", f"{HEAD}\nБасы.\n"),
    "cells": over("12\n\n", f"{HEAD}\n"),
    "running heads": over("бал.\n\n41\n\nDala Review No. 1 2030\n\n"),
    "labels": over("Аңдатпа\nбал мен ара\nТірек сөздер: ара, бал\n"),
    "bullets": over("• бал\n"),
    "headings": over("## Омарта\n\nБал мен ара туралы.\n\n"),
    "blank lines": over("\n", after="бал мен ара"),
    "form feeds": over("\f\n"),
    "line ends of old": over("бал мен ара\r"),
    "names": over("Ветлугин О.П.,1\n"),
    "captions": over("1-кесте. Омарталар\n\n"),
    "articles": over(f"ОМАРТАЛАР ТУРАЛЫ\n\nАңдатпа\nБал.\n\nКіріспе\n\n{SENTENCE}.\n\nӘдебиеттер\n1. Бал.\n\n", ""),
    "lost characters": over("б\ufffdл мен\n"),
    "letters of two scripts": over("бaл мeн apa\n"),
}
ONE_LINE: dict[str, Shape] = {
    "sentences": over("бал мен ара. "),
    "words": over("бал "),
    "one word": over("ба"),
    "one Latin word": over("ab"),
    "spaces": over(" ", after="бал"),
    "tabs": over("\t", after="бал"),
    "no line end at all": over("а", ""),
    "digits": over("1"),
    "number of a table": over("1", f"{HEAD}\nКесте ", "а"),
    "dots": over(".", after="a"),
    "dots and brackets": over(")", HEAD + "." * 1000 + "a"),
    "hyphens": over("а-"),
    "hyphens and spaces": over("а- "),
    "dashes": over("а – "),
    "addresses": over("a@b.", after="c"),
    "signs of addresses": over("a.", after="@"),
    "links": over("http://a.b/(", after=")"),
    "initials": over("Ветлугин О.П.,1 "),
    "capital initials": over("А.Б."),
    "keywords": over("ара, ", f"{HEAD}Тірек сөздер: "),
    "brackets of keywords": over("(ара, ", f"{HEAD}Тірек сөздер: "),
    "quotes": over("«"),
    "accents": over("\u0301", HEAD + "а"),
    "accents out of order": over("\u0301\u0323", HEAD + "а"),
    "invisible signs": over(INVISIBLE, HEAD, "бал"),
    "nothing visible": over(INVISIBLE, ""),
    "years": over("2019–"),
    "cards": over("4000 "),
    "references": over("[1, 2] "),
}
MARKDOWN: dict[str, Shape] = {
    "quotes in quotes": nested("> "),
    "quotes in quotes, close": nested(">"),
    "lists in a line": nested("- "),
    "numbers in a line": nested("1. "),
    "stars": nested("*"),
    "stars and spaces": nested("* "),
    "emphasis": nested("*а "),
    "strong and less": nested("**а _б "),
    "emphasis that closes": nested("*а", "*"),
    "brackets": nested("[", "]"),
    "links in links": nested("[", "](http://a.b)"),
    "round brackets": nested("(", ")"),
    "elements": nested("<div>", "</div>"),
    "code": nested("`", ""),
    "code of many lengths": lambda size: HEAD + " ".join("`" * i for i in range(1, int((2 * size) ** 0.5))),
    "escapes": nested("\\"),
    "escaped signs": nested("\\*"),
    "entities": nested("&amp"),
    "fences": over("```\n"),
    "stairs of points": stairs("-"),
    "stairs of numbers": stairs("1."),
    "stairs of quotes": lambda size: HEAD + "".join(f"\n{'>' * i} бал" for i in range(int((2 * size) ** 0.5))),
    "definitions": over("[а]: http://a.b/\n"),
    "rules": over("---\n"),
    "underlines": over("бал\n---\n"),
    "table, cells": row(" а |"),
    "table, leaders": row(" ...а |"),
    "table, rows": over("| а | б |\n", f"{HEAD}\n| а | б |\n|---|---|\n"),
    "table, dots": over(".", f"{HEAD}\n| а |\n|---|\n| ", "а |\n"),
    "table, ragged": lambda size: f"{HEAD}\n| а |\n|---|\n{'| б ' * (size // 8)}|\n" + "| в |\n" * (size // 12),
    "tables": over("| а |\n|---|\n| б |\n\n"),
    "levels": over("###### а\n"),
    "numbered headings": over("# 1.1 Бал\n\nАра.\n\n"),
    "breaks": over("<br>", f"{HEAD}\n| а |\n|---|\n| "),
}
