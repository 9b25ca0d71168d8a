"""Words, spellings and lemmas of Kazakh, Russian and English. Knows nothing of Pelican, journals or lunr.

All language knowledge stands in tables/; these modules apply it. words, fold, kazakh and paradigms have twins in
theme/static/js/engine, held to the same answers by tests/parity.
"""

from .alphabets import alphabet, alphabetical
from .analyser import Analyser, Entry, Term, Vocabulary
from .export import export_tables
from .facts import Facts, together, worked
from .fold import fold, folds, normal
from .forms import Form, form_of, forms_of
from .names import begun
from .paradigms import Head
from .people import in_two, name_key, name_parts
from .statutes import statutes, statutes_in
from .stop import stop, stop_words
from .tables import TableError
from .words import Cut, Word, cut, parts, words

__all__ = [
    "Analyser",
    "Cut",
    "Entry",
    "Facts",
    "Form",
    "Head",
    "TableError",
    "Term",
    "Vocabulary",
    "Word",
    "alphabet",
    "alphabetical",
    "begun",
    "cut",
    "export_tables",
    "fold",
    "folds",
    "form_of",
    "forms_of",
    "in_two",
    "name_key",
    "name_parts",
    "normal",
    "parts",
    "statutes",
    "statutes_in",
    "stop",
    "stop_words",
    "together",
    "words",
    "worked",
]
