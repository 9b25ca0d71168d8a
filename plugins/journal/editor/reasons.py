"""The reasons of the report in the languages of the interface.

The code gives its reasons as English sentences; `theme/ui` holds the same sentences under `why.…`, with `{a}`, `{b}`
for what varies. A reason that no file knows stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from journal.records import Lang

SLOT = re.compile(r"\\\{([a-z])\\\}")


@dataclass(frozen=True, slots=True)
class Reason:
    """`key` names the sentence in `theme/ui`, `values` what stands in its slots."""

    key: str
    values: Mapping[str, str]


class Reasons:
    """Finds a reason's sentence; `ui` is `ui[lang][key]`."""

    def __init__(self, ui: Mapping[Lang, Mapping[str, str]]) -> None:
        self._ui = ui
        sentences = {key: text for key, text in ui["en"].items() if key.startswith("why.")}
        self._exact = {text: key for key, text in sentences.items() if "{" not in text}
        open_ones = [(key, text) for key, text in sentences.items() if "{" in text]
        open_ones.sort(key=lambda pair: -len(pair[1]))  # the one that says most first
        self._patterns = [(key, re.compile(SLOT.sub(r"(?P<\1>.+)", re.escape(text)))) for key, text in open_ones]

    def find(self, why: str) -> Reason | None:
        """None for a sentence of no file."""
        if why in self._exact:
            return Reason(self._exact[why], {})
        matches = ((key, match) for key, pattern in self._patterns if (match := pattern.fullmatch(why)))
        return next((Reason(key, match.groupdict()) for key, match in matches), None)

    def say(self, why: str, lang: Lang) -> str:
        """The reason in `lang`; what stands in its slots too, where the files know it."""
        reason = self.find(why)
        if not reason:
            parts = why.split(", ")
            return ", ".join(self.say(part, lang) for part in parts) if len(parts) > 1 else why
        text = self._ui[lang][reason.key]
        for name, value in reason.values.items():
            text = text.replace(f"{{{name}}}", self.say(value, lang))
        return text
