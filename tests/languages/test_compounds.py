"""Compounds of a Kazakh corpus: joined, with a hyphen, apart."""

from __future__ import annotations

import pytest

from languages import Analyser


def analyser(*forms: str) -> Analyser:
    return Analyser({"kk": dict.fromkeys(forms, 1)})


@pytest.mark.parametrize("form", ["екі-жақты", "құқық-бұзушылықтың", "жер-асты"])
def test_a_hyphenated_word_ends_as_the_joined_one(form: str) -> None:
    """Where the corpus has that; by itself the second half may be a form of another word."""
    whole = form.replace("-", "")
    corpus = analyser(form, whole, *form.split("-"), "жақ", "жақтың", "ас", "асы")
    assert corpus.lemma(form, "kk").replace("-", "") == corpus.lemma(whole, "kk")


@pytest.mark.parametrize(("first", "second"), [("екі", "жақты"), ("құқық", "бұзушылықтың"), ("Құқық", "бұзушылық")])
def test_two_neighbours_are_one_word_elsewhere(first: str, second: str) -> None:
    """By the lemma of the second and by the second as it stands; one term, though two spellings are attested."""
    corpus = analyser("екіжақты", "екі-жақты", "құқықбұзушылық", "құқық-бұзушылық", first, second)
    assert corpus.joined(first, second, "kk") == (corpus.lemma(f"{first}{second}", "kk"),)
