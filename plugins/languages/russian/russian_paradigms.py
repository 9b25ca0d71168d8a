"""The paradigms of pymorphy3's dictionary: what a form's place in one tells of the form. Build time only."""

from __future__ import annotations

from typing import Any, NamedTuple

UNKNOWN = -1
"""For the number of the tag and of the paradigm of a word that no unit of the parser knows."""


class Place(NamedTuple):
    """What a place in a paradigm tells of all words."""

    tag: int
    productive: bool
    """Do unknown words have this tag?"""
    nominal: bool
    """Is it a noun's or an adjective's?"""
    prefix: int
    """Letters of the form's prefix; what is left of the form between prefix and suffix is the stem."""
    suffix: int
    is_normal: bool
    """Is the form itself the normal one?"""
    normal_prefix: str
    normal_suffix: str

    def normal_of(self, form: str) -> str:
        """The normal form of the word that has `form` at this place."""
        if self.is_normal:
            return form
        return self.normal_prefix + form[self.prefix : len(form) - self.suffix] + self.normal_suffix

    def stem_of(self, form: str) -> str:
        """What the prefixes and suffixes of the word that has `form` at this place stand around."""
        return form[self.prefix : len(form) - self.suffix]


class Places(dict[tuple[int, int], Place]):
    """The places of the dictionary's paradigms, by paradigm and index, made as they are asked for."""

    def __init__(self, dictionary: Any) -> None:
        super().__init__()
        self._dictionary = dictionary
        self._have_prefixes: dict[int, bool] = {UNKNOWN: False}

    def __missing__(self, key: tuple[int, int]) -> Place:
        paradigm, index = key
        numbers, prefixes = self._dictionary.paradigms[paradigm], self._dictionary.paradigm_prefixes
        suffixes, size = self._dictionary.suffixes, len(numbers) // 3  # suffixes, then tags, then prefixes
        tag = numbers[size + index]
        place = self[key] = Place(
            tag=tag,
            productive=self._dictionary.gramtab[tag].is_productive(),
            nominal=self._dictionary.gramtab[tag].POS in ("NOUN", "ADJF"),
            prefix=len(prefixes[numbers[2 * size + index]]),
            suffix=len(suffixes[numbers[index]]),
            is_normal=index == 0,
            normal_prefix=prefixes[numbers[2 * size]],
            normal_suffix=suffixes[numbers[0]],
        )
        return place

    def has_prefixes(self, paradigm: int) -> bool:
        """Has some form a prefix?"""
        if paradigm not in self._have_prefixes:
            numbers, prefixes = self._dictionary.paradigms[paradigm], self._dictionary.paradigm_prefixes
            self._have_prefixes[paradigm] = any(prefixes[number] for number in set(numbers[len(numbers) // 3 * 2 :]))
        return self._have_prefixes[paradigm]

    def keeps_letters(self, paradigm: int, index: int) -> bool:
        """Has it other forms than this one, and do all begin with its letters?"""
        if paradigm == UNKNOWN or self[paradigm, index].suffix:
            return False
        numbers = self._dictionary.paradigms[paradigm]
        return len(set(numbers[: len(numbers) // 3])) > 1

    def inflection(self, paradigm: int, skipped: frozenset[str], prefixed: frozenset[str]) -> list[tuple[str, str]]:
        """Prefix and suffix of each form, the normal one first, but for forms with one of the skipped grammemes.

        Those of `prefixed` are skipped where the form has a prefix that the normal one lacks.
        """
        if paradigm == UNKNOWN:
            return [("", "")]
        normal_one, *others = self._dictionary.build_paradigm_info(paradigm)
        unwanted = {normal_one[0]: skipped}
        kept = (
            (prefix, suffix)
            for prefix, tag, suffix in others
            if unwanted.get(prefix, skipped | prefixed).isdisjoint(tag.grammemes)
        )
        return list(dict.fromkeys([(normal_one[0], normal_one[2]), *kept]))
