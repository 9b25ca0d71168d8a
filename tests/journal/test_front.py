"""Front matter as journals print it: names, marks, degrees, affiliations, addresses, ORCIDs; and what is none."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.articles.contacts import Contact, split_contacts
from journal.records import Article, Lang
from journal.signs.bylines import LIKELY, POSSIBLE, SURE, are_names, names_in
from tests.journal.tools import TITLES, body, corpus, entries, front, only

ORCID = "0000-0002-1825-0097"
OTHER = "0000-0001-5109-3700"
A, B = "Жетісу омарта институты, Талдықорған, Қазақстан", "Дала академиясы, Қостанай, Қазақстан"
A_EN, B_EN = "Foothill Institute of Beekeeping, Talgar, Kazakhstan", "Steppe Academy, Kostanay, Kazakhstan"
TITLED = {"kk": "Тау бөктеріндегі омарталар мен бал", "ru": "Мёд и пасеки на склонах гор", "en": "Honey of the hills"}


# --- one line ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ветлугин О.П.", ["Ветлугин О.П."]),
        ("О.П. Ветлугин", ["О.П. Ветлугин"]),
        ("О. П. Ветлугин, Ж. Т. Шалқарова", ["О. П. Ветлугин", "Ж. Т. Шалқарова"]),
        ("О.П.Ветлугин", ["О.П.Ветлугин"]),
        ("VETLUGIN O.P.,*1", ["Vetlugin O.P."]),
        ("ШАЛҚАРОВА Ж.Т.¹, ВЕТЛУГИН О.П.²", ["Шалқарова Ж.Т.", "Ветлугин О.П."]),
        ("SH.T. ORMANOVA¹", ["Sh.T. Ormanova"]),
        ("Ветлугин О.П.¹,², Шалқарова Ж.Т.²*", ["Ветлугин О.П.", "Шалқарова Ж.Т."]),
        ("¹Ветлугин О.П., ²Шалқарова Ж.Т.", ["Ветлугин О.П.", "Шалқарова Ж.Т."]),
        ("О.П. Ветлугин1, Ж.Т. Шалқарова2", ["О.П. Ветлугин", "Ж.Т. Шалқарова"]),
        ("О.П. Ветлугин и Ж.Т. Шалкарова", ["О.П. Ветлугин", "Ж.Т. Шалкарова"]),
        ("О.П. Ветлугин, Б. Бектас және Ж.Т. Шалқарова", ["О.П. Ветлугин", "Б. Бектас", "Ж.Т. Шалқарова"]),
        ("O.P. Vetlugin and Zh.T. Shalkarova", ["O.P. Vetlugin", "Zh.T. Shalkarova"]),
        ("O.P. Vetlugin & Zh.T. Shalkarova", ["O.P. Vetlugin", "Zh.T. Shalkarova"]),
        ("Әлиева-Сүлейменова Ә.Ұ.", ["Әлиева-Сүлейменова Ә.Ұ."]),
        ("ӘЛИЕВА-СҮЛЕЙМЕНОВА Ә.Ұ.", ["Әлиева-Сүлейменова Ә.Ұ."]),
        ("Ж.-Б. Омаров", ["Ж.-Б. Омаров"]),
        ("O’Brien K.", ["O’Brien K."]),
        ("Гасанов Р.А. оглы", ["Гасанов Р.А. оглы"]),
        ("Мамедов Ильгар Садиг оглы", ["Мамедов Ильгар Садиг оглы"]),
        ("Айдар Серікұлы Омаров", ["Айдар Серікұлы Омаров"]),
        ("ОМАРОВА ӘСЕЛ СЕРІКҚЫЗЫ", ["Омарова Әсел Серікқызы"]),
        ("Омаров Айдар Серикович, Горнова Анна Ильинична", ["Омаров Айдар Серикович", "Горнова Анна Ильинична"]),
        ("Айдар Омаров¹, Әсел Нұрланова²*", ["Айдар Омаров", "Әсел Нұрланова"]),
        ("Aidar Omarov1, Asel Nurlanova2,*", ["Aidar Omarov", "Asel Nurlanova"]),
        ("AIDAR OMAROV¹, ASEL NURLANOVA²", ["Aidar Omarov", "Asel Nurlanova"]),
        ("Айдар С. Омаров", ["Айдар С. Омаров"]),
        ("А. фон Горн", ["А. фон Горн"]),
        ("PhD, доцент Омаров А.Б.", ["Омаров А.Б."]),
        ("заң ғылымдарының кандидаты Омаров А.Б.", ["Омаров А.Б."]),
        ("Prof. A.B. Omarov, Dr. K. Nurlanov", ["A.B. Omarov", "K. Nurlanov"]),
        ("Омаров А.Б., доктор юридических наук, профессор", ["Омаров А.Б."]),
        ("Омаров А.Б. – з.ғ.к., қауымдастырылған профессор", ["Омаров А.Б."]),
        ("полиция полковнигі Омаров А.Б.", ["Омаров А.Б."]),
    ],
)
def test_lines_of_authors(line: str, names: list[str]) -> None:
    """Sure wherever they stand."""
    assert [name.name for name in names_in(line)] == names
    assert are_names(line, SURE)


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("VETLUGIN O.P.,*1", [("1", True)]),
        ("Ветлугин О.П.¹,², Шалқарова Ж.Т.²*", [("12", False), ("2", True)]),
        ("А.Б. Омаров1*, Ә.Қ. Нұрланова2", [("1", True), ("2", False)]),
        ("¹Омаров А.Б.", [("1", False)]),
        ("Омаров А.Б. 3", [("3", False)]),
        ("Омаров А.Б.*", [("", True)]),
    ],
)
def test_marks_behind_names(line: str, marks: list[tuple[str, bool]]) -> None:
    """Numbers of affiliations, the sign of who is written to."""
    assert [(name.marks, name.star) for name in names_in(line)] == marks


@pytest.mark.parametrize(
    "line",
    [
        "Кіріспе",
        "Материалдар мен әдістер",
        "Материалы и методы",
        "Materials and Methods",
        "Legal Regulation",
        "Legal Reasoning and Its Limits",
        "ПРАВОВАЯ ОСНОВА*",
        "ПРАВОВОЕ РЕГУЛИРОВАНИЕ¹",
        "АБАЙДЫҢ ҰЛЫ МҰРАСЫ",
        "Ұлы Дала Елі",
        "Қазақстан Республикасы",
        "Республика Казахстан",
        "Алматы, Қазақстан",
        "World War 2",
        "PhD, associate professor.",
        "Ғылыми жетекші: Омаров А.Б.",
        "Научный руководитель: Омаров А.Б.",
        "Ответственный редактор А.Б. Омаров",
        "Омаров А.Б. Мёд и люди. – Алматы, 2019. – 40 с.",
        "Омаров А.Б., 2019",
        "Омаров А.Б. (Баку)",
        "қарастырған Айдар Омаров¹",
        "Ст. Кодекса",
        "см. Омаров",
        "Омаров",
        "А.Б.",
        "и",
        "1",
        "",
        "," * 50,
        "Омаров А.Б., " * 40,
    ],
)
def test_lines_that_are_no_authors(line: str) -> None:
    """Headings, titles, offices, references, single words."""
    assert not are_names(line, SURE)


@pytest.mark.parametrize(
    ("line", "sure"),
    [("Айдар Омаров", LIKELY), ("Aidar Omarov", LIKELY), ("John Smith", POSSIBLE), ("Legal Regulation", POSSIBLE)],
)
def test_full_names_without_a_sign_need_more(line: str, sure: int) -> None:
    """How much, says the ending."""
    assert are_names(line, sure)
    assert not are_names(line, sure + 1)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("*e-mail: a@example.org", [Contact("email", "a@example.org", "", True)]),
        ("E-mail: a@b.kz, b.c@mail.b.kz.", [Contact("email", "a@b.kz"), Contact("email", "b.c@mail.b.kz")]),
        ("(e-mail: ¹a@b.kz, ²b@b.kz)", [Contact("email", "a@b.kz", "1"), Contact("email", "b@b.kz", "2")]),
        ("Эл. почта: a@example.org", [Contact("email", "a@example.org")]),
        ("Электрондық пошта: a@example.org", [Contact("email", "a@example.org")]),
        (f"ORCID ID: {ORCID}", [Contact("orcid", ORCID)]),
        (f"https://orcid.org/{ORCID}", [Contact("orcid", ORCID)]),
        (f"ORCID: https://orcid.org/{ORCID}; a@b.kz", [Contact("orcid", ORCID), Contact("email", "a@b.kz")]),
        (f"ORCID: ¹{ORCID}, ²{OTHER}", [Contact("orcid", ORCID, "1"), Contact("orcid", OTHER, "2")]),
        ("0000-0001-5109-370Х", [Contact("orcid", "0000-0001-5109-370X")]),
        ("Омаров А.Б., e-mail: a@example.org", ["Омаров А.Б.", Contact("email", "a@example.org")]),
        ("Омаров А.Б. (a@example.org)", ["Омаров А.Б.", Contact("email", "a@example.org")]),
        (f"{A}, a@example.org", [A, Contact("email", "a@example.org")]),
        ("*Corresponding author: a@example.org", [Contact("email", "a@example.org", "", True, "Corresponding author")]),
        ("Алматы, Қазақстан", ["Алматы, Қазақстан"]),
    ],
)  # fmt: skip
def test_contacts_of_a_line(line: str, parts: list[str | Contact]) -> None:
    """With or without words before them; what is beside them stays."""
    assert [part for part in split_contacts(line) if part] == parts


@given(st.text(max_size=220))
def test_any_line_is_read(line: str) -> None:
    """No crash, whatever stands on it; and no letter of it is lost between the contacts."""
    names_in(line)
    assert all(part in line for part in split_contacts(line) if isinstance(part, str))


# --- a whole front part --------------------------------------------------------------------------------------------

WANTED = tuple[str, str | None, str | None, str | None]


def read(lines: str, folder: Path, lang: Lang = "ru", titled: bool = True) -> Article:
    """The article under some lines, which a title in capitals follows."""
    text = f"{lines}\n\n{front('bees', lang, title=titled)}{body('bees', lang)}"
    found = corpus(folder, {"a.txt": text})
    assert only(found).titles[lang].casefold() == TITLES["bees"][lang].casefold() if titled else True
    return only(found)


def told(article: Article) -> list[WANTED]:
    return [(a.name, a.affiliation, a.email, a.orcid) for a in article.authors]


FRONTS: dict[str, tuple[str, list[WANTED]]] = {
    "marks, star": (
        f"А.Б. Омаров¹*, Ә.Қ. Нұрланова²\n¹{A}\n²{B}\n*e-mail: a@example.org",
        [("А.Б. Омаров", A, "a@example.org", None), ("Ә.Қ. Нұрланова", B, None, None)],
    ),
    "full names, marks of addresses": (
        f"Айдар Омаров¹, Әсел Нұрланова²\n¹{A}\n²{B}\ne-mail: ¹x@example.org, ²y@example.org",
        [("Айдар Омаров", A, "x@example.org", None), ("Әсел Нұрланова", B, "y@example.org", None)],
    ),
    "a father's name, an affiliation without a number": (
        f"Айдар Серікұлы Омаров\n{A}\ne-mail: x@example.org\nhttps://orcid.org/{ORCID}",
        [("Айдар Серікұлы Омаров", A, "x@example.org", ORCID)],
    ),
    "no sign but the lines below": (
        f"Айдар Омаров\n{A}\nx@example.org",
        [("Айдар Омаров", A, "x@example.org", None)],
    ),
    "all of an author on one line": (
        f"Сергей Юрьевич Горнов\n{A}, s@example.org, https://orcid.org/{ORCID}",
        [("Сергей Юрьевич Горнов", A, "s@example.org", ORCID)],
    ),
    "affiliation behind the name": (f"Омаров А.Б., {A}", [("Омаров А.Б.", A, None, None)]),
    "address on the line of its author": (
        "Омаров А.Б., e-mail: x@example.org\nНұрланова Ә.Қ., e-mail: y@example.org",
        [("Омаров А.Б.", None, "x@example.org", None), ("Нұрланова Ә.Қ.", None, "y@example.org", None)],
    ),
    "addresses on one line with their authors": (
        f"Омаров А.Б. (x@example.org); Нұрланова Ә.Қ. (y@example.org, {ORCID})",
        [("Омаров А.Б.", None, "x@example.org", None), ("Нұрланова Ә.Қ.", None, "y@example.org", ORCID)],
    ),
    "one institution of all, addresses in a list": (
        f"Омаров А.Б., Нұрланова Ә.Қ.\n{A}\ne-mail: x@example.org, y@example.org",
        [("Омаров А.Б.", A, "x@example.org", None), ("Нұрланова Ә.Қ.", A, "y@example.org", None)],
    ),
    "addresses under one another at the end": (
        f"Омаров А.Б.\nНұрланова Ә.Қ.\n{A}\ne-mail: x@example.org\ne-mail: y@example.org",
        [("Омаров А.Б.", A, "x@example.org", None), ("Нұрланова Ә.Қ.", A, "y@example.org", None)],
    ),
    "each author's lines": (
        f"Омаров А.Б.\nд.ю.н., профессор\n{A}\nНұрланова Ә.Қ.\nPhD, доцент\n{B}\ne-mail: y@example.org",
        [("Омаров А.Б.", A, None, None), ("Нұрланова Ә.Қ.", B, "y@example.org", None)],
    ),
    "an address that names its author": (
        "Омаров А.Б., Нұрланова Ә.Қ.\ne-mail: asel.nurlanova@example.org",
        [("Омаров А.Б.", None, None, None), ("Нұрланова Ә.Қ.", None, "asel.nurlanova@example.org", None)],
    ),
    "an address that may be anybody's": (
        "Омаров А.Б., Нұрланова Ә.Қ.\ne-mail: info@example.org",
        [("Омаров А.Б.", None, None, None), ("Нұрланова Ә.Қ.", None, None, None)],
    ),
    "two affiliations of one author": (
        f"Омаров А.Б.¹,², Нұрланова Ә.Қ.²\n¹{A}; ²{B}",
        [("Омаров А.Б.", f"{A}; {B}", None, None), ("Нұрланова Ә.Қ.", B, None, None)],
    ),
    "capitals, a degree": (
        f"АЙДАР ОМАРОВ,*1\n\nPhD, доцент\ne-mail: x@example.org\n\n1{A}",
        [("Айдар Омаров", A, "x@example.org", None)],
    ),
    "capitals, a father's name": ("ОМАРОВ АЙДАР СЕРІКҰЛЫ", [("Омаров Айдар Серікұлы", None, None, None)]),
    "a Cyrillic X": ("Омаров А.Б.\nORCID: 0000-0001-5109-370Х", [("Омаров А.Б.", None, None, "0000-0001-5109-370X")]),
    "numbers of libraries": ("УДК 638.1\nМРНТИ 68.39.43\nОмаров А.Б.", [("Омаров А.Б.", None, None, None)]),
    "nobody": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("name", FRONTS)
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_front_matter(name: str, blank: str, tmp_path: Path) -> None:
    """As journals print it, close together or with blank lines between."""
    lines, wanted = FRONTS[name]
    assert told(read(lines.replace("\n\n", "\n").replace("\n", blank), tmp_path)) == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            f"Aidar Omarov1, Asel Nurlanova2,*\n1{A_EN}\n2{B_EN}\n*Corresponding author: asel@example.org",
            [("Aidar Omarov", A_EN, None, None), ("Asel Nurlanova", B_EN, "asel@example.org", None)],
        ),
        (f"John Smith\n{A_EN}\njs@example.org", [("John Smith", A_EN, "js@example.org", None)]),
        ("A.B. Omarov and A.K. Nurlanova", [("A.B. Omarov", None, None, None), ("A.K. Nurlanova", None, None, None)]),
        (
            f"AIDAR OMAROV¹, ASEL NURLANOVA²\n¹{A_EN}\n²{B_EN}",
            [("Aidar Omarov", A_EN, None, None), ("Asel Nurlanova", B_EN, None, None)],
        ),
    ],
)  # fmt: skip
def test_front_matter_in_english(lines: str, wanted: list[WANTED], tmp_path: Path) -> None:
    """No father's names there, and first names in full."""
    assert told(read(lines, tmp_path, "en")) == wanted


@pytest.mark.parametrize("lang", TITLED)
@pytest.mark.parametrize("name", ["Омаров А.Б.", "Айдар Омаров", "Aidar Omarov"])
@pytest.mark.parametrize("above", [True, False])
def test_title_in_small_letters(lang: Lang, name: str, above: bool, tmp_path: Path) -> None:
    """Over its author or under: the name is the author's, the rest is the title."""
    found = read("\n\n".join([TITLED[lang], name] if above else [name, TITLED[lang]]), tmp_path, lang, titled=False)
    assert found.titles[lang] == TITLED[lang]
    assert [author.name for author in found.authors] == [name]


@pytest.mark.parametrize("heading", ["Legal Regulation", "Roman Law Today", "Нормативная База"])
def test_a_heading_is_no_author(heading: str, tmp_path: Path) -> None:
    """Words with capitals beside a title, and nothing that speaks of a person."""
    assert not read(heading, tmp_path, "en").authors


def test_a_name_at_the_end_of_a_sentence_is_text(tmp_path: Path) -> None:
    """And so is one in a list of persons in the body."""
    text = front("bees", "en") + body("bees", "en").replace(
        "\n\nMaterials",
        "\nThis was shown long before us by the careful field studies of A.A. Winter and\nM.S. Strogov.\n\nMaterials",
        1,
    )
    found = only(corpus(tmp_path, {"a.txt": text}))
    assert not found.authors
    assert any(block.text.endswith("Winter and M.S. Strogov.") for block in found.blocks)


def test_the_body_before_a_front_part_is_not_its_title(tmp_path: Path) -> None:
    """The second article begins with its author; the first keeps its last line."""
    first = front("bees", "ru") + body("bees", "ru")
    text = first + "Айдар Серікұлы Омаров\n\n" + front("bridges", "ru") + body("bridges", "ru")
    one, two = corpus(tmp_path, {"a.txt": text}).articles
    assert [author.name for author in two.authors] == ["Айдар Серікұлы Омаров"]
    assert not one.authors
    assert two.sources[0].first == first.count("\n") + 1


def test_what_is_nobodys_is_told(tmp_path: Path) -> None:
    """An address that no sign gives to an author stands in the report."""
    text = "Омаров А.Б., Нұрланова Ә.Қ.\ne-mail: info@example.org\n\n" + front("bees", "ru") + body("bees", "ru")
    report = corpus(tmp_path, {"a.txt": text}).report
    assert ["info@example.org" in entry.before for entry in entries(report, "warning")] == [True]


@given(st.permutations(["Омаров А.Б.¹*", "Ә.Қ. Нұрланова²", "БЕКТАС К.²"]))
def test_order_of_authors_is_kept(names: list[str]) -> None:
    """In every order."""
    found = names_in(", ".join(names))
    plain = {"Омаров А.Б.¹*": "Омаров А.Б.", "Ә.Қ. Нұрланова²": "Ә.Қ. Нұрланова", "БЕКТАС К.²": "Бектас К."}
    assert [name.name for name in found] == [plain[name] for name in names]


@pytest.mark.parametrize("order", list(permutations(("names", "affiliation", "contact"))))
def test_affiliation_and_address_in_any_order(order: tuple[str, ...], tmp_path: Path) -> None:
    """Numbers lead to their authors, before the names too."""
    lines = {"names": "Омаров А.Б.¹", "affiliation": f"¹{A}", "contact": "¹x@example.org"}
    assert told(read("\n".join(lines[part] for part in order), tmp_path)) == [("Омаров А.Б.", A, "x@example.org", None)]
