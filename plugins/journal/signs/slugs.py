"""Names for pages and anchors: ASCII, short, safe on every system, from our own table of letters."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from base64 import b32encode
from functools import lru_cache
from importlib.resources import files

MAX_SLUG = 40  # characters
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index)(?:\..*)?", re.IGNORECASE)
GOOD_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def slugify(text: str) -> str:
    """`Әлиева А.` -> `alieva-a`; "" when no letter or digit is left."""
    low = unicodedata.normalize("NFC", text).casefold()
    spelt = "".join(_letters().get(sign, sign) for sign in low)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def page_id(stem: str, ordinal: int) -> str:
    """The id of the `ordinal`th article (from 1) of the dump named `stem`: never all digits, never reserved."""
    tail = f"-{ordinal:02d}"
    head = (slugify(stem) or "dump")[: MAX_SLUG - len(tail)].strip("-")
    return f"d{head}{tail}"[:MAX_SLUG] if head.replace("-", "").isdigit() else head + tail


def is_page_id(text: str) -> bool:
    """May an editor name a page so?"""
    good = GOOD_SLUG.fullmatch(text) is not None and len(text) <= MAX_SLUG
    return good and not text.replace("-", "").isdigit() and not RESERVED.fullmatch(text)


def anchor_of(text: str) -> str:
    """An element's id, from the letters and digits of its text alone: a healed hyphen or space does not move it."""
    letters = "".join(sign for sign in unicodedata.normalize("NFC", text).casefold() if sign.isalnum())
    digest = hashlib.blake2s(letters.encode(), digest_size=5).digest()
    return "p" + b32encode(digest).decode().lower()


def free_slug(slug: str, taken: dict[str, int]) -> str:
    """`slug`, with a number behind it where it is taken; `taken` holds the last number of each slug, and is kept up."""
    number = taken.get(slug, 0) + 1
    while (free := slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    taken[slug] = number
    taken.setdefault(free, 1)
    return free


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    table = tomllib.loads((files("journal") / "tables" / "slugs.toml").read_text("utf-8"))
    return dict(table["letters"])
