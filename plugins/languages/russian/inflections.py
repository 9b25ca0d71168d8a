"""What a Russian paradigm makes of all its stems. Build time only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from languages.fold import normal
from languages.paradigms import shared


class Inflection(NamedTuple):
    """What a paradigm makes of a stem, in normal form."""

    forms: tuple[tuple[str, str], ...]
    """Prefix and suffix of each form."""
    shared: int
    """Letters that all suffixes begin with."""
    endings: tuple[str, ...]
    """What follows those, sorted; nothing if some form has a prefix."""


def inflection_of(forms: Sequence[tuple[str, str]]) -> Inflection:
    """Of the prefixes and suffixes of a paradigm."""
    spelled = tuple((normal(prefix), normal(suffix)) for prefix, suffix in forms)
    suffixes = sorted({suffix for _, suffix in spelled})
    size = shared(suffixes[0], suffixes[-1])
    endings = () if any(prefix for prefix, _ in spelled) else tuple(suffix[size:] for suffix in suffixes)
    return Inflection(spelled, size, endings)
