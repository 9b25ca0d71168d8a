"""Distinct forms by number, whatever way they come in."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from languages import Form, FormList, abbreviations, form_of, normals

Text = tuple[str, Sequence[str]]
"""A language, and words of a text in it."""

WORDS = st.sampled_from(("заң", "Заң", "ҚК", "ҚК-нің", "LAWS", "laws", "Laws", "закон", "УК", "it's", "IT", "x"))
TEXTS = st.lists(st.tuples(st.sampled_from(("kk", "ru", "en", "other")), st.lists(WORDS)))


def filled(texts: Sequence[Text]) -> tuple[FormList, list[int], list[Form]]:
    """The list of texts, the numbers that it gave, and the forms of their words one by one."""
    forms = FormList()
    numbers: list[int] = []
    for lang, words in texts:
        numbers += forms.enter(normals(words), abbreviations(words), lang)
    return forms, numbers, [form_of(word, lang) for lang, words in texts for word in words]


def rows(forms: FormList) -> list[Form]:
    """All forms, by number."""
    return [forms[number] for number in range(len(forms))]


@given(TEXTS)
def test_words_have_the_numbers_of_their_forms(texts: Sequence[Text]) -> None:
    """Each form stands once, and nothing else does."""
    forms, numbers, each = filled(texts)
    assert [forms[number] for number in numbers] == each
    assert len(forms) == len(set(each)) == len(set(rows(forms)))
    assert forms.texts == [form.text for form in rows(forms)]
    for lang, words in texts:
        found = forms.known(words, [form_of(word, lang).text for word in words], lang)
        assert [forms[number] for number in found if number is not None] == [form_of(word, lang) for word in words]
    assert forms.known(["ЖОҚ"], ["жоқ"], "kk") == [None]


@given(TEXTS, TEXTS)
def test_two_lists_are_one(texts: Sequence[Text], others: Sequence[Text]) -> None:
    """Numbers that were given stay; those of the other list are found again."""
    forms, _, _ = filled(texts)
    more, _, _ = filled(others)
    before = rows(forms)
    numbers = forms.add(more)
    assert [forms[number] for number in numbers.tolist()] == rows(more)
    assert rows(forms)[: len(before)] == before
    assert len(set(rows(forms))) == len(forms) == len(set(before) | set(rows(more)))


@given(TEXTS, st.integers(0, 20))
def test_what_is_kept_is_the_same(texts: Sequence[Text], number: int) -> None:
    """Pickled, whole or in two parts, a list is what it was."""
    forms, _, _ = filled(texts)
    number = min(number, len(forms))
    assert rows(pickle.loads(pickle.dumps(forms))) == rows(forms)
    first, rest = forms.chosen(np.arange(len(forms)) < number), forms.since(number)
    again = pickle.loads(pickle.dumps(first))
    again.extend(pickle.loads(pickle.dumps(rest)))
    assert rows(again) == rows(first) + rows(rest) == rows(forms)
    assert again.add(forms).tolist() == list(range(len(forms)))


@given(TEXTS, st.data())
def test_forms_are_chosen_and_counted(texts: Sequence[Text], data: st.DataObject) -> None:
    """Some forms alone keep their order; counts of a spelling are added, whether it is an abbreviation or not."""
    forms, numbers, _ = filled(texts)
    counts = np.bincount(np.array(numbers, np.int64), minlength=len(forms))
    are = np.array(data.draw(st.lists(st.booleans(), min_size=len(forms), max_size=len(forms))), np.bool_)
    some = forms.chosen(are)
    kept = [form for form, is_kept in zip(rows(forms), are.tolist(), strict=True) if is_kept]
    assert rows(some) == kept
    assert some.add(forms.chosen(are)).tolist() == list(range(len(kept)))
    expected: dict[str, Counter[str]] = {}
    for form, count in zip(rows(forms), np.where(are, counts, 0).tolist(), strict=True):
        if count:
            expected.setdefault(form.lang, Counter())[form.text] += count
    found = forms.vocabulary(np.where(are, counts, 0))
    assert {lang: own for lang, own in found.items() if own} == expected
