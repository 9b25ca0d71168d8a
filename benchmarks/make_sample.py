"""Prints the sample journal: tests/gold/sample/*.txt -> content/dumps/*. Run it when a clean text changes.

python benchmarks/make_sample.py
"""

from __future__ import annotations

from pathlib import Path

from degrade import Clean, Lost, Press, Style, print_article, read_clean

PROJECT = Path(__file__).resolve().parents[1]
GOLD = PROJECT / "tests" / "gold" / "sample"
DUMPS = PROJECT / "content" / "dumps"
JOURNAL = "Samal Law Journal"


def clean(number: int) -> Clean:
    return read_clean(GOLD / f"{number:02d}.txt")


def halves(text: str) -> tuple[str, str]:
    """Cut inside a sentence, before a small letter."""
    words = text.split(" ")
    at = next(i for i in range(len(words) // 2, len(words)) if words[i][0].islower() and words[i - 1].isalpha())
    return " ".join(words[:at]), " ".join(words[at:])


def first_issue() -> str:
    """Seven articles; tabs, rare running heads, everything broken a little; parts lost here and there."""
    press = Press(Style(tabs=True), seed=2023, head=f"{JOURNAL} No. 1(3) 2023", first_page=4)
    losses = {
        2: Lost(labels={"keywords.kk": "Түйін сөздер"}),
        4: Lost(frozenset({"authors", "title.ru"})),
        5: Lost(labels={"keywords.kk": "Кілт сөздер", "keywords.en": "Keywords"}),
        6: Lost(labels={"abstract.kk": "Aңдатпа", "abstract.ru": "Aннотация"}),
        7: Lost(frozenset({"authors", "keywords.ru", "title.en", "label.en"})),
    }
    for number in range(1, 8):
        print_article(press, clean(number), losses.get(number, Lost()))
    return press.text()


def second_issue() -> str:
    """Six articles; a page number at the foot of every page, so that pages are known exactly."""
    style = Style(width=84, blank_after_first=0.0, broken=0.003, lookalike=0.004, bullet="\uf0b7 ")
    press = Press(style, seed=2024, head=f"{JOURNAL} № 2 (6), 2024", first_page=3, foot=True)
    losses = {
        9: Lost(frozenset({"keywords.ru"})),
        10: Lost(labels={"keywords.kk": "Түйінді сөздер", "keywords.en": "Keywords"}),
        14: Lost(frozenset({"authors"})),
    }
    for number in (8, 9, 10, 11, 13, 14):
        text = clean(number)
        if number == 9:  # its English abstract goes on in the other copy
            text.fields["abstract.en"] = [halves(text.one("abstract.en"))[0]]
        print_article(press, text, losses.get(number, Lost()))
    return press.text()


def lone_copy() -> str:
    """An article of the second issue again: the Russian keywords survive here, and the rest of the English abstract."""
    text = clean(9)
    text.fields["abstract.en"] = [halves(text.one("abstract.en"))[1]]
    press = Press(Style(width=88, head_every=0, blank_after_first=0.1), seed=9, head="")
    print_article(press, text, Lost(frozenset({"authors", "title.en", "label.en", "keywords.en", "keywords.kk"})))
    return press.text()


def double_spaced() -> str:
    """One article, double-spaced, its table flattened, bullets from a symbol font, no author, no title."""
    style = Style(width=86, double=True, head_every=0, bullet="\uf0b7 ", broken=0.002, page_lines=30)
    press = Press(style, seed=12)
    lost = Lost(
        frozenset({"authors", "title.kk", "title.ru", "title.en"}),
        {"keywords.kk": "Кілт сөздер", "keywords.en": "Keywords"},
    )
    print_article(press, clean(12), lost)
    return press.text()


def thesis() -> str:
    """Markdown as converters write it: a title page, a table of contents as a table, headings of the wrong level."""
    text = clean(15)
    label = {"kk": "ТҮЙІНДЕМЕ", "ru": "РЕЗЮМЕ", "en": "SUMMARY"}
    name = text.one("author.kk").split("|")[0].strip().upper()
    lines = [text.one("institution").upper(), "", name, "", text.one("title.kk"), "", f"{text.one('programme')}  "]
    lines += ["магистр дәрежесін алуға арналған диссертация", "", f"Ғылыми жетекші:  \n{text.one('supervisor')}"]
    lines += ["", "---", "", text.one("place_year"), ""]
    for lang in ("kk", "ru", "en"):
        lines += [f"## {label[lang]}", "", text.one(f"abstract.{lang}"), ""]
    lines += ["## МАЗМҰНЫ", "", "|  |    |", "|--|----|"]
    headings = [line for line in text.body if line.startswith("==")]
    lines += [f"| {line.lstrip('= ')} ..... | {3 + 2 * i} |" for i, line in enumerate(headings)]
    lines.append("")
    for i, line in enumerate(text.body):
        if line.startswith("=="):
            wrong = "##" if line.startswith("===") and "2" in line[:8] else "###" if line.startswith("===") else "##"
            lines += [f"{wrong} {line.lstrip('= ')}", ""]
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            lines.append("| " + " | ".join(cells) + " |")
            if not text.body[i - 1].startswith("|"):
                lines.append("|" + "---|" * len(cells))
            if i + 1 == len(text.body) or not text.body[i + 1].startswith("|"):
                lines.append("")
        elif line.startswith("- "):
            lines += [line, ""] if not text.body[i + 1].startswith("- ") else [line]
        else:
            lines += [line, ""]
    lines += ["## ҚОЛДАНЫЛҒАН ДЕРЕККӨЗДЕРДІҢ ТІЗІМІ", ""]
    for reference in text.references:
        lines += [reference.replace(". ", "\\. ", 1), ""]
    return "\n".join(lines) + "\n"


def main() -> None:
    DUMPS.mkdir(parents=True, exist_ok=True)
    (DUMPS / "samal-2023-1.txt").write_bytes(first_issue().encode("utf-8"))
    (DUMPS / "samal-2024-2.txt").write_bytes(second_issue().encode("utf-8-sig"))
    (DUMPS / "drondar.txt").write_bytes(lone_copy().encode("utf-16"))
    (DUMPS / "ozen-ekologiyasy.txt").write_bytes(double_spaced().replace("\n", "\r\n").encode("kz1048", "replace"))
    (DUMPS / "uchaskelik-inspektor.md").write_bytes(thesis().encode("utf-8"))


if __name__ == "__main__":
    main()
