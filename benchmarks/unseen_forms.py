"""How well the page understands inflected forms that the index has not seen: Kazakh, by gold lemmas that others made.

    python benchmarks/unseen_forms.py GOLD            two splits of GOLD (form, lemma, part of speech; tabs)
    python benchmarks/unseen_forms.py GOLD --splits 8 more of them
    python benchmarks/unseen_forms.py GOLD --set short=2 --set least=-1   with other numbers in readings.toml

Each split puts half of the forms into an index, alone; the other half is asked. `found`: the share of the asked forms,
of those that have a form of their lemma in the index, that lead to one. The pairs are (asked, indexed), joined when the
page reads the asked form as the indexed one's term, right when they share a gold lemma. Rows of GOLD go nowhere.
"""

from __future__ import annotations

import argparse
import random
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from languages import Analyser, export_tables, normal  # noqa: E402
from tests import browser as browsers  # noqa: E402
from tests.languages.conftest import ENGINE, SCRIPTS, index  # noqa: E402

NOT_WORDS = ("PUNCT", "SYM")
ASK = """(forms) => forms.map((form) => {
  const leaders = new Map();
  for (const { term, lang, kind } of izdeuEngine.readings(form, lookup, { tables })) {
    if (!["part", "prefix", "name"].includes(kind) && !leaders.has(lang)) leaders.set(lang, term);
  }
  return Array.from(leaders.values());
})"""
Gold = Mapping[str, frozenset[str]]
"""Form -> its lemmas."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--splits", type=int, default=2, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=NUMBER", help="a number of readings.toml")
    options = parser.parse_args(arguments)
    gold = read_gold(options.gold)
    changed = {name: float(number) for name, _, number in (one.partition("=") for one in options.set)}
    rows = []
    with engine(changed) as page:
        for seed in range(options.splits):
            asked, indexed = split(gold, seed)
            rows.append(scores(gold, asked, indexed, terms(page, asked, indexed)))
            print(f"split {seed}: {line(rows[-1])}")
    print(f"mean: {line([sum(column) / len(rows) for column in zip(*rows, strict=True)])}")
    return 0


def line(row: Sequence[float]) -> str:
    return "found {:.3f}, pairs: precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*row)


def read_gold(path: Path) -> Gold:
    lemmas: dict[str, set[str]] = defaultdict(set)
    for row in path.read_text("utf-8").split("\n"):
        form, lemma, kind = (*row.split("\t"), "", "")[:3] if row else ("", "", "")
        form, lemma = (unicodedata.normalize("NFC", text).lower() for text in (form, lemma))
        if form and lemma not in ("", "_") and kind not in NOT_WORDS and form.replace("-", "").isalpha():
            lemmas[form].add(lemma)
    return {form: frozenset(found) for form, found in lemmas.items()}


def split(gold: Gold, seed: int) -> tuple[list[str], list[str]]:
    """Forms to ask, forms to index."""
    forms = sorted(gold)
    random.Random(seed).shuffle(forms)
    middle = len(forms) // 2
    return forms[:middle], forms[middle:]


@contextmanager
def engine(changed: Mapping[str, float]) -> Iterator[Page]:
    """A page with the engine and its tables, and nothing in its index yet."""
    tables: dict[str, Any] = export_tables()
    tables["readings"] |= changed
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find())
        page = browser.new_page()
        page.set_content("<!doctype html><meta charset=utf-8>")
        page.evaluate("(tables) => { window.tables = tables }", tables)
        for name in SCRIPTS:
            page.add_script_tag(path=str(ENGINE / f"{name}.js"))
        yield page
        browser.close()


def terms(page: Page, asked: Sequence[str], indexed: Sequence[str]) -> tuple[list[set[str]], list[str]]:
    """What the page takes each asked form for, and the term of each indexed one."""
    vocabulary = {"kk": dict.fromkeys(indexed, 1)}
    analyser = Analyser(vocabulary)
    index(page, vocabulary)
    return [set(found) for found in page.evaluate(ASK, asked)], [analyser.lemma(normal(form), "kk") for form in indexed]


def scores(
    gold: Gold, asked: Sequence[str], indexed: Sequence[str], read: tuple[list[set[str]], list[str]]
) -> tuple[float, float, float, float]:
    """Found, precision, recall, F1."""
    of_lemma: dict[str, set[str]] = defaultdict(set)
    of_term: dict[str, set[str]] = defaultdict(set)
    for form, term in zip(indexed, read[1], strict=True):
        of_term[term].add(form)
        for lemma in gold[form]:
            of_lemma[lemma].add(form)
    right = joined = both = found = answerable = 0
    for form, meant in zip(asked, read[0], strict=True):
        wanted: set[str] = set().union(*(of_lemma[lemma] for lemma in gold[form]))
        got: set[str] = set().union(*(of_term[term] for term in meant))
        right, joined, both = right + len(wanted), joined + len(got), both + len(wanted & got)
        answerable, found = answerable + bool(wanted), found + bool(wanted & got)
    precision, recall = both / joined, both / right
    return found / answerable, precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sys.exit(main())
