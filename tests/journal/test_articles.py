"""Blocks to articles: whatever the order of title, abstract, keywords and body."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.articles.parts import split_keywords
from journal.records import Article, Lang
from journal.signs import labels
from tests.journal.tools import (
    ABSTRACT,
    ABSTRACTS,
    BODIES,
    KEYWORDS,
    LABEL,
    SECTIONS,
    TITLES,
    article,
    body,
    corpus,
    front,
    only,
    text_of,
    wrapped,
)

LANGS: list[Lang] = ["kk", "ru", "en"]


def others(lang: Lang) -> list[Lang]:
    return [other for other in LANGS if other != lang]


def assert_complete(found: Article, topic: str, lang: Lang) -> None:
    """Every part is there, in its language, word for word."""
    assert found.lang == lang
    assert {key: title.casefold() for key, title in found.titles.items()} == {
        key: title.casefold() for key, title in TITLES[topic].items()
    }
    assert {key: text_of(blocks) for key, blocks in found.abstracts.items()} == ABSTRACTS[topic]
    assert found.keywords == KEYWORDS[topic]
    assert [block.text for block in found.blocks if block.kind == "paragraph"] == list(BODIES[topic][lang])
    assert [(block.level, block.text) for block in found.blocks if block.kind == "heading"] == [
        (2, name) for name in SECTIONS[lang]
    ]


ORDERS = {
    "own front, body, other fronts": lambda t, a: front(t, a) + body(t, a) + "".join(front(t, b) for b in others(a)),
    "all fronts before the body": lambda t, a: "".join(front(t, b) for b in [*others(a), a]) + body(t, a),
    "own front first, then the others, then the body": lambda t, a: (
        "".join(front(t, b) for b in [a, *others(a)]) + body(t, a)
    ),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("order", ORDERS)
def test_one_article_in_any_order(order: str, lang: Lang, tmp_path: Path) -> None:
    """Titles, abstracts and keywords in three languages, before the body or behind it."""
    assert_complete(only(corpus(tmp_path, {"a.txt": ORDERS[order]("bees", lang)})), "bees", lang)


@pytest.mark.parametrize("first", LANGS)
@pytest.mark.parametrize("second", LANGS)
@pytest.mark.parametrize("order", ORDERS)
def test_two_articles_part_where_the_first_ends(order: str, first: Lang, second: Lang, tmp_path: Path) -> None:
    """In one dump each article gets its own parts, and their lines do not overlap."""
    text = ORDERS[order]("bees", first) + ORDERS[order]("bridges", second)
    one, two = corpus(tmp_path, {"a.txt": text}).articles
    assert_complete(one, "bees", first)
    assert_complete(two, "bridges", second)
    seam = ORDERS[order]("bees", first).count("\n")
    assert (one.sources[0].first, two.sources[0].first) == (1, seam + 1)
    assert one.sources[0].last <= seam


@pytest.mark.parametrize("lang", LANGS)
def test_abstracts_untitled_after_the_body(lang: Lang, tmp_path: Path) -> None:
    """After the conclusion, on a page of its own, an abstract in another language needs no heading."""
    text = front("bees", lang) + body("bees", lang)
    for other in others(lang):
        text += " " + wrapped(ABSTRACTS["bees"][other]) + "\n\n"
    found = only(corpus(tmp_path, {"a.txt": text}))
    assert {key: text_of(blocks) for key, blocks in found.abstracts.items()} == ABSTRACTS["bees"]
    assert text_of(found.blocks).endswith(BODIES["bees"][lang][2])


@pytest.mark.parametrize("lang", LANGS)
def test_keywords_after_the_body_without_abstract(lang: Lang, tmp_path: Path) -> None:
    """A keyword list in another language at the very end is taken, not left as a paragraph."""
    text = front("bees", lang) + body("bees", lang)
    for other in others(lang):
        text += f"\n{LABEL[other]}: {', '.join(KEYWORDS['bees'][other])}\n"
    found = only(corpus(tmp_path, {"a.txt": text}))
    assert found.keywords == KEYWORDS["bees"]
    assert text_of(found.blocks).endswith(BODIES["bees"][lang][2])


@pytest.mark.parametrize("lang", LANGS)
def test_article_without_title_or_abstract(lang: Lang, tmp_path: Path) -> None:
    """What is not in the dump is not invented."""
    found = only(corpus(tmp_path, {"a.txt": body("bees", lang)}))
    assert found.lang == lang
    assert not found.titles
    assert not found.authors
    assert not found.abstracts
    assert not found.keywords
    assert (found.year, found.issue, found.journal, found.pages, found.doi) == (None,) * 5


@pytest.mark.parametrize(
    ("label", "lang"),
    [
        ("Тірек сөздер", "kk"),
        ("Кілт сөздер", "kk"),
        ("Түйін сөздер", "kk"),
        ("Түйінді сөздер", "kk"),
        ("ТҮЙІН СӨЗДЕР", "kk"),
        ("Кілттік сөздер", "kk"),
        ("Ключевые слова", "ru"),
        ("КЛЮЧЕВЫЕ СЛОВА", "ru"),
        ("Key words", "en"),
        ("Keywords", "en"),
        ("KEYWORDS", "en"),
    ],
)
@pytest.mark.parametrize("mark", [":", ".", " –", "\t:"])
def test_keyword_label_in_every_spelling(label: str, lang: Lang, mark: str, tmp_path: Path) -> None:
    """All spellings that journals use, with a colon, a full stop or a dash."""
    text = front("bees", lang).replace(f"{LABEL[lang]}:", label + mark) + body("bees", lang)
    assert only(corpus(tmp_path, {"a.txt": text})).keywords == {lang: KEYWORDS["bees"][lang]}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ара, бал; омарта.", ("ара", "бал", "омарта")),
        ("мёд (липовый, гречишный), пасека.", ("мёд (липовый, гречишный)", "пасека")),
        ("bee,bee,  honey ,", ("bee", "honey")),
        ("• ара, – бал", ("ара", "бал")),
        ("іс-қимыл, құқық  қорғау", ("іс-қимыл", "құқық қорғау")),
        ("", ()),
        (" . ", ()),
    ],
)
def test_keyword_lists_become_clean_items(text: str, items: tuple[str, ...]) -> None:
    """No repeats, no full stop, brackets whole."""
    assert split_keywords(text) == items


def test_keywords_over_two_lines_are_healed(tmp_path: Path) -> None:
    """A keyword list is dehyphenated and mended like any text."""
    text = front("bees", "kk").replace("бал сапасы, омарта", "бал са-\nпасы, омaрта") + body("bees", "kk")
    assert only(corpus(tmp_path, {"a.txt": text})).keywords["kk"] == KEYWORDS["bees"]["kk"]


AUTHORS = """VETLUGIN O.P.,*1

PhD, associate professor.
e-mail: o.vetlugin@example.org
ORCID ID: 0000-0002-1825-0097

SHALKAROVA ZH.T.,2

Master of Science.
e-mail: zh.shalkarova@example.org

1Foothill Institute of Beekeeping, Talgar, Kazakhstan
2Steppe Academy, Kostanay, Kazakhstan

"""


@pytest.mark.parametrize("first", [True, False])
def test_authors_with_all_they_have(first: bool, tmp_path: Path) -> None:
    """Names in capitals with marks, e-mail, ORCID and affiliation, before or after the title."""
    title = wrapped(TITLES["bees"]["en"].upper(), 50) + "\n\n"
    rest = front("bees", "en", title=False) + body("bees", "en")
    found = only(corpus(tmp_path, {"a.txt": (AUTHORS + title if first else title + AUTHORS) + rest}))
    assert [(a.name, a.email, a.orcid, a.affiliation) for a in found.authors] == [
        (
            "Vetlugin O.P.",
            "o.vetlugin@example.org",
            "0000-0002-1825-0097",
            "Foothill Institute of Beekeeping, Talgar, Kazakhstan",
        ),
        ("Shalkarova Zh.T.", "zh.shalkarova@example.org", None, "Steppe Academy, Kostanay, Kazakhstan"),
    ]
    assert found.titles["en"].casefold() == TITLES["bees"]["en"].casefold()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ветлугин О.П.", ["Ветлугин О.П."]),
        ("О.П. Ветлугин, Ж.Т. Шалқарова", ["О.П. Ветлугин", "Ж.Т. Шалқарова"]),
        ("Ветлугин О.П.¹, Шалқарова Ж.Т.²", ["Ветлугин О.П.", "Шалқарова Ж.Т."]),
        ("ВЕТЛУГИН О.П.", ["Ветлугин О.П."]),
        ("Әлиева-Сүлейменова Ә.Ұ.", ["Әлиева-Сүлейменова Ә.Ұ."]),
    ],
)
def test_names_of_authors(line: str, names: list[str], tmp_path: Path) -> None:
    """Initials first or last, capitals, superscripts, Kazakh letters, double names."""
    text = f"{line}\n\n{front('bees', 'ru')}{body('bees', 'ru')}"
    assert [author.name for author in only(corpus(tmp_path, {"a.txt": text})).authors] == names


@pytest.mark.parametrize(("heading", "lang"), [("Әдебиеттер", "kk"), ("Список литературы", "ru"), ("References", "en")])
def test_references_leave_the_body(heading: str, lang: Lang, tmp_path: Path) -> None:
    """They are a list of their own, in order; the abstracts that follow them are no references."""
    listed = ["1. Ветлугин О.П. Мосты и люди. – 2019. – 40 с.", "2. Shalkarova Zh. Honey. – 2020. – P. 3–9."]
    text = front("bees", lang) + body("bees", lang) + f"{heading}\n\n" + "\n".join(listed) + "\n\n"
    text += "".join(front("bees", other) for other in others(lang))
    found = only(corpus(tmp_path, {"a.txt": text}))
    assert [f"{block.marker} {block.text}" for block in found.references] == listed
    assert_complete(found, "bees", lang)


def test_every_label_of_the_table_is_one_thing() -> None:
    """No spelling opens two different parts."""
    table = labels.load().by_text
    assert all(text == labels.folded(text) for text in table)
    assert {label.role for label in table.values()} >= {
        "abstract",
        "keywords",
        "introduction",
        "conclusion",
        "references",
    }
    assert all(table[labels.folded(ABSTRACT[lang])] == labels.Label("abstract", lang) for lang in LANGS)


def test_body_that_breaks_off(tmp_path: Path) -> None:
    """A dump that ends in the middle of a word keeps what it has."""
    text = article("bees", "kk")
    cut = text[: text.index("Ең қою бал") + 40]
    assert text_of(only(corpus(tmp_path, {"a.txt": cut})).blocks).endswith(" ".join(cut[-30:].split()))
