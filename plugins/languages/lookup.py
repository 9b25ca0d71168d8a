"""What words say by themselves, looked up in dictionaries and read by grammar: by any process. Build time only.

In: a task, forms of one language. Out: their facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .english import English
from .english_list import Kept, Listed
from .facts import Facts, Task
from .heads import Heads
from .kazakh.reader import KazakhReader
from .paradigms import heads
from .russian.russian import Russian


def worked(task: Task, word_list: Kept | None = None) -> Facts:
    """The facts of the forms of one task; a pure function. Of few English forms `word_list` tells sooner."""
    lang, forms = task
    if lang == "kk":
        return Facts(kazakh=_reader().read(forms))
    if lang == "en":
        return _english_facts(forms, English({}, kept=word_list))
    lemmas = {form: _russian().lemma(form) for form in forms}
    own = {lemma: _russian().heads(lemma) for lemma in dict.fromkeys(lemmas.values())}
    further = ((form, _russian().stray_heads(form, lemma, own[lemma])) for form, lemma in lemmas.items())
    return Facts(russian=lemmas, heads=Heads.of(own.values()), strays={form: told for form, told in further if told})


def _english_facts(forms: Sequence[str], english: English) -> Facts:
    distinct = dict.fromkeys(map(english.lemma, forms))
    regular = Heads.of(heads(lemma, english.forms(lemma)) for lemma in distinct)
    return Facts(english={form: _looked_up(form, english) for form in forms}, english_heads=regular)


def _looked_up(form: str, english: English) -> Mapping[str, Listed]:
    """What the list says of a form, and of all words that its lemma depends on where no corpus attests anything."""
    english.listed.clear()
    english.lemma(form)
    if english.is_word(form):
        english.is_listed(form)
    return dict(english.listed)


@cache
def _russian() -> Russian:
    return Russian()


@cache
def _reader() -> KazakhReader:
    return KazakhReader(_russian())
