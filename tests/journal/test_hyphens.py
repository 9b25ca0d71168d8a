"""Hyphens at line ends and words broken by a space: joined, kept, healed by evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.paragraphs.healing import heal
from journal.paragraphs.hyphens import decide
from journal.signs.evidence import Evidence
from tests.journal.tools import blocks as blocks_of
from tests.journal.tools import desk, entries, lines, texts

# corpus; left and right of the line end; the decision
HYPHENS = [
    ("бұл іс-қимыл туралы", "іс", "қимыл", "іс-қимыл"),
    ("бұл іс-қимылдың жоспары", "іс", "қимылды", "іс-қимылды"),
    ("ата-аналар жиналды", "Ата", "ананың", "Ата-ананың"),
    ("қадам жасады, әр қадам маңызды", "қа", "дамның", "қадамның"),
    ("заңнама бар, заңнама жаңа", "заңнама", "мен", "заңнамамен"),
    ("", "үсті", "мен", "үстімен"),
    ("", "қызық", "тырады", "қызықтырады"),
    ("мінез-құлық", "құлықтары", "ның", "құлықтарының"),
    ("", "со", "циальные", "социальные"),
    ("", "направ", "лений", "направлений"),
    ("", "эксперта", "филолога", "эксперта-филолога"),
    ("социально-экономический и социально-бытовой", "социально", "политического", "социально-политического"),
    ("когда-нибудь", "когда", "нибудь", "когда-нибудь"),
    ("", "under", "standing", "understanding"),
    ("", "experi", "ments", "experiments"),
    ("a non-profit and non-verbal thing", "non", "conviction", "non-conviction"),
    ("", "data", "driven", "data-driven"),
    ("ұлттық орталық", "Қазақстан", "Республикасы", "Қазақстан-Республикасы"),
    ("", "аудио", "және", "аудио- және"),
    ("", "теле", "и", "теле- и"),
    ("", "pre", "and", "pre- and"),
    ("", "что", "то", "что-то"),
    ("", "кто", "либо", "кто-либо"),
    ("", "из", "за", "из-за"),
    ("", "бір", "бірімен", "бір-бірімен"),
    ("", "іс", "шаралардың", "іс-шаралардың"),
    ("", "бір", "ге", "бірге"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "left", "right", "word"), HYPHENS)
def test_hyphen_at_a_line_end(known: str, left: str, right: str, word: str) -> None:
    """The corpus first, then what is known of words; line ends break more words than they meet compounds."""
    decision = decide(left, right, Evidence([lines(known)]))
    assert decision.text == word
    assert decision.kind == ("keep" if "-" in word else "join")
    assert decision.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тергеу топтары бірлескен іс-\nқимыл жоспарын жасады.", "Тергеу топтары бірлескен іс-қимыл жоспарын жасады."),
        ("Бұл маңызды қа-\nдамның нәтижесі болды.", "Бұл маңызды қадамның нәтижесі болды."),
        ("Омарталардың ерек-\nше ліктерін сипаттаймыз.", "Омарталардың ерекшеліктерін сипаттаймыз."),
        ("Мемлекеттік стан-\nдарт тар ды бекітті.", "Мемлекеттік стандарттарды бекітті."),
        ("Сотта аудио- және\nбейнежазба көрсетілді.", "Сотта аудио- және бейнежазба көрсетілді."),
        ("Сотта аудио-\nжәне бейнежазба көрсетілді.", "Сотта аудио- және бейнежазба көрсетілді."),
        ("Жұмыс 2019-\n2021 жылдары жүргізілді.", "Жұмыс 2019-2021 жылдары жүргізілді."),
        ("Ол COVID-\n19 кезінде жазылды.", "Ол COVID-19 кезінде жазылды."),
        ("әлеуметтік-педагоги-\nкалық сипаты бар.", "әлеуметтік-педагогикалық сипаты бар."),
    ],
)
def test_hyphens_between_lines(text: str, expected: str) -> None:
    """From two lines to one text, a broken word healed across the seam."""
    known = ("іс-қимыл", "қадам мен қадам", "ерекшеліктерін ерекшеліктерін", "стандарттарды стандарттарды")
    assert texts(text, *known) == [expected]


def test_decisions_are_reported_by_line() -> None:
    """Each decision says what it saw, what it made of it, and why."""
    at = desk("іс-қимыл")
    blocks_of("Бірлескен іс-\nқимыл туралы ой қыс-\nқаша айтылды.", at=at)
    reported = [(e.line, e.kind, e.before, e.after) for e in at.report.entries if e.kind in ("join", "keep")]
    assert reported == [(1, "keep", "іс-|қимыл", "іс-қимыл"), (2, "join", "қыс-|қаша", "қысқаша")]


def test_broken_edges_do_not_attest_themselves() -> None:
    """The pieces at a line end are no words of the corpus."""
    evidence = Evidence([lines("бұл қыс-\nқаша жазылды\n\nкеле-\n\nшек")])
    assert [evidence.count(word) for word in ("қыс", "қаша", "жазылды", "келе", "шек")] == [0, 0, 1, 0, 0]


HEALED = [
    ("компетенции и компетенции", "вопрос ком петенции суда", "вопрос компетенции суда"),
    ("", "вещь скры вается здесь", "вещь скрывается здесь"),
    ("", "the explana tion was short", "the explanation was short"),
    ("", "(misgui ded)", "(misguided)"),
    ("экономикалық", "эконо микалық өсім", "экономикалық өсім"),
    ("платформа мен платформа", "платфор маларға қатысты", "платформаларға қатысты"),
    ("стандарттарды стандарттарды", "стандарт тар ды бекіту", "стандарттарды бекіту"),
    ("құрылым мен құрылым", "өз құрылымдарынд а бар", "өз құрылымдарында бар"),
    ("", "хат хабарлана ды.", "хат хабарланады."),
    ("", "жағдайлар ды ескеру", "жағдайларды ескеру"),
    ("шектелген, шектелсе, шектелмейді", "құқық шек теледі", "құқық шектеледі"),
    ("", "повод для до верчивости", "повод для доверчивости"),
    ("", "не следует обобщён ный вывод", "не следует обобщённый вывод"),
    ("", "he is so mething else", "he is something else"),
]
KEPT = [
    ("", "не плачешь ты"),
    ("тексеру", "шығып тың жатыр"),
    ("мәліметті мәліметті", "бұл мәлім етті бәрі, ет етті ет"),
    ("", "Сайлаушылар менен сұрады"),
    ("", "Қазақстанның атын шығарды"),
    ("мақсатында мақсатында мақсат арттыру", "арттыру мақ"),
    ("", "a romatic"),
    ("екі кісі, екі жыл; бір жақты, сан жақты; екіжақты екіжақты", "екі жақты келісім"),
    ("заңнамалармен", "заңнамалар мен ережелер"),
    ("бүгінде", "бүгін де келді"),
    ("", "in formal talks"),
    ("", "и скры"),
    ("", "за ключом пришли"),
    ("", "на месте"),
    ("", "әділдігі мен беделі"),
    ("арттыру арттыру арттыру", "арттыру мақ"),
    ("бастығы", "басқармасының бастығы"),
    ("", "any way"),
    ("Нұрбек", "Нұр Бек"),
]


@pytest.mark.parametrize(("known", "broken", "whole"), HEALED)
def test_broken_word_is_healed(known: str, broken: str, whole: str) -> None:
    """A word of the corpus, of a dictionary, or of the Kazakh endings, whose pieces are no words."""
    healed, repairs = heal(broken, Evidence([lines(f"{known}\n{broken}")]))
    assert healed == whole
    assert len(repairs) == 1


@pytest.mark.parametrize(("known", "text"), KEPT)
def test_two_words_stay_two(known: str, text: str) -> None:
    """Without strong evidence nothing is joined: a wrong repair is worse than none."""
    assert heal(text, Evidence([lines(f"{known}\n{text}")])) == (text, [])


def test_repairs_are_reported_by_line() -> None:
    """A healed word is in the report with its pieces."""
    at = desk("компетенции компетенции")
    blocks_of(
        "Это длинная строка перед другой строкой того же абзаца, и в ней всё цело, но\nвопрос ком петенции суда решён.",
        at=at,
    )
    assert [(e.line, e.before, e.after) for e in entries(at.report, "repair")] == [(2, "ком петенции", "компетенции")]


@given(st.text(alphabet="абвәғқabc-. ,", max_size=80))
def test_healing_changes_only_spaces(text: str) -> None:
    """Whatever is healed, no letter comes, goes or moves."""
    healed, _ = heal(text, Evidence([lines("абвә ғқ аб ва абвә")]))
    assert healed.replace(" ", "") == text.replace(" ", "")


# corpus; left and right of the line end; the decision
COMPOUNDS = [
    ("", "әл", "ауқатын", "әл-ауқатын"),
    ("", "эколого", "правовой", "эколого-правовой"),
    ("", "уголовно", "процессуальных", "уголовно-процессуальных"),
    ("", "один", "два", "один-два"),
    ("", "екі", "үш", "екі-үш"),
    ("құқық пен құқық, тану мен тану", "құқық", "танудың", "құқықтанудың"),
    ("нақтылық бар", "нақтылық", "тазалық", "нақтылық-тазалық"),
    ("", "AFSA", "мен", "AFSA-мен"),
    ("", "ҚР", "дағы", "ҚР-дағы"),
    ("", "право", "защитных", "правозащитных"),
    ("", "психо", "логической", "психологической"),
    ("", "много", "численных", "многочисленных"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "left", "right", "word"), COMPOUNDS)
def test_parts_of_compounds(known: str, left: str, right: str, word: str) -> None:
    """Combining forms before an adjective, paired words and numerals keep the hyphen; a derivation loses it."""
    assert decide(left, right, Evidence([lines(known)])).text == word


GAPS = [
    ("сондай-ақ болды, сондай-ақ", "Сон - дай-ақ, бал жиналды.", "Сондай-ақ, бал жиналды."),
    ("қарым-қатынас", "Олар қарым- қатынасқа түсті.", "Олар қарым-қатынасқа түсті."),
    ("non-conviction", "the non- conviction order", "the non-conviction order"),
    ("мінез-құлық пен мінез-құлық", "Арада мінез - құлық өзгереді.", "Арада мінез-құлық өзгереді."),
    ("екі 3-бөлігі", "Баптың 2- бөлігіне сай.", "Баптың 2-бөлігіне сай."),
    ("", "Мақала 2024– 2026 жылдарға.", "Мақала 2024–2026 жылдарға."),
    ("", "Бет 12 -18 аралығы.", "Бет 12-18 аралығы."),
    ("азаматтық-құқықтық, еңбек-құқықтық", "шетелдік- құқықтық құрылым", "шетелдік-құқықтық құрылым"),
]  # fmt: skip
NO_GAPS = [
    ("аудио-жазба", "Сотта аудио- және бейнежазба бар."),
    ("", "Орталық - бұл үй."),
    ("", "Барлығы 5 - 3 жыл."),
    ("2-бап", "Баптың 2- және 3-бөлігі."),
    ("", "Ара 2024 – жыл құсы."),
]


@pytest.mark.parametrize(("known", "text", "expected"), GAPS)
def test_gap_in_a_compound_closes(known: str, text: str, expected: str) -> None:
    """A space beside the hyphen of a word that the corpus has, or of a range of numbers."""
    at = desk(known)
    assert [block.text for block in blocks_of(text, at=at)] == [expected]
    (entry,) = [entry for entry in at.report.entries if "a space beside" in entry.why]
    assert entry.after in expected
    assert entry.kind == ("clean" if entry.after[-1].isdigit() else "repair")


@pytest.mark.parametrize(("known", "text"), NO_GAPS)
def test_dash_stays_a_dash(known: str, text: str) -> None:
    """Nothing is closed without evidence."""
    assert texts(text, known) == [text]


@pytest.mark.parametrize(("text", "told"), [("Ұялар- таудағы үйлер.", 1), ("Аудио- және бейнежазба.", 0)])
def test_doubtful_gap_is_reported(text: str, told: int) -> None:
    """A hyphen with a space behind it may be a dash: the editor decides."""
    at = desk()
    assert [block.text for block in blocks_of(text, at=at)] == [text]
    assert [e.why for e in entries(at.report, "warning")] == ["a hyphen or a dash before a space"] * told


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("көпқабатты үй, көпқабатты ұя", "Бұл көп қабатты ұя."),
        ("екіжақты шарт екіжақты", "Екі жақты келісім болды."),
        ("омартаменбірге, омартамен барды, бәрі бірге кетті, бірге", "Ол омартамен бірге кетті."),
    ],
)
def test_two_words_that_are_one_elsewhere_stay_two(known: str, text: str) -> None:
    """After a numeral or a quantity both spellings are right; two common words never heal."""
    assert texts(text, known) == [text]


@pytest.mark.parametrize(
    ("known", "text", "expected"),
    [
        ("ұялар көп, ұялар бар, ұялар", "Жаңа ұя лар келді.", "Жаңа ұялар келді."),
        ("көрсетілген көрсетілген", "Кестеде көр сетілгендей болды.", "Кестеде көрсетілгендей болды."),
        ("міндет міндеттейді міндеттейді", "Заң ұяларға мін деттейді.", "Заң ұяларға міндеттейді."),
    ],
)
def test_pieces_that_look_like_words_heal(known: str, text: str, expected: str) -> None:
    """A lone ending, a strange rest of a word, an ending that would fit the word before as well."""
    assert texts(text, known, "ұя көр ара ұяларға ұя") == [expected]


def test_a_copied_line_attests_nothing() -> None:
    """Two copies of an article hold the same broken word: it is broken in both."""
    line = "Кестеде омарталардың жағдайы туралы деректер көр сетілгендей болды."
    evidence = Evidence([lines("көрсетілген көрсетілген көр"), lines(line), lines(line)])
    assert evidence.count("сетілгендей") == 1
    assert heal(line, evidence)[1] == [("көр сетілгендей", "көрсетілгендей")]


@pytest.mark.parametrize(
    ("text", "expected", "kinds"),
    [
        (
            "Қараңыз: https://bal.example/ara-\nomarta/uya бетін.",
            "Қараңыз: https://bal.example/ara-omarta/uya бетін.",
            ["keep"],
        ),
        ("Бәрі дайын. Сон -\nдай-ақ бал бар.", "Бәрі дайын. Сондай-ақ бал бар.", ["join"]),
        ("Бал таза -\nдәмі жақсы.", "Бал таза - дәмі жақсы.", []),
    ],
)
def test_hyphens_at_odd_line_ends(text: str, expected: str, kinds: list[str]) -> None:
    """An address keeps it; one with a space before it goes where the corpus has the word, and is a dash elsewhere."""
    at = desk("сондай сондай-ақ сондай")
    (block,) = blocks_of(text, at=at)
    assert block.text == expected
    assert [e.kind for e in at.report.entries if e.kind in ("join", "keep")] == kinds


def test_number_and_noun_over_a_line_end_are_kept() -> None:
    """`2-|бөлім`, `2019-|2021`: the hyphen is the word's own, and the report says so at its line."""
    at = desk("3-бөлім 4-бөлім")
    blocks_of("Заңның 2-\nбөлімі бойынша 2019-\n2021 жылдары.", at=at)
    kept = [(e.line, e.before, e.after) for e in entries(at.report, "keep")]
    assert kept == [(1, "2-|бөлімі", "2-бөлімі"), (2, "2019-|2021", "2019-2021")]
