"""Articles of laws in texts; what they are, tests/parity holds for both engines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from languages import cut, near_numbers, normal, statutes_in, telling

PIECES = st.sampled_from(
    "190 188-191 190-баптың 190-бабы ст. статьи Article Arts бап баптың бабында баға балық және и 5 , - № . (".split()
)


@given(st.lists(PIECES).map(" ".join))
def test_a_text_that_names_an_article_has_a_word_that_tells(text: str) -> None:
    """So a page looks at few of its passages."""
    found = cut(text)
    spelled = list(map(normal, found.words))
    assert telling(spelled) <= set(spelled)
    assert not list(statutes_in(found)) or telling([spelled[rank] for rank in near_numbers(found.words)])


def test_few_words_tell() -> None:
    """The noun in any form, the words before a number, a number joined to the noun."""
    words = ("190-баптың", "бабы", "Ст", "статьями", "article", "190", "2-сынып", "баға", "және", "сот-тергеу")
    assert telling(list(map(normal, words))) == {"190-баптың", "бабы", "ст", "статьями", "article"}
