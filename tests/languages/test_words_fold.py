"""Properties of cutting and folding that hold for any text."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from languages import cut, fold, folds, normal, normals_and_folds, parts, words
from languages.fold import _folded, _normalized, normals
from languages.letter_tables import letter_tables
from languages.tables import toml_table
from languages.words import pattern_source

LETTERS = "аәбвгғёйикқлмнңоөұүһіьabcehopxy'-‐’`\u00ad\u0301\u0306\u0308\u200d\ufeff 0123.,@/:İΣς\U0001f600"
SETTLED = toml_table("letters.toml")["homoglyphs"]["settled"]
TEXTS = st.text() | st.text(alphabet=LETTERS)


@given(TEXTS)
def test_offsets_slice_back_to_the_text(text: str) -> None:
    """A word is what stands between its offsets; words do not overlap and none is empty."""
    end = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert end <= word.start < word.end
        end = word.end


@given(TEXTS)
def test_normal_and_fold_are_settled(text: str) -> None:
    """Twice is the same as once, and folding does not care about normal form."""
    assert normal(normal(text)) == normal(text)
    assert fold(fold(text)) == fold(text) == fold(normal(text))


@given(TEXTS | st.text(alphabet=f"{SETTLED}{SETTLED.upper()}09-'`.") | st.text(st.characters(max_codepoint=127)))
def test_short_cuts_lead_where_the_way_leads(text: str) -> None:
    """Text that needs no step by step is what the steps would make of it."""
    letters = letter_tables()
    assert normal(text) == _normalized(text, letters)
    assert fold(text) == _folded(_normalized(text, letters), letters)


@given(TEXTS | st.text(alphabet="aжәё ,.-'1@/:\u00ad"))
def test_cut_is_the_pattern(text: str) -> None:
    """Cut in one step, a text has the words that the pattern shared with the page finds, and loses nothing."""
    found, gaps = cut(text)
    assert found == [word.text for word in words(text)] == re.findall(pattern_source(), text)
    assert "".join(chain.from_iterable(zip(gaps, [*found, ""], strict=True))) == text


@given(TEXTS)
def test_many_words_are_as_each(text: str) -> None:
    """Normal forms and keys of many words are those of each."""
    found = [word.text for word in words(text)]
    assert normals(found) == [normal(word) for word in found]
    assert folds(found) == [fold(word) for word in found]
    assert normals_and_folds(found) == (normals(found), folds(found))


@given(TEXTS)
def test_normal_form_is_nfc_and_has_nothing_invisible(text: str) -> None:
    """What makes terms is one Unicode form without soft hyphens."""
    assert unicodedata.is_normalized("NFC", normal(text))
    assert not set(normal(text)) & set("\u00ad\ufeff\u200d\u0301ё’‐")


@given(TEXTS)
def test_parts_lose_only_hyphens(text: str) -> None:
    """Joined again, the parts are the word."""
    for word in words(text):
        form = normal(word.text)
        if len(parts(form)) > 1:
            assert "-".join(parts(form)) == form
