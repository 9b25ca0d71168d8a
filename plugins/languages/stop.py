"""Words that carry no topic."""

from __future__ import annotations

from functools import cache

from .tables import word_list


@cache
def stop_words(lang: str) -> frozenset[str]:
    """The stop words of a language, in normal form."""
    return word_list("stop.toml", lang) if lang in ("kk", "ru", "en") else frozenset()


def stop(term: str, lang: str) -> bool:
    """Does this term (a lemma or a fixed form, normal form) carry no topic in that language?"""
    return term in stop_words(lang)
