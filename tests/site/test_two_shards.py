"""However a word is typed, no more than two term shards tell what it may mean and where that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from languages import fold, in_latin
from lunr_search.writing import shards
from tests.site.texts import search_page

KAZAKH = """
бас басы басына басынан басып басшы басшылық басқа басқару басқарманың басым басымдық баса басылым соң соңы
соңғы соңғылары ел елі еліміз еліміздің елде елдік орын орны орнына орында орындар халық халқы халқының кітап
кітабы кітаптар тап табу тауып тапты бол болу болды болған болғандықтан болашақ болмыс оқы оқу оқиды оқыған
оқушы оқушылар оқулық қой қоя қою қояды дамы дамиды дамыту дамуы жас жастар жастардың жасанды жасау жасы
жасырын ал алу алды алдын алдыңғы алаяқ алаяқтық алаяқтықтың алматы алтай қылмыс қылмысы қылмыстық қылмыскер
құқық құқығы құқықтық құқықтар заң заңы заңдық заңгер мемлекет мемлекеттік қазақ қазақстан қазақстанның
қазақша қоғам қоғамдық азамат азаматтық сот соты соттың сотталған тергеу тергеуші ауыл ауылда
""".split()
RUSSIAN = """
дело дела делу деле делам делами статья статьи статье статью статей право права правом правовой правовая люди
людей человек человека суд суда судом судебный судебная банк банка банки идти шёл пойдут прописать пропишут
время времени кража кражи
""".split()
ENGLISH = """
cat cats law laws lawful act acts acting court courts went go goes going child children child's exchange
exchanged
""".split()
MISSING = """
басшыларымыздан соңғымен орнымыздан халқымыздың алаяқтарына статьями судебною lawless қоғамдастық табылмас
""".split()
LOADED = """async (words) => {
  const { manifest, finder } = await izdeuOpened.openIndex();
  const found = [];
  for (const word of words) {
    const names = new Set();
    const counting = { all: finder.all, find: async (...asked) => {
      const ranges = await finder.find(...asked);
      ranges.forEach(({ name }) => names.add(name));
      return ranges;
    } };
    const { asked } = await izdeuAsk.readQuestion({ manifest, finder: counting, documents: null }, word);
    found.push([word, names.size, asked.length]);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=[300, 1200, 5000])
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a site whose terms stand in smaller or larger shards, frequent ones in their own."""
    texts = {
        f"{lang}-{start}": (lang, " ".join(words[start:] + words[: 40 - start]))
        for lang, words in (("kk", KAZAKH), ("ru", RUSSIAN), ("en", ENGLISH))
        for start in range(0, 40, 4)
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD", request.param)
        patch.setattr(shards, "SLACK", request.param // 4)
        patch.setattr(shards, "HOT", 60)
        with search_page(browser, tmp_path_factory.mktemp("two"), texts) as page:
            yield page


def spellings() -> list[str]:
    """All words, as they are, without Kazakh letters, in Latin ones, and some that no page has."""
    words = [*KAZAKH, *RUSSIAN, *ENGLISH, *MISSING]
    latin = (in_latin(word) for word in [*KAZAKH, *MISSING] if not re.search("[a-z]", word))
    return sorted(filter(None, {*words, *map(fold, words), *latin}))


def test_no_word_needs_more_than_two(page: Page) -> None:
    """A word that is read as two counts as three: itself and both."""
    found: list[Any] = page.evaluate(LOADED, spellings())
    assert len(found) > 300
    assert [row for row in found if row[1] > (2 if row[2] == 1 else 6)] == []
