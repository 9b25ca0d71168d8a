"""Kazakh lemmas against 500 words that were lemmatized by hand, with our own journal as all that is attested."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from languages import Analyser, normal, words

GOLD = Path(__file__).resolve().parents[1] / "gold"
FLOOR = 0.95  # measured: docs/kazakh-figures.md


def vocabulary() -> Counter[str]:
    """The forms of the sample's texts."""
    texts = (path.read_text("utf-8") for path in sorted((GOLD / "sample").glob("*.txt")))
    return Counter(normal(word.text) for text in texts for word in words(text))


def test_lemmas_of_our_own_journal() -> None:
    """The share of words with the lemma that a reader gives them in their sentence."""
    rows = [line.split("\t") for line in (GOLD / "lemmas" / "kk.tsv").read_text("utf-8").splitlines() if line]
    analyser = Analyser({"kk": vocabulary()})
    wrong = [(form, lemma, found) for form, lemma, _ in rows if (found := analyser.lemma(form, "kk")) != normal(lemma)]
    assert len(rows) == 500
    assert 1 - len(wrong) / len(rows) >= FLOOR, wrong
