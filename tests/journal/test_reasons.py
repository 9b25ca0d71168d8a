"""Every reason and every kind of the report has its words in the three languages."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from benchmarks.scoring.scores import sample
from journal.editor.reasons import Reasons
from journal.records import LANGS
from journal.report import Entry
from journal.web.interface import load_ui
from tests.journal.whys import JOURNAL, whys

UI = load_ui(JOURNAL.parents[1] / "theme" / "ui")
REASONS = Reasons(UI)
PRIVATE = [
    entry["what"] for entry in tomllib.loads((JOURNAL / "tables" / "private.toml").read_text("utf-8"))["private"]
]
QUIET = {"language"}  # modules whose entries are on no page


@pytest.mark.parametrize("why", [why for why, module in whys().items() if module not in QUIET] + PRIVATE)
def test_every_reason_that_the_code_gives_is_translated(why: str) -> None:
    """The sentence stands in theme/ui under why.…, word for word."""
    reason = REASONS.find(why.replace("{}", "7"))
    assert reason, f"{why!r} is under no why.… in theme/ui"
    for lang in LANGS:
        said = REASONS.say(why.replace("{}", "7"), lang)
        assert "{" not in said
        assert (lang == "en") == (said == why.replace("{}", "7"))


def test_every_sentence_has_the_same_slots_in_all_languages() -> None:
    """What varies stands in each language's sentence."""
    for key, text in UI["en"].items():
        slots = re.findall(r"\{[a-z]+\}", text)
        assert all(sorted(re.findall(r"\{[a-z]+\}", UI[lang][key])) == sorted(slots) for lang in LANGS), key


def test_what_stands_in_a_slot_is_translated_too() -> None:
    """A list of kinds of private data, with counts."""
    why = "private data in the article: a card number (7), an IIN (2)"
    assert REASONS.say(why, "ru") == "личные данные в статье: номер карты (7), ИИН (2)"
    assert REASONS.say("table, 5 rows", "ru") == "таблица, строк: 5"


def test_an_unknown_sentence_stays() -> None:
    """Better English than nothing."""
    assert REASONS.find("never heard of") is None
    assert REASONS.say("never heard of", "kk") == "never heard of"


def test_every_kind_of_entry_has_its_words() -> None:
    """Those that Entry promises, and those that the code gives."""
    promised = re.search(r"`kind`:(.*?)\.", Entry.__doc__ or "", re.DOTALL)
    assert promised
    kinds = set(re.findall(r"\w+", promised[1].replace(" or ", " ")))
    sources = "".join(path.read_text("utf-8") for path in JOURNAL.rglob("*.py"))
    kinds |= set(re.findall(r"report\.add\([^()\"]*\"(\w+)\"", sources))
    assert kinds >= {"join", "keep", "repair", "drop", "language", "warning"}
    for path in (JOURNAL.parents[1] / "theme" / "ui").glob("*.json"):
        words = json.loads(path.read_text("utf-8"))
        assert not {kind for kind in kinds if f"report.kind.{kind}" not in words}, path.name


def test_reasons_of_a_whole_corpus(sample_report: list[Entry]) -> None:
    """What the sample's report says is known, whatever the code puts together."""
    unknown = {entry.why for entry in sample_report if entry.kind not in ("language", "article") and entry.why}
    assert not {why for why in unknown if not REASONS.find(why)}


@pytest.fixture(scope="module")
def sample_report() -> list[Entry]:
    return sample().corpus.report.entries
