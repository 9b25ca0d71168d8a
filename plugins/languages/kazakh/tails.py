"""The tails of Kazakh words: which endings, in a legal order and sounding right together, make the end of a word.

Twin: the upper half of theme/static/js/engine/kazakh.js, which finds tails by their text. Here a tail is reached from
the next shorter one; tails are built as they are met and kept, since words of one text share them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from languages.tables import toml_table

from .chains import DEAD, KINDS, MAX_CHAIN, Chain, Step, Tail
from .grammar import BACK, FRONT, Grammar, Suffix
from .stems import End, StemEnds


class Tails:
    """The tails of one grammar, with what each ending costs."""

    def __init__(self, rules: Grammar, ends: StemEnds, costs: dict[str, float]) -> None:
        self._grammar = rules
        self._ends = ends
        self._costs = costs
        self._verbal = _bits(number for number, slot in enumerate(rules.slots) if slot.verbal)
        self._after = [_bits(slot.after) for slot in rules.slots]
        self._pieces = _pieces(rules.suffixes)
        self.empty = Tail((), (), (), {}, {}, _bits(number for number, slot in enumerate(rules.slots) if slot.final))
        self.empty.begun = (("", self.empty),)

    def steps(self, tail: Tail, end: End) -> tuple[Step, ...]:
        """To the stems that may stand before a tail, if what stands there ends so, which is met for the first time."""
        found: list[Step] = []
        for chain in tail.stemmed:
            if chain.contexts & end.contexts:
                for text, lexical in self._ends.restored(end, chain.first, chain.restore):
                    found += [(text, kind, lexical, chain) for kind in chain.kinds]
        steps = tail.steps[end] = tuple(found)
        return steps

    def longer(self, tail: Tail, letter: str) -> Tail:
        """The tail with one more letter before it, which is met for the first time."""
        chains: list[Chain] = []
        begun = []
        longer = DEAD
        for rest, following in tail.begun:
            head = letter + rest
            piece = self._pieces.get(head)
            if piece is None:
                continue
            suffixes, own, inner = piece
            if own & following.before:
                chains += self._joined(head, suffixes, following) if following.chains else self._last(head, suffixes)
            if inner & following.before:
                begun.append((head, following))
        if chains:
            stemmed = tuple([chain for chain in chains if chain.stems])
            longer = Tail(tuple(chains), stemmed, (), {}, {}, reduce(or_, [chain.before for chain in chains]))
            longer.begun = (("", longer), *begun)
        elif begun:
            longer = Tail((), (), tuple(begun), {}, DEAD.steps, 0)
        tail.longer[letter] = longer
        return longer

    def _last(self, text: str, suffixes: tuple[Suffix, ...]) -> Iterator[Chain]:
        for suffix in suffixes:
            if self._grammar.slots[suffix.slot].final and not suffix.before_vowel:
                yield self._chain(text, suffix, suffix.contexts, None)

    def _joined(self, head: str, suffixes: tuple[Suffix, ...], following: Tail) -> list[Chain]:
        """`head` before each of the chains that may follow it."""
        found = []
        for suffix in suffixes:
            for chain in following.chains:
                if not chain.before >> suffix.slot & 1:
                    continue
                if suffix.before_vowel and chain.text[0] not in self._grammar.vowels:
                    continue
                contexts = self._through(head, suffix.contexts, chain.contexts)
                if contexts:
                    found.append(self._chain(head, suffix, contexts, chain))
        return found

    def _chain(self, text: str, suffix: Suffix, contexts: int, following: Chain | None) -> Chain:
        """`suffix`, sounding as `text`, before the chain that follows it."""
        slots = (suffix.slot, *(following.slots if following else ()))
        stems = self._grammar.slots[suffix.slot].stems
        verbal = self._verbal & 1 << suffix.slot | (following.verbal if following else 0)
        may_follow = not suffix.restore and len(slots) < MAX_CHAIN
        return Chain(
            text=text + (following.text if following else ""),
            slots=slots,
            stems=stems,
            contexts=contexts,
            cost=self._cost(suffix, text) + (following.cost if following else 0.0),
            restore=suffix.restore,
            names=(suffix.name, *(following.names if following else ())),
            kinds=KINDS[stems],
            first=(suffix.slot, text[0]),
            verbal=verbal,
            before=self._after[suffix.slot] & ~verbal if may_follow else 0,
        )

    def _cost(self, suffix: Suffix, text: str) -> float:
        return self._costs.get(suffix.name, 0.0) + self._costs.get("letter", 0.0) * len(text)

    def _through(self, text: str, before: int, wanted: int) -> int:
        """The contexts before `text`, given those wanted after it; an ending without vowel lets harmony through."""
        if not self._grammar.harmonies.keys().isdisjoint(text):
            return before if self._ends.of(text).contexts & wanted else 0
        heard = wanted & self._ends.class_of(text)
        return before & ((BACK if heard & BACK else 0) | (FRONT if heard & FRONT else 0))


def _pieces(suffixes: Mapping[str, tuple[Suffix, ...]]) -> dict[str, tuple[tuple[Suffix, ...], int, int]]:
    """The ends of suffixes: which sound so, their slots, and the slots of longer ones. There are no other pieces."""
    inner: dict[str, int] = {}
    for text, alike in suffixes.items():
        for start in range(1, len(text)):
            inner[text[start:]] = inner.get(text[start:], 0) | _bits(suffix.slot for suffix in alike)
    own = {text: _bits(suffix.slot for suffix in alike) for text, alike in suffixes.items()}
    return {text: (suffixes.get(text, ()), own.get(text, 0), inner.get(text, 0)) for text in own.keys() | inner.keys()}


def _bits(numbers: Iterable[int]) -> int:
    """A set of small numbers as one."""
    return sum(1 << number for number in frozenset(numbers))


def ending_costs() -> dict[str, float]:
    """The fitted cost of each ending, and of each letter of it."""
    costs: dict[str, float] = toml_table("kazakh_weights.toml")["endings"]
    return costs
