"""Lines to blocks: what is one paragraph, what is a heading, a list, a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.records import Lang
from tests.journal.tools import (
    BODIES,
    SECTIONS,
    TITLES,
    blocks,
    corpus,
    desk,
    entries,
    front,
    only,
    texts,
    wrapped,
)

LANGS: list[Lang] = ["kk", "ru", "en"]


def joined(*paragraphs: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("topic", ["bees", "bridges"])
@pytest.mark.parametrize("width", [60, 84, 110])
def test_paragraphs_are_joined_as_they_were(topic: str, lang: Lang, width: int) -> None:
    """Three wrapped paragraphs with blank lines between them come back word for word."""
    paragraphs = BODIES[topic][lang]
    assert texts("\n\n".join(wrapped(text, width) for text in paragraphs)) == list(paragraphs)


@pytest.mark.parametrize("lang", LANGS)
def test_blank_line_after_the_first_line_does_not_break(lang: Lang) -> None:
    """Dumps have a blank line after a paragraph's first line."""
    text = BODIES["bees"][lang][0]
    first, rest = wrapped(text).split("\n", 1)
    assert texts(f"{first}\n\n{rest}") == [text]


@pytest.mark.parametrize("lang", LANGS)
def test_double_spacing_does_not_break(lang: Lang) -> None:
    """A blank line after every line, two between paragraphs."""
    paragraphs = BODIES["bridges"][lang]
    double = "\n\n\n".join(wrapped(text).replace("\n", "\n\n") for text in paragraphs)
    assert texts(double) == list(paragraphs)


@pytest.mark.parametrize("lang", LANGS)
def test_heading_in_double_spaced_text(lang: Lang) -> None:
    """Nothing but the full line over it and its own shortness tells it from the paragraph before."""
    first, second, _ = BODIES["bees"][lang]
    lines = wrapped(first, 70).split("\n")
    full = " ".join(lines[:-1]) + " " + lines[-1].rstrip(".").ljust(69, "0") + "."
    title = TITLES["bridges"][lang][:40].rsplit(" ", 1)[0]
    text = "\n\n".join([*wrapped(full, 70).split("\n"), title, *wrapped(second, 70).split("\n")])
    found = blocks(text)
    assert [block.text for block in found] == [full, title, second]
    assert [block.kind for block in found] == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("mark", ["", " ", "\f", "\n\n\n "])
def test_page_break_inside_a_paragraph_does_not_break(mark: str) -> None:
    """A leading space, a form feed, some blank lines before them."""
    text = BODIES["bees"]["ru"][0]
    lines = wrapped(text).split("\n")
    assert texts("\n".join([lines[0], mark + lines[1], *lines[2:]])) == [text]


@pytest.mark.parametrize("bullet", [" \ufffd\t", "\uf0b7 ", "• ", "? ", "- ", "– "])
def test_list_stays_a_list(bullet: str) -> None:
    """Each point is an item of its own, the paragraph after the list is not part of it."""
    points = ["ұяларды тау етегіне көшіру;", "бал сапасын күн сайын өлшеу;", "нәтижені кестеге енгізу."]
    lead, tail = (
        "Зерттеудің үш міндеті болды, олардың бәрі далада, омарташылармен бірге орындалды:",
        BODIES["bees"]["kk"][1],
    )
    text = "\n".join([lead, *(bullet + point for point in points)]) + "\n\n" + wrapped(tail)
    found = blocks(text)
    assert [block.kind for block in found] == ["paragraph", "item", "item", "item", "paragraph"]
    assert [block.text for block in found] == [lead, *points, tail]


@pytest.mark.parametrize(
    ("items", "markers"),
    [
        (["1. Бірінші қадам.", "2. Екінші қадам.", "3. Үшінші қадам."], ["1.", "2.", "3."]),
        (["1) собрать образцы;", "2) измерить влажность;", "3) записать результат."], ["1)", "2)", "3)"]),
        (["a) drilling;", "b) loading;", "c) testing by sound."], ["a)", "b)", "c)"]),
    ],
)
def test_numbered_items_keep_their_markers(items: list[str], markers: list[str]) -> None:
    """The marker is data, the text is the item's."""
    found = blocks(f"{wrapped(BODIES['bees']['en'][0])}\n" + "\n".join(items) + "\n")
    assert [block.marker for block in found[1:]] == markers
    assert [f"{block.marker} {block.text}" for block in found[1:]] == items


def test_dash_that_opens_a_line_of_a_reference_is_no_item() -> None:
    """A line that was full before the dash goes on with it."""
    first = "1. Омарбайұлы Т.Қ. Тау бөктеріндегі омарталар // Дала хабаршысы, екінші том. – 2021."
    found = blocks(f"{first}\n– № 2. – 15–22 б.\n2. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.")
    assert [f"{block.marker} {block.text}" for block in found] == [
        f"{first} – № 2. – 15–22 б.",
        "2. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_capital_title_with_blank_lines_is_one_heading(lang: Lang) -> None:
    """A title over several lines, a blank line inside it, a short last line."""
    title = (TITLES["bees"][lang] + " " + TITLES["bridges"][lang]).upper()
    first, second, *rest = wrapped(title, 36).split("\n")
    text = f"{first}\n{second}\n\n" + "\n".join(rest) + f"\n\n{wrapped(BODIES['bees'][lang][0])}"
    found = blocks(text)
    assert [(block.kind, block.text) for block in found] == [("heading", title), ("paragraph", BODIES["bees"][lang][0])]


@pytest.mark.parametrize("last", ["АЛУ", "В 2031 ГОДУ", "IN USE"])
def test_short_last_line_of_a_capital_title(last: str) -> None:
    """However short its last line, a capital title is whole."""
    title = "ТАУ БӨКТЕРІНДЕГІ ОМАРТАЛАРДЫ ЕСЕПКЕ"
    assert texts(f"{title}\n{last}\n\n{wrapped(BODIES['bees']['kk'][0])}")[0] == f"{title} {last}"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Кіріспе", "heading"),
        ("Материалы и методы", "heading"),
        ("Results and Discussion", "heading"),
        ("ҚОРЫТЫНДЫ.", "heading"),
        ("1. Бал сапасын өлшеу", "heading"),
        ("2.1 Виды цветущих трав", "heading"),
        ("Жол бойындағы омарталар", "heading"),
        ("1-кесте – Бал үлгілері", "caption"),
        ("Таблица 2. Образцы мёда", "caption"),
        ("Figure 3. Beams under load", "caption"),
        ("Ескерту: авторлардың есебі", "paragraph"),
        ("Омарта дегеніміз мынау:", "paragraph"),
        ("ал жол бойындағы омарталар", "paragraph"),
        ("Бұл туралы кейін айтылады.", "paragraph"),
    ],
)
def test_what_a_short_line_is(line: str, kind: str) -> None:
    """Section names, numbered and plain headings, captions, notes and run-in openers."""
    found = blocks(f"{wrapped(BODIES['bees']['kk'][0])}\n\n{line}\n\n{wrapped(BODIES['bees']['kk'][1])}")
    assert [(block.kind, block.text) for block in found if block.text == line.strip()] == [(kind, line)]
    assert len(found) == 3


def test_heading_over_the_opener_of_a_list() -> None:
    """A short paragraph that ends in a colon is text, too, and what stands over it a heading."""
    tips = "Омарташыға кеңестер\n\nБіздіңше, мынадай рет дұрыс:\n1. Ұяны көшіру.\n2. Балды өлшеу."
    text = f"{wrapped(BODIES['bees']['kk'][0])}\n\n{tips}"
    assert [block.kind for block in blocks(text)] == ["paragraph", "heading", "paragraph", "item", "item"]


def test_flattened_table_is_one_block() -> None:
    """One cell a line becomes one block with its cells, not sixty paragraphs; its numbers stay."""
    cells = [
        "Аудан",
        "2019 ж.",
        "2020 ж.",
        *(f"{name}\n{n}\n{n + 3}" for n, name in enumerate("Алтыбай Бесқала Сарыжар Тасөткел Ұзынтал".split(), 40)),
    ]
    text = (
        f"{wrapped(BODIES['bees']['kk'][0])}\n\n1-кесте – Омарталар саны\n\n"
        + "\n\n".join(cells)
        + f"\n\n{wrapped(BODIES['bees']['kk'][1])}"
    )
    found = blocks(text)
    assert [block.kind for block in found] == ["paragraph", "caption", "flat_table", "paragraph"]
    assert [row[0] for row in found[2].rows] == "\n".join(cells).split("\n")


@pytest.mark.parametrize(("first", "last"), [("Омарташылар қолданған", "әдістер."), ("So they drew", "conclusions")])
def test_label_that_ends_a_sentence_is_no_heading(first: str, last: str) -> None:
    """A paragraph's last line may be a single word that elsewhere heads a section."""
    text = f"{first} {first.casefold()} {first.casefold()} {first.casefold()} {first.casefold()}"
    assert texts(f"{text}\n{last}") == [f"{text} {last}"]


def test_caption_broken_at_a_hyphen_over_a_table() -> None:
    """The line that goes on with the word is no cell, however short."""
    caption = "1-кесте – Омарталардағы бал жинау мөлшерінің аудандар бо-\nйынша бөлінісі"
    cells = "\n\n".join(f"Аудан {sign}\n\n{number}" for number, sign in enumerate("абвгдежзик", 12))
    found = blocks(f"{wrapped(BODIES['bees']['kk'][0])}\n\n{caption}\n\n{cells}", "бойынша бойынша")
    assert [block.kind for block in found] == ["paragraph", "caption", "flat_table"]
    assert found[1].text.endswith("аудандар бойынша бөлінісі")


def test_every_line_is_in_exactly_one_block() -> None:
    """Spans of blocks do not overlap and cover all lines with text."""
    text = "\n\n".join(wrapped(part) for lang in LANGS for part in BODIES["bees"][lang])
    covered = [n for block in blocks(text) for n in range(block.span.first, block.span.last + 1)]
    filled = {n for n, line in enumerate(text.split("\n"), 1) if line}
    assert len(covered) == len(set(covered))
    assert filled <= set(covered)


CELLS = [
    "Аудан", "Омартаның", "иесі", "Республикасынд", "ағы саны", "Пайдалану", "шы", "HoneyBo", "x", "Жылдам (1-", "24",
    "Self-", "custody", "FIU-", "мен", "Экология", "лық", "тау (беткей", ")", "Талғар", "жиналғанда н", "3",
    "Сарқан", "5",
]  # fmt: skip
ATTESTED = (
    "Республикасындағы омарта, Республикасындағы ара",
    "пайдаланушы мен пайдаланушы",
    "HoneyBox, HoneyBox",
    "self-custody",
    "жиналғаннан жиналғанданда жиналғандан жиналғандан",
)


def test_words_that_cells_broke() -> None:
    """A cell's narrowness breaks words; they are whole again in the rows and in the text, and reported."""
    at = desk(*ATTESTED)
    (before, table, after) = blocks(
        f"{wrapped(BODIES['bees']['kk'][0])}\n\n" + "\n\n".join(CELLS) + f"\n\n{wrapped(BODIES['bees']['kk'][1])}",
        at=at,
    )
    assert [row[0] for row in table.rows] == [
        "Аудан", "Омартаның", "иесі", "Республикасындағы саны", "Пайдаланушы", "HoneyBox", "Жылдам (1-24",
        "Self-custody", "FIU-мен", "Экологиялық", "тау (беткей)", "Талғар", "жиналғандан", "3", "Сарқан", "5",
    ]  # fmt: skip
    assert table.text == " ".join(row[0] for row in table.rows)
    made = [entry.after for entry in entries(at.report, "repair")]
    assert {"Республикасындағы", "Пайдаланушы", "HoneyBox", "жиналғандан"} <= set(made)
    assert before.kind == after.kind == "paragraph"


@pytest.mark.parametrize("label", ["1-кесте.", "Кесте 1.", "Диаграмма 2"])
@pytest.mark.parametrize("table", [False, True])
def test_title_under_a_bare_caption_belongs_to_it(label: str, table: bool) -> None:
    """The title line stands under `Кесте 1.`, over the cells or over text."""
    cells = "\n\n".join(
        f"{name}\n\n{n}" for n, name in enumerate("Алтыбай Бесқала Сарыжар Тасөткел Ұзынтал".split() * 2)
    )
    below = cells if table else wrapped(BODIES["bees"]["kk"][1])
    title = "Омарталардың ауданнан ауданға толық тізімі"
    found = blocks(f"{wrapped(BODIES['bees']['kk'][0])}\n\n{label}\n\n{title}\n\n\n{below}")
    assert (found[1].kind, found[1].text) == ("caption", f"{label} {title}")
    assert found[2].kind == ("flat_table" if table else "paragraph")


def test_text_under_a_bare_caption_stays_text() -> None:
    """A figure's number may stand alone over the next paragraph."""
    found = blocks(f"Сурет 3\n\n{wrapped(BODIES['bees']['kk'][1])}")
    assert [block.kind for block in found] == ["caption", "paragraph"]


LEADS = {"kk": "Көктемгі жұмыстар.", "ru": "Весенние работы.", "en": "Work in spring."}
SENTENCES = {"kk": "Төрт ұсыныс дайындалды.", "ru": "Предложены четыре меры.", "en": "This was done twice."}


@pytest.mark.parametrize("lang", LANGS)
def test_heading_that_ends_in_a_full_stop(lang: Lang, tmp_path: Path) -> None:
    """Alone over its paragraph and without a verb; a short sentence is none, nor a line of the abstract."""
    first, second, third = BODIES["bees"][lang]
    sections = f"{SECTIONS[lang][0]}\n\n{wrapped(first)}\n\n{LEADS[lang]}\n\n{wrapped(second)}\n\n"
    sentence = f"{SENTENCES[lang]}\n\n{wrapped(third)}\n"
    found = only(corpus(tmp_path, {"a.txt": front("bees", lang) + sections + sentence}))
    headings = [(block.level, block.text) for block in found.blocks if block.kind == "heading"]
    assert headings == [(2, SECTIONS[lang][0]), (3, LEADS[lang])]


@pytest.mark.parametrize("lang", LANGS)
def test_two_articles_of_different_width(lang: Lang) -> None:
    """A full line of one article is a short one of the next: each is measured beside its neighbours."""
    narrow, wide = BODIES["bees"][lang] * 8, BODIES["bridges"][lang] * 8
    one, other = "\n".join(wrapped(part, 60) for part in narrow), "\n".join(wrapped(part, 110) for part in wide)
    found = texts(f"{one}\n\n{other}")
    assert " ".join(found) == " ".join([*narrow, *wide])
    alone = len(texts(one)) + len(texts(other))
    assert 0.75 * alone <= len(found) <= alone
