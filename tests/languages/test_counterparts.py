"""Our own list of legal words in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from languages import Analyser, TableError, counterpart_rows, normal
from languages import counterparts as module
from languages.tables import tsv_rows


def test_words_are_lemmas_in_normal_form() -> None:
    """As the index files them where the corpus says nothing else: only such words are ever found."""
    analyser = Analyser({})
    words = [(lang, word) for row in counterpart_rows() for lang, each in row.items() for text in each
        for word in text.split(" ")]  # fmt: skip
    assert [word for _, word in words if normal(word) != word] == []
    lemmas = [(lang, word, analyser.lemma(word, lang)) for lang, word in words]
    assert [row for row in lemmas if row[1] != row[2]] == []


def test_no_row_stands_twice() -> None:
    rows = list(counterpart_rows())
    assert [row for number, row in enumerate(rows) if row in rows[:number]] == []


@pytest.mark.parametrize(("line", "said"), [("заң\tзакон", "three fields"), ("\tзакон\t", "no two languages")])
def test_a_wrong_row_is_named(line: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By file and line."""
    (tmp_path / "counterparts.tsv").write_text(f"# words\n{line}\n", "utf-8")
    monkeypatch.setattr(module, "tsv_rows", lambda name: tsv_rows(name, tmp_path))
    with pytest.raises(TableError, match=f"counterparts.tsv:2: .*{said.replace('three', '3')}"):
        counterpart_rows.__wrapped__()
