"""What the stages work with beside the text itself."""

from __future__ import annotations

from dataclasses import dataclass

from .report import Report
from .signs.evidence import Evidence
from .signs.labels import Labels


@dataclass(frozen=True, slots=True)
class Desk:
    """The words by which parts are known, the corpus's evidence, and the report that all stages write into."""

    labels: Labels
    evidence: Evidence
    report: Report
