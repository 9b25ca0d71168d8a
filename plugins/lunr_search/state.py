"""What the pages of a site say, read once: those of the last build from the cache, the others by the workers.

A corpus is in memory as numbers: the words of all pages stand once, in `forms`, and the pages hold their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from languages import Form, as_forms
from languages.packed import packed, unpacked
from languages.uncollected import uncollected

from .cache import Cache
from .extract import Extract

STATE = "site"  # kind of cache entry


@dataclass(slots=True)
class State:
    """The extracts of pages by a hash of what they were read from (None: a page without text)."""

    forms: dict[Form, int] = field(default_factory=dict)
    """The distinct words of all pages by their places."""
    pages: dict[str, Extract | None] = field(default_factory=dict)

    def add(self, key: str, extracted: Extract | None) -> None:
        """A page that was read just now; its tokens become places in `forms`."""
        if extracted:
            known, forms = self.forms, extracted.forms
            new = [form for form, place in zip(forms, map(known.get, forms), strict=True) if place is None]
            known.update(zip(new, range(len(known), len(known) + len(new)), strict=True))
            places = np.fromiter(map(known.__getitem__, forms), np.uint32, len(forms))
            tokens = places[extracted.tokens] if places.size else extracted.tokens
            extracted = replace(extracted, forms=(), tokens=tokens)
        self.pages[key] = extracted

    def only(self, keys: Iterable[str]) -> State:
        """The state of these pages alone, without words that none of them has."""
        pages = {key: self.pages[key] for key in keys}
        used = np.zeros(len(self.forms), np.bool_)
        for extracted in filter(None, pages.values()):
            used[extracted.tokens] = True
        if used.all():
            return State(self.forms, pages)
        places = (used.cumsum() - 1).astype(np.uint32)
        forms = [form for form, is_used in zip(self.forms, used.tolist(), strict=True) if is_used]
        moved = {
            key: replace(extracted, tokens=places[extracted.tokens]) if extracted else None
            for key, extracted in pages.items()
        }
        return State(dict(zip(forms, range(len(forms)), strict=True)), moved)


def load_state(cache: Cache) -> State:
    """The state of the last build, or an empty one."""
    found = cache.load(cache.key(STATE.encode()), STATE)
    if not isinstance(found, tuple):
        return State()
    (texts, langs, capitals, names), pages = found
    with uncollected():
        forms = as_forms(zip(unpacked(texts), unpacked(langs), map(bool, capitals), unpacked(names), strict=True))
        return State(dict(zip(forms, range(len(forms)), strict=True)), pages)


def save_state(state: State, cache: Cache) -> None:
    """Keep a state for the next build."""
    texts, langs, capitals, names = zip(*state.forms, strict=True) if state.forms else ((), (), (), ())
    columns = (packed(texts), packed(langs), bytes(capitals), packed(names))
    cache.save(cache.key(STATE.encode()), STATE, (columns, state.pages))
