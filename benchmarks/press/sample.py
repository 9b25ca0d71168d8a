"""The sample journal: five dumps. What each of them lost, and how it was damaged, is decided here."""

from __future__ import annotations

from dataclasses import dataclass

from .clean import FOLDER, Clean, read_clean
from .issue import print_article
from .press import Press
from .record import Record
from .style import Lost, Style
from .thesis import print_thesis

JOURNAL = "Samal Law Journal"


@dataclass(frozen=True)
class Printed:
    data: bytes
    record: Record


def clean(number: int) -> Clean:
    return read_clean(FOLDER / f"{number:02d}.txt")


def halves(text: str) -> tuple[str, str]:
    """Cut inside a sentence, before a small letter."""
    words = text.split(" ")
    at = next(i for i in range(len(words) // 2, len(words)) if words[i][0].islower() and words[i - 1].isalpha())
    return " ".join(words[:at]), " ".join(words[at:])


def first_issue() -> Press:
    """Seven articles; tabs, rare running heads, everything broken a little; parts lost here and there."""
    head = f"{JOURNAL} No. 1(3) 2023"
    press = Press(Style(tabs=True), seed=2023, head=head, first_page=4, file="samal-2023-1.txt")
    losses = {
        2: Lost(labels={"keywords.kk": "Түйін сөздер"}),
        4: Lost(frozenset({"authors", "title.ru"})),
        5: Lost(labels={"keywords.kk": "Кілт сөздер", "keywords.en": "Keywords"}),
        6: Lost(labels={"abstract.kk": "Aңдатпа", "abstract.ru": "Aннотация"}),
        7: Lost(frozenset({"authors", "keywords.ru", "title.en", "label.en"})),
    }
    for number in range(1, 8):
        print_article(press, clean(number), losses.get(number))
    return press


def second_issue() -> Press:
    """Six articles; a page number at the foot of every page, so that pages are known exactly."""
    style = Style(width=84, blank_after_first=0.0, broken=0.003, lookalike=0.004, bullet="\uf0b7 ")
    head = f"{JOURNAL} № 2 (6), 2024"
    press = Press(style, seed=2024, head=head, first_page=3, foot=True, file="samal-2024-2.txt")
    losses = {
        9: Lost(frozenset({"keywords.ru"})),
        10: Lost(labels={"keywords.kk": "Түйінді сөздер", "keywords.en": "Keywords"}),
        14: Lost(frozenset({"authors"})),
    }
    for number in (8, 9, 10, 11, 13, 14):
        text = clean(number)
        if number == 9:  # its English abstract goes on in the other copy
            text.fields["abstract.en"] = [halves(text.one("abstract.en"))[0]]
        print_article(press, text, losses.get(number))
    return press


def lone_copy() -> Press:
    """An article of the second issue again: the Russian keywords survive here, and the rest of the English abstract."""
    text = clean(9)
    text.fields["abstract.en"] = [halves(text.one("abstract.en"))[1]]
    press = Press(Style(width=88, head_every=0, blank_after_first=0.1), seed=9, head="", file="drondar.txt")
    print_article(press, text, Lost(frozenset({"authors", "title.en", "label.en", "keywords.en", "keywords.kk"})))
    return press


def double_spaced() -> Press:
    """One article, double-spaced, its table flattened, bullets from a symbol font, no author, no title."""
    style = Style(width=86, double=True, head_every=0, bullet="\uf0b7 ", broken=0.002, page_lines=30)
    press = Press(style, seed=12, file="ozen-ekologiyasy.txt")
    lost = Lost(
        frozenset({"authors", "title.kk", "title.ru", "title.en"}),
        {"keywords.kk": "Кілт сөздер", "keywords.en": "Keywords"},
    )
    print_article(press, clean(12), lost)
    return press


def sample() -> dict[str, Printed]:
    """The dumps by their names."""
    thesis = print_thesis(clean(15), "uchaskelik-inspektor.md")
    double = double_spaced()
    return {
        "drondar.txt": _printed(lone_copy(), "utf-16"),
        "ozen-ekologiyasy.txt": Printed(double.text().replace("\n", "\r\n").encode("kz1048", "replace"), double.record),
        "samal-2023-1.txt": _printed(first_issue(), "utf-8"),
        "samal-2024-2.txt": _printed(second_issue(), "utf-8-sig"),
        "uchaskelik-inspektor.md": Printed(thesis.text().encode("utf-8"), thesis.record),
    }


def _printed(press: Press, encoding: str) -> Printed:
    return Printed(press.text().encode(encoding), press.record)
