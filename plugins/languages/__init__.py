"""Words, spellings and lemmas of Kazakh, Russian and English. Knows nothing of Pelican, journals or lunr.

All language knowledge stands in tables/; these modules apply it. words, fold, kazakh and paradigms have twins in
theme/static/js/engine, held to the same answers by tests/parity.
"""

from .alphabets import alphabet, alphabetical, language_to_read
from .analyser import Analyser
from .compounds import half, may_be_halves
from .counted import Counted, Vocabulary
from .counterparts import counterpart_rows, listed_forms
from .english_list import Dictionary, dictionary
from .entries import Entries, Entry, inflected
from .export import export_sounds, export_tables
from .facts import Facts, Forms, together
from .fold import fold, folded_by_runs, folds, folds_of_normal, normal, normals
from .form_list import Abbreviation, FormList, abbreviations
from .forms import Form, form_of
from .kazakh.changed import changed
from .kazakh.choices import Choices
from .latin import in_latin
from .lookup import worked
from .names.names import begun, genders
from .names.people import in_two, name_key, name_parts
from .order import BEHIND, commons, orders
from .paradigms import Head, is_form
from .spelling import normals_and_folds
from .statutes import near_numbers, statutes, statutes_in, telling
from .stop import stop, stop_words
from .tables import TableError
from .term_rows import Term, TermRows
from .words import Cut, Word, cut, parts, words

__all__ = [
    "BEHIND",
    "Abbreviation",
    "Analyser",
    "Choices",
    "Counted",
    "Cut",
    "Dictionary",
    "Entries",
    "Entry",
    "Facts",
    "Form",
    "FormList",
    "Forms",
    "Head",
    "TableError",
    "Term",
    "TermRows",
    "Vocabulary",
    "Word",
    "abbreviations",
    "alphabet",
    "alphabetical",
    "begun",
    "changed",
    "commons",
    "counterpart_rows",
    "cut",
    "dictionary",
    "export_sounds",
    "export_tables",
    "fold",
    "folded_by_runs",
    "folds",
    "folds_of_normal",
    "form_of",
    "genders",
    "half",
    "in_latin",
    "in_two",
    "inflected",
    "is_form",
    "language_to_read",
    "listed_forms",
    "may_be_halves",
    "name_key",
    "name_parts",
    "near_numbers",
    "normal",
    "normals",
    "normals_and_folds",
    "orders",
    "parts",
    "statutes",
    "statutes_in",
    "stop",
    "stop_words",
    "telling",
    "together",
    "words",
    "worked",
]
