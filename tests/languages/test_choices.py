"""What is read otherwise than in another corpus, whatever the order of the forms."""

from __future__ import annotations

import pickle

import numpy as np

from languages import Choices
from languages.asked import Asked

BEFORE = Choices(("алаңы", "балаға", "ерді"), ["алаң", "бала", "ер"], np.array([1, 1, 2], np.uint8))


def choices(rows: list[tuple[str, str, int]]) -> Choices:
    forms, stems, kinds = zip(*rows, strict=True)
    return Choices(forms, list(stems), np.array(kinds, np.uint8))


def test_in_the_same_order() -> None:
    """Another stem, or another kind of the same; a new form is none that is read otherwise."""
    now = choices([("алаңы", "ала", 1), ("балаға", "бала", 1), ("ерді", "ер", 1), ("үйге", "үй", 1)])
    expected = [("алаңы", "алаң", "ала"), ("ерді", "ер", "ер")]
    assert now.unlike(BEFORE) == expected
    assert now.unlike(pickle.loads(pickle.dumps(BEFORE))) == expected
    assert BEFORE.unlike(BEFORE) == []


def test_in_another_order() -> None:
    """A form that is gone is none, either."""
    now = choices([("ерді", "ер", 2), ("үйге", "үй", 1), ("алаңы", "ала", 1)])
    assert now.unlike(BEFORE) == [("алаңы", "алаң", "ала")]


def test_words_that_were_asked_for() -> None:
    """Those that are there and those that are not, each time anew."""
    asked = Asked({"ruling": 2})
    assert "rulings" not in asked
    assert (asked.get("ruling"), asked.get("rule", 0)) == (2, 0)
    assert asked.taken() == ["rulings", "ruling", "rule"]
    assert asked.taken() == []
    assert (len(asked), list(asked)) == (1, ["ruling"])
