"""What goes into the index for a word, and what the page is told of a term."""

from __future__ import annotations

import pickle
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from languages import (
    Analyser,
    Counted,
    Facts,
    FormList,
    Forms,
    Head,
    Term,
    dictionary,
    form_of,
    stop,
    together,
    worked,
)
from languages.english_list import WordList
from languages.paradigms import heads

ROOT = Path(__file__).resolve().parents[2]

VOCABULARY = {
    "kk": {
        "алаяқтық": 3,
        "алаяқтықтың": 2,
        "құқық": 5,
        "бұзушылық": 2,
        "құқық-бұзушылықтар": 1,
        "бап": 2,
        "жыл": 3,
        "мен": 9,
    },
    "ru": {"людей": 2, "статьи": 3, "жил": 1},
    "en": {"exchange": 3, "exchanges": 1, "men": 1, "went": 1},
}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(VOCABULARY)


@pytest.mark.parametrize(
    ("form", "lang", "terms"),
    [
        ("алаяқтықтың", "kk", ["алаяқтық", "алаяқ…"]),
        ("АЛАЯҚТЫҚПЕН", "kk", ["алаяқтық", "алаяқ…"]),
        ("бап", "kk", ["бап"]),
        ("құқық-бұзушылықтар", "kk", ["құқық-бұзушылық", "құқық", "бұзушылық", "бұзуш…"]),
        ("АҚШ-пен", "kk", ["ақш", "§сша"]),
        ("2020-жылдың", "kk", ["2020-жыл", "2020", "жыл", "жылды…"]),
        ("exchanges", "kk", ["exchange", "excha…"]),
        ("людьми", "ru", ["человек"]),
        ("за́мки", "ru", ["замок"]),
        ("ещё", "ru", ["еще"]),
        ("exchanging", "en", ["exchange"]),
        ("journal’s", "en", ["journal"]),
        ("a.b@mail.kz", "ru", ["a.b@mail.kz"]),
        ("190", "kk", ["190"]),
    ],
)
def test_terms(analyser: Analyser, form: str, lang: str, terms: list[str]) -> None:
    """The lemma first, then parts, then the first letters of Kazakh words."""
    assert [term.text for term in analyser.terms(form, lang)] == terms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("thought", "think"), ("used", "use"), ("worse", "bad"), ("closest", "close"), ("thieves", "thief"),
        ("travelled", "travel"), ("panicking", "panic"), ("hrs", "hour"),
        ("training", "training"), ("trainings", "training"), ("trained", "train"), ("satisfied", "satisfied"),
        ("rulings", "ruling"), ("ruling", "ruling"), ("ruled", "rule"),
        ("Mongolians", "mongolian"), ("Israelis", "israeli"), ("his", "his"), ("athens", "athens"),
        ("goods", "goods"), ("goood", "good"), ("reallly", "really"), ("iii", "iii"), ("www", "www"),
    ],
)  # fmt: skip
def test_english(form: str, lemma: str) -> None:
    """Irregular forms, nouns in -ing, peoples, words drawn out; Roman numerals stay."""
    assert Analyser({"en": {"rulings": 1, "ruling": 2, "rule": 1}}).lemma(form, "en") == lemma


def test_english_forms_of_the_tables_lead_to_their_lemma() -> None:
    """The page understands a form that only the tables know."""
    head = Analyser({"en": {"model": 1}}).entry("model")
    assert "led" in head.endings
    assert Head("thought", 7, ("",)) in Analyser({"en": {"think": 1}}).entry("think").aliases


def test_kinds_and_weights(analyser: Analyser) -> None:
    """A part and a prefix count less than the lemma."""
    assert analyser.terms("алаяқтықтың", "kk") == (Term("алаяқтық", "lemma", 1.0), Term("алаяқ…", "prefix", 0.5))


def test_entry_gives_the_paradigm(analyser: Analyser) -> None:
    """Stem and endings give back the forms; Kazakh has none, its grammar is in the page."""
    entry = analyser.entry("exchange")
    assert ("exchange"[: entry.stem], entry.endings) == ("exchang", ("e", "ed", "es", "ing"))
    assert entry.flags == 8
    assert analyser.entry("алаяқтық").endings == ()
    assert analyser.entry("алаяқтық").flags & 1


def test_far_forms_are_aliases(analyser: Analyser) -> None:
    """люди does not begin like человек, went not like go."""
    assert Head("люди", 3, ("ей", "и", "ьми", "ям", "ях")) in analyser.entry("человек").aliases
    assert "went" in [head.text for head in analyser.entry("go").aliases]


def test_heads_share_their_beginning() -> None:
    """Every head of every lemma has a stem of three letters, but where the lemma itself is shorter."""
    for head in heads("жить", ["жил", "жила", "живу", "живем", "житье"]):
        assert head.stem >= 3
        assert head.text[head.stem :] in head.endings


def test_an_analyser_can_be_pickled(analyser: Analyser) -> None:
    """Other processes get a copy that gives the same terms, for unseen forms too."""
    copy = pickle.loads(pickle.dumps(analyser))
    for form, lang in (("алаяқтықтан", "kk"), ("мошенничества", "ru"), ("laws", "en")):
        assert copy.terms(form, lang) == analyser.terms(form, lang)


def test_stop_words() -> None:
    """Stop words are of a language."""
    assert stop("және", "kk")
    assert not stop("және", "ru")
    assert not stop("қылмыс", "kk")


def command(arguments: list[str], given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "languages", *arguments],
        input=given, capture_output=True, text=True, encoding="utf-8", cwd=ROOT / "plugins", check=False,
    )  # fmt: skip


def test_the_command(tmp_path: Path) -> None:
    """Form, tab, lemma; the form as it was given."""
    vocabulary = tmp_path / "forms.tsv"
    vocabulary.write_text("алаяқтық\t3\nалаяқтықтан\t1\n", "utf-8")
    ran = command(["kk", "--vocabulary", str(vocabulary)], "Алаяқтықтың\n\nоны\n")
    assert (ran.stdout, ran.stderr, ran.returncode) == ("Алаяқтықтың\tалаяқтық\nоны\tол\n", "", 0)


def test_a_faulty_vocabulary_is_one_sentence(tmp_path: Path) -> None:
    """With path and line, and status 2."""
    vocabulary = tmp_path / "forms.tsv"
    vocabulary.write_text("а\t1\nб\tв\n", "utf-8")
    ran = command(["kk", "--vocabulary", str(vocabulary)], "а\n")
    assert ran.returncode == 2
    assert ran.stderr == f"{vocabulary}:2: wants form, tab, count; has 'б\tв'\n"


def test_facts_answer_for_the_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known of words by themselves is all that an analyser needs; it gives the same terms and heads."""
    words = Counted.of({**VOCABULARY, "en": {"exchanges": 2, "rulings": 1, "deposited": 1, "soooo": 1, "journal's": 1}})
    plain, facts = Analyser(words), together(map(worked, Facts().missing(Forms.of(words))))
    assert not list(facts.missing(Forms.of(words)))
    monkeypatch.setattr("simplemma.Lemmatizer", None)
    monkeypatch.setattr("pymorphy3.MorphAnalyzer", None)
    told = Analyser(words, facts)
    for lang, forms in words.counts.items():
        for form in forms:
            terms = told.terms(form, lang)
            assert terms == plain.terms(form, lang)
            assert [told.entry(term.text) for term in terms] == [plain.entry(term.text) for term in terms]
    some = Counted.of({"en": {"exchanges": 2}})
    assert facts.of(Forms.of(some)).english.keys() == {"exchanges"}


def test_a_kept_list_answers_as_the_list_does() -> None:
    """Of words that it has and of others; pickled, the words that were asked for are known."""
    words = ["houses", "Houses", "went", "children", "blorpings", "naïve", "o'clock", "unhappiest", "us", "x"]
    kept = pickle.loads(pickle.dumps(dictionary()))
    plain, sooner = WordList({}), WordList({}, lambda: kept)
    assert [sooner[word] for word in words] == [plain[word] for word in words]
    assert plain["houses"] == ("house", True)
    assert pickle.loads(pickle.dumps(sooner)) == plain


def test_many_forms_have_the_terms_of_each(analyser: Analyser) -> None:
    """In one row, form by form; prefixes and signs are no words."""
    given = [(form, lang) for lang, forms in VOCABULARY.items() for form in forms]
    forms = FormList()
    for form, lang in given:
        forms.number(form_of(form, lang))
    rows, terms = analyser.term_rows(forms), [list(analyser.terms(*each)) for each in given]
    distinct = list(rows.numbers)
    texts = [distinct[number] for number in rows.flat.tolist()]
    assert [texts[begin:end] for begin, end in pairwise(rows.starts.tolist())] == [
        [term.text for term in each] for each in terms
    ]
    assert list(rows.numbers.values()) == list(range(len(distinct)))
    assert set(distinct[: rows.words]) == {
        term.text for each in terms for term in each if term.kind in ("lemma", "part")
    }
