"""Which term stands where, as rows of numbers: what `postings` gathers and `written` writes.

A *row* says that a term stands in a passage of a document so many times; it is one 64-bit key (term, document, field,
passage) and a count, so that sorting the keys sorts the postings.
"""

from __future__ import annotations

from dataclasses import dataclass

from lunr_search.records import Ints


@dataclass(frozen=True, slots=True)
class Layout:
    """How many bits of a key tell the document, the field and the passage."""

    document: int
    field: int
    passage: int

    @property
    def below_term(self) -> int:
        """How many bits of a key stand below those of the term."""
        return self.document + self.field + self.passage

    def keys(self, terms: Ints, documents: Ints, fields: Ints, passages: Ints) -> Ints:
        """The keys of rows."""
        return ((terms << self.document | documents) << self.field | fields) << self.passage | passages

    def term(self, keys: Ints) -> Ints:
        return keys >> self.below_term

    def posting(self, keys: Ints) -> Ints:
        """Term and document."""
        return keys >> (self.field + self.passage)

    def document_of(self, keys: Ints) -> Ints:
        return self.posting(keys) & ((1 << self.document) - 1)

    def field_of(self, keys: Ints) -> Ints:
        return keys >> self.passage & ((1 << self.field) - 1)

    def passage_of(self, keys: Ints) -> Ints:
        return keys & ((1 << self.passage) - 1)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows in the order of their keys."""

    layout: Layout
    keys: Ints
    counts: Ints
