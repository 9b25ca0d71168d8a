"""The words of a corpus as the analysis takes them: spelled and sorted once for all that ask. Build time only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .alphabets import by_language
from .fold import normals
from .words import parts

Vocabulary = Mapping[str, Mapping[str, int]]
"""Language -> form -> how often it stands in the corpus."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Forms in normal form by the language of their texts."""

    counts: Vocabulary
    to_read: Mapping[str, Mapping[str, Sequence[str]]]
    """Language of the texts -> language to read in -> distinct forms, parts of compounds among them."""

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Counted:
        """Of forms in any spelling."""
        return cls.of_normal({lang: _normal_counts(forms) for lang, forms in vocabulary.items()})

    @classmethod
    def of_normal(cls, counts: Vocabulary) -> Counted:
        """Of forms in normal form."""
        return cls(counts, {lang: by_language(_with_parts(forms), lang) for lang, forms in counts.items()})

    def read_as(self, lang: str) -> set[str]:
        """All forms to read in a language."""
        return set().union(*(groups.get(lang, ()) for groups in self.to_read.values()))


def _with_parts(forms: Mapping[str, int]) -> Mapping[str, object]:
    joined = [form for form in forms if "-" in form]
    return dict.fromkeys([*forms, *(part for form in joined for part in parts(form))]) if joined else forms


def _normal_counts(forms: Mapping[str, int]) -> Mapping[str, int]:
    found = normals(list(forms))
    counts = dict(zip(found, forms.values(), strict=True))
    if len(counts) < len(found):  # some differ only in their spelling
        counts = dict.fromkeys(found, 0)
        for form, count in zip(found, forms.values(), strict=True):
            counts[form] += count
    return counts
