"""The query language of `tables/syntax.toml`: its signs and names for the page, and what tells that they are needed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lunr_search.tables import table


@cache
def rules() -> dict[str, Any]:
    return table("syntax")


def trigger() -> str:
    """A pattern, the same in Python and JavaScript, that every question fits which is more than words.

    It may fit others: the language then says that they are words.
    """
    signs = rules()
    quotes = sorted({pair[0] for pair in signs["quotes"]})
    anywhere = "".join(re.escape(sign) for sign in [*quotes, signs["any"], ":"])
    before = "".join(re.escape(sign) for sign in [signs["must"], *signs["not"], signs["form"]])
    words = "|".join(word for words in signs["operators"].values() for word in words)
    return rf"[{anywhere}]|(?:^|\s)[{before}]|\s(?:{words})(?:\s|$)|^(?:{words})\s"
