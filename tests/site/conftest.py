"""What tests of the search page share: the site's root both ways, and a site with many articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MadeOnce
from tests.site import crowd


@pytest.fixture(scope="session")
def crowded_site(sample_site: Path, made_once: MadeOnce) -> Path:
    """The sample journal with 45 articles more that hold one number (tests/site/crowd.py)."""
    return made_once("crowded", lambda folder: crowd.build(sample_site, folder / "site")) / "site"


@pytest.fixture(params=["http", "file"])
def crowded(request: pytest.FixtureRequest, crowded_site: Path, http_server: Callable[[Path], str]) -> str:
    """Its root, over http and as a folder that is double-clicked."""
    return http_server(crowded_site) if request.param == "http" else f"file://{crowded_site}/"
