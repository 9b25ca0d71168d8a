"""Templates in memory: none is compiled twice, none is older than its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from publishing import pages, report_page
from publishing.build import build_site
from publishing.compiled import Compiled
from publishing.places import Places
from tests.publishing.test_build import ARTICLE


@pytest.fixture
def compilings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What is compiled from now on: the name of the template, and the memory of its environment."""
    done: list[tuple[str, object]] = []
    compile_one = Environment.compile

    def noted(self: Environment, source: str, name: str | None = None, *more: object, **options: object) -> object:
        done.append((name or "", self.bytecode_cache))
        return compile_one(self, source, name, *more, **options)

    monkeypatch.setattr(Environment, "compile", noted)
    return done


def test_a_changed_template_is_compiled_again(tmp_path: Path, compilings: list[tuple[str, object]]) -> None:
    """Another environment takes what is known, as long as the text is the same."""
    cache, file = Compiled(), tmp_path / "page.html"

    def shown() -> str:
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=cache, autoescape=True)
        return environment.get_template("page.html").render(word="<b>")

    file.write_text("one {{ word }}", "utf-8")
    assert shown() == shown() == "one &lt;b&gt;"
    assert compilings == [("page.html", cache)]
    file.write_text("two {{ word }}", "utf-8")
    assert shown() == shown() == "two &lt;b&gt;"
    assert compilings == [("page.html", cache)] * 2


def test_a_build_compiles_each_template_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compilings: list[tuple[str, object]]
) -> None:
    """Pages of all generators and the report; the next build compiles none."""
    monkeypatch.setattr(pages, "TEMPLATES", Compiled())
    monkeypatch.setattr(report_page, "TEMPLATES", Compiled())
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    (dumps / "town.txt").write_text(ARTICLE, "utf-8")
    build_site(Places(dumps, tmp_path / "one"), say=lambda _: None)
    assert {"article.html", "search.html", "report.html"} <= {name for name, _ in compilings}
    assert len(compilings) == len(set(compilings))
    compilings.clear()
    build_site(Places(dumps, tmp_path / "two"), say=lambda _: None)
    assert compilings == []
