"""The concordance: typed, clicked, sorted, downloaded; its lines counted again by a slow plain way."""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

import build_index
from languages import Analyser, alphabetical, normal, words
from lunr_search.reading.extract import NO_LANGUAGE
from lunr_search.writing.manifest import manifest_in
from tests.conftest import MadeOnce
from tests.search import oracle
from tests.site.texts import search_page
from tests.site.waiting import drawn, follow_to_results, lines_drawn

OCCURRENCES = 3_000
LEMMAS = 40  # of the sample, whose lines are counted again
STRAYS = 0.05  # of them that may differ
HEAD = 12  # rows of a download before the names of its columns
HITS = "() => Array.from(document.querySelectorAll('.kwic-row .kwic-hit'), (cell) => cell.textContent)"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, sample_site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(sample_site) if request.param == "http" else f"file://{sample_site}/"


@pytest.fixture(scope="module")
def long_site(sample_site: Path, made_once: MadeOnce) -> Path:
    """Sixty pages that have one word three thousand times, with our page over them."""
    return made_once("long", lambda folder: build_long_site(sample_site, folder))


def build_long_site(sample_site: Path, site: Path) -> None:
    chance = random.Random(5)
    others = "сот заң сала талап шешім көше өзен әдіс іс үй".split()
    for number in range(60):
        paragraphs = "".join(
            f"<p id=p{at}>{' '.join(chance.choices(others, k=5))} келісім {' '.join(chance.choices(others, k=5))}.</p>"
            for at in range(OCCURRENCES // 60)
        )
        meta = f'<meta name="izdeu:year" content="{2020 + number % 3}">'
        page = f"<html lang=kk><head>{meta}</head><main data-index data-id=a{number:02}><h1>Мәтін</h1>{paragraphs}"
        (site / f"a{number:02}.html").write_text(f"<!doctype html>{page}</main>", "utf-8")
    assert build_index.main([str(site), "--quiet"]) == 0
    shutil.copytree(sample_site / "theme", site / "theme")
    shutil.copyfile(sample_site / "concordance.html", site / "concordance.html")


def ask(page: Page, question: str) -> None:
    page.locator("input[name=q]").fill("")
    page.locator("input[name=q]").press_sequentially(question)
    page.keyboard.press("Enter")
    lines_drawn(page)


def test_every_occurrence_stands_on_a_line(address: str, page: Page) -> None:
    """A typed word gives its forms in all texts, each leading to its paragraph, with the word marked there."""
    page.goto(f"{address}en/concordance.html")
    ask(page, "алаяқтықтың")
    assert {hit.lower() for hit in page.evaluate(HITS)} == {
        "алаяқтық", "алаяқтығы", "алаяқтығының", "алаяқтықты", "алаяқтықтың", "алаяқтықтан",
    }  # fmt: skip
    expect(page.locator("#status")).to_have_text("13 lines; passages: 12, articles: 3")
    expect(page.locator("#terms")).to_contain_text("алаяқтықтың → алаяқтық Kaz.")
    expect(page.locator("#lines")).to_have_attribute("aria-rowcount", "14")
    expect(page).to_have_url(re.compile(r"[?]q="))
    row = page.locator(".kwic-row", has_text="қашықтан жасалатын").or_(page.locator(".kwic-row", has_text="Қашықтан"))
    row.locator("a").click()
    page.wait_for_url("**/articles/*.html?q=*#*")
    target = unquote(page.url.split("#")[1])
    expect(page.locator(f"[id='{target}']")).to_contain_text("алаяқтықты")


def test_lines_stand_in_the_order_of_the_texts(sample_site: Path, page: Page) -> None:
    """Articles one after the other, passages as they follow one another, repeated ones too."""
    page.goto((sample_site / "concordance.html").as_uri())
    page.wait_for_function("window.izdeu")
    found = page.evaluate(
        "izdeu.lines('право').then(({lines}) => Array.from({length: lines.count}, (_, n) => lines.line(n)))"
    )
    articles = [line["article"] for line in found]
    assert articles == sorted(articles)
    assert len(found) > 20
    assert all(len(line[side]) <= 80 for line in found for side in ("left", "right"))


def test_lines_are_the_words_of_the_lemma(sample_site: Path, sample_pages: list[Any], page: Page) -> None:
    """Property: of a lemma as many lines, form by form, as words that the analyser files under it.

    A word's place in a passage is found by reading it again, which knows no single letter (`ш`: широта), of Kazakh
    words only what grammar tells: a stray lemma may differ.
    """
    analyser = Analyser(oracle.vocabulary(sample_pages))
    expected: dict[str, Counter[str]] = {}
    for one in sample_pages:
        for passage in one.passages:
            for word in words(passage.text):
                for term in analyser.terms(word.text, passage.lang or NO_LANGUAGE):
                    if term.kind in ("lemma", "part"):
                        expected.setdefault(term.text, Counter())[normal(word.text)] += 1
    lemmas = sorted(lemma for lemma, forms in expected.items() if len(lemma) > 3 and lemma.isalpha() and len(forms) > 1)
    chosen = random.Random(1).sample(lemmas, LEMMAS)
    page.goto((sample_site / "concordance.html").as_uri())
    script = """async (lemmas) => {
      const found = {};
      for (const lemma of lemmas) {
        const { lines, terms } = await izdeu.lines(lemma);
        const hits = Array.from({ length: lines.count }, (_, n) => lines.line(n).hit);
        found[lemma] = [hits, terms.flatMap((term) => Array.from(term.terms.keys()))];
      }
      return found;
    }"""
    differing = {}
    for lemma, (hits, terms) in page.evaluate(script, chosen).items():
        wanted = sum((expected.get(term, Counter()) for term in terms), Counter[str]())
        if Counter(map(normal, hits)) != wanted:
            differing[lemma] = (hits, wanted)
    assert len(differing) <= LEMMAS * STRAYS, differing


def test_context_is_cut_at_words(browser: Browser, tmp_path: Path) -> None:
    """Eighty units at most, whole words, and never half a sign, even where there is no space."""
    long = "a" * 40 + "\U0001f600" * 60
    texts = {"one": ("en", f"{'word ' * 40}gravel {'more ' * 40}"), "two": ("en", f"{long} gravel {long}")}
    with search_page(browser, tmp_path, texts) as page:
        lines = page.evaluate(
            "izdeu.lines('gravel').then(({lines}) => Array.from({length: lines.count}, (_, n) => lines.line(n)))"
        )
    assert [line["hit"] for line in lines] == ["gravel", "gravel"]
    for line in lines:
        for side in ("left", "right"):
            assert len(line[side].encode("utf-16-le")) <= 160
            line[side].encode("utf-8")  # no half of a sign
    assert set(lines[0]["left"].split()) == {"word"}
    assert set(lines[0]["right"].split()) == {"more"}


WRITTEN = [
    "қарағай қарағайдың «Қарағайлар» (қарағайда) \"қарағайға\" 2020-қарағай", "Кара-қарағай, қарағай-қарағай қара ғай",
    "қарагай карағай kарағай c\u0301арағай қа\u00adрағай \u200bқарағай 'қарағай' — қарағай…", "қ қа кк. Қ",
    "ёлка Ёлки елка е\u0308лка ЁЛКОЙ", "web сайт web-сайт websites веб сайттар 190 бап",
]  # fmt: skip


def test_nothing_is_passed_over(browser: Browser, tmp_path: Path) -> None:
    """A concordance reads few words of a text; its lines are those that reading all of them marks, however written."""
    texts = {f"p{number}": ("kk", text) for number, text in enumerate(WRITTEN)}
    with search_page(browser, tmp_path, texts) as page:
        script = """([questions, texts]) => Promise.all(questions.map(async (question) => {
          const { lines } = await izdeu.lines(question);
          const marked = await izdeu.hits(question, texts.map((text) => ({ text, lang: "kk" })));
          return [Array.from({ length: lines.count }, (_, n) => lines.line(n).hit),
            marked.flatMap((marks, rank) => marks.map(([start, end]) => texts[rank].slice(start, end)))];
        }))"""
        questions = ["қарағай", "карагай", "ёлка", "сайт", "қ", "қара", "web", "қарағай ёлка"]
        stored = [" ".join(text.split()) for text in WRITTEN]
        answers = page.evaluate(script, [questions, stored])
    for lines, marked in answers:
        assert lines == marked
        assert lines


def test_a_text_cannot_leave_its_file(browser: Browser, tmp_path: Path) -> None:
    """Text files hold their texts in a comment: what ends one, or begins one, is text."""
    text = "қарағай */}); window.left = 1; /* қарағай `${window.left = 1}` \\*/ <!-- // қарағай"
    with search_page(browser, tmp_path, {"p": ("kk", text.replace("<", "&lt;"))}) as page:
        shown = page.evaluate("izdeu.lines('қарағай').then(({ lines }) => Array.from(lines.texts))")
        assert [line.replace("\t", "") for line in shown] == [text] * 3
        assert page.evaluate("izdeu.search('қарағай').then(({ hits }) => hits[0].passages[0].text)") == text
        assert page.evaluate("window.left") is None


# Weak references to all texts that are read, and how many are read that no line was taken of yet.
WATCH_TEXTS = """() => {
    const { parse } = JSON;
    window.texts = [];
    JSON.parse = (text) => {
        const data = parse(text);
        if (data.passages) window.texts.push(new WeakRef(data));
        return data;
    };
}"""
STREAM = """async (question) => {
    let ahead = 0;
    const onProgress = ({ pieces }) => { ahead = Math.max(ahead, window.texts.length - pieces); };
    window.answer = await izdeu.lines(question, {}, { onProgress });
    const { count } = window.answer.lines;
    return [window.texts.length, ahead, count, document.querySelectorAll("script[src*='/text/']").length];
}"""


def test_texts_are_dropped_again(long_site: Path, page: Page) -> None:
    """Few pieces of text are there at a time; of none anything is left when the lines stand, nor of their scripts."""
    page.goto((long_site / "concordance.html").as_uri())
    page.evaluate("izdeu.lines('мәтін')")
    page.evaluate(WATCH_TEXTS)
    read, ahead, lines, scripts = page.evaluate(STREAM, "келісімнің")
    assert lines == OCCURRENCES
    assert read > 60  # pieces of sixty pages
    assert ahead <= 4
    assert scripts == 0
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    assert page.evaluate("texts.filter((text) => text.deref()).length") == 0
    assert page.evaluate("answer.lines.count") == OCCURRENCES


def test_texts_are_scripts_where_none_may_be_fetched(
    long_site: Path, new_page: Callable[..., Page], http_server: Callable[[Path], str]
) -> None:
    """A site's policy may forbid it; after a few tries none is fetched any more, and no line is missing."""
    page = new_page(allow="text/|ERR_FAILED")
    kinds = Counter[str]()

    def refuse(route: Route) -> None:
        kinds[route.request.resource_type] += 1
        if route.request.resource_type == "fetch":
            route.abort()
        else:
            route.continue_()

    page.route("**/search/text/**", refuse)
    page.goto(f"{http_server(long_site)}concordance.html?q={quote('келісімнің')}")
    lines_drawn(page)
    expect(page.locator("#lines")).to_have_attribute("aria-rowcount", str(OCCURRENCES + 1))
    expect(page.locator("#notes")).to_be_hidden()
    assert kinds["script"] > 60
    assert 1 <= kinds["fetch"] < 20


SENTENCES = [
    "Ұзақ өзен бойы қарағай өседі ғой", "Әдемі қала мен қарағай туралы аңыз", "Іргеде қарағайды кескен Ғалым үйі",
    "қарағайлар", "Эпос пен қарағай ішкі тынысы", "Zebra қарағай under the tree", "2020 жылы қарағай 15 рет",
    "Ёлка мен қарағай ёлка", "Қалада ҚАРАҒАЙ Өсті", "Көл-көсір қарағай көлкөсір", "Щи қарағай цех", "һәм қарағай һәм",
]  # fmt: skip


@pytest.fixture(scope="module")
def sentences_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of a folder of pages, one a sentence."""
    texts = {f"p{number:02}": ("kk", text) for number, text in enumerate(SENTENCES)}
    with search_page(browser, tmp_path_factory.mktemp("sentences"), texts) as page:
        yield page


@pytest.mark.parametrize("order", ["hit", "right1", "right2", "right3", "left1", "left2", "left3"])
def test_sorted_as_the_alphabet_has_it(sentences_page: Page, order: str) -> None:
    """Lines stand in the order that Python gives their words; the left context counts by its last word."""
    script = """async (order) => {
      const found = await izdeu.lines("қарағай");
      const places = await found.order(order);
      return [Array.from(places), Array.from(places, (place) => found.lines.line(place))];
    }"""
    places, lines = sentences_page.evaluate(script, order)

    def key(line: dict[str, str]) -> list[Any]:
        left = [word.text for word in words(line["left"])][::-1]
        right = [word.text for word in words(line["right"])]
        side = left if order.startswith("left") else right
        chosen = [line["hit"], *right[:2]] if order == "hit" else side[int(order[-1]) - 1 : 3]
        return [alphabetical(normal(word)) for word in (*chosen, "", "", "")][:3]

    keyed = [(key(line), place) for line, place in zip(lines, places, strict=True)]
    assert len(keyed) == len(SENTENCES)
    assert keyed == sorted(keyed)


def test_address_holds_the_question(address: str, page: Page) -> None:
    """Filters and order stand in the address; Back and Forward bring them back."""
    page.goto(f"{address}en/concordance.html?q=%D0%B4%D1%80%D0%BE%D0%BD&lang=ru")
    lines_drawn(page)
    russian = page.locator("#status").inner_text()
    assert set(page.locator(".kwic-row .kwic-hit a").evaluate_all("all => all.map((link) => link.lang)")) == {"ru"}
    expect(page.locator("select[name=lang]")).to_have_value("ru")
    page.locator("select[name=lang]").select_option("")
    page.get_by_role("button", name="Search").click()
    lines_drawn(page)
    both = page.locator("#status").inner_text()
    assert both != russian
    page.locator("#sort").select_option("left1")
    lines_drawn(page)
    expect(page).to_have_url(re.compile("sort=left1"))
    page.go_back()
    expect(page.locator("#sort")).to_have_value("text")
    lines_drawn(page)
    page.go_back()
    page.wait_for_function("(text) => document.getElementById('status').textContent === text", arg=russian)
    expect(page.locator("select[name=lang]")).to_have_value("ru")
    page.go_forward()
    page.wait_for_function("(text) => document.getElementById('status').textContent === text", arg=both)


def test_words_of_other_languages_have_lines_where_they_are_asked_for(address: str, page: Page) -> None:
    """Their lines stand among the others, the page says that they count, and articles mark them."""
    page.goto(f"{address}en/concordance.html?q={quote('мошенничество')}")
    lines_drawn(page)
    alone = int(page.locator("#lines").get_attribute("aria-rowcount") or 0)
    page.goto(f"{address}en/concordance.html?q={quote('мошенничество')}&also={quote('алаяқтық')}")
    lines_drawn(page)
    assert int(page.locator("#lines").get_attribute("aria-rowcount") or 0) == alone + 13
    expect(page.locator("#terms .term-lemma").first).to_have_text("мошенничество")
    expect(page.locator("#terms .term-others .toggle[aria-pressed=true]")).to_have_text("алаяқтық Kaz.")
    page.locator(".kwic-hit a[lang=kk]").first.click()
    page.wait_for_url("**/articles/*.html?*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["мошенничество"], "also": ["алаяқтық"]}


def test_the_reading_goes_along_to_the_articles(address: str, page: Page) -> None:
    """Only the chosen reading is said to count."""
    page.goto(f"{address}en/concordance.html?q={quote('право')}&as=ru&read={quote('право→право')}")
    lines_drawn(page)
    expect(page.locator("#terms")).to_contain_text("право → право Rus.")
    expect(page.locator("#terms .toggle:not(.toggle-off, [aria-pressed=false])")).to_have_text("право Rus.")
    query = parse_qs(urlsplit(page.locator(".kwic-row a").first.get_attribute("href") or "").query)
    assert query == {"q": ["право"], "as": ["ru"], "read": ["право→право"]}


def table_rows(page: Page, home: str) -> Locator:
    """The rows of the table below a picture, which is made once the browser has told that it was opened."""
    page.locator(f"{home} summary").click()
    rows = page.locator(f"{home} tbody tr")
    rows.first.wait_for()
    return rows


def test_a_filter_may_have_several_values(sample_site: Path, page: Page) -> None:
    """As in the search page's address: any is enough, the form shows them all, and they are words to be counted in."""
    root = (sample_site / "en" / "concordance.html").as_uri()
    counts = []
    for parts in ("part=title", "part=abstract", "part=title&part=abstract"):
        page.goto(f"{root}?q={quote('алаяқтық')}&{parts}")
        lines_drawn(page)
        counts.append(int(page.locator("#lines").get_attribute("aria-rowcount") or 0) - 1)
    assert counts[2] == counts[0] + counts[1] > max(counts[:2]) > 0
    expect(page.locator("select[name=part] option:checked")).to_have_text("Title; Abstract")
    rows = [row.split("\t") for row in table_rows(page, "#years").all_inner_texts()]
    assert all(int(words.replace(",", "")) > 0 for _, _, words, _ in rows)
    page.get_by_role("button", name="Search").click()
    lines_drawn(page)
    assert parse_qs(urlsplit(page.url).query)["part"] == ["title", "abstract"]


def test_several_authors_can_be_typed(sample_site: Path, page: Page) -> None:
    """Parted by semicolons; Back brings them back."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('право')}&author=a&author=b%20c")
    lines_drawn(page)
    box = page.locator("input[name=author]")
    expect(box).to_have_value("a; b c")
    box.fill("Sarsekova; Алиев ;")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('Sarsekova')")
    assert parse_qs(urlsplit(page.url).query)["author"] == ["Sarsekova", "Алиев"]
    page.go_back()
    expect(box).to_have_value("a; b c")


def test_another_order_is_announced(sample_site: Path, page: Page) -> None:
    """The status says in which order the lines stand, so that it changes when they do."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('алаяқтық')}")
    lines_drawn(page)
    plain = page.locator("#status").inner_text()
    page.locator("#sort").select_option("hit")
    expect(page.locator("#status")).to_have_text(f"{plain}. Order of the lines: by the form found")
    page.locator("#sort").select_option("text")
    expect(page.locator("#status")).to_have_text(plain)


def test_rows_are_heard_in_their_order(long_site: Path, page: Page) -> None:
    """A row that keeps the focus far down stands behind the rows that came into view since."""
    page.goto(f"{(long_site / 'concordance.html').as_uri()}?q={quote('келісімнің')}")
    lines_drawn(page)
    page.locator(".kwic-row a").first.focus()
    page.keyboard.press("End")
    numbers = "all => all.map((row) => Number(row.getAttribute('aria-rowindex')))"
    for place in (0, 1000, 40_000):
        page.locator("#lines").evaluate("(grid, top) => grid.scrollTo(0, top)", place)
        first = "() => document.querySelector('.kwic-row').getBoundingClientRect().bottom > 0"
        page.wait_for_function(first)
        drawn(page)
        rows = page.locator(".kwic-row").evaluate_all(numbers)
        assert rows == sorted(rows)
        assert rows[-1] == OCCURRENCES + 1


# The next question is asked as soon as something of the first is told.
ASK_MEANWHILE = """(next) => {
    const { lines } = izdeu;
    izdeu.lines = (query, options, heard) => {
        izdeu.lines = lines;
        const onProgress = (state) => {
            heard.onProgress(state);
            const { form } = document.querySelector("input[name=q]");
            if (form.elements.q.value === next) return;
            form.elements.q.value = next;
            form.requestSubmit();
        };
        window.first = lines(query, options, { ...heard, onProgress });
        return window.first;
    };
}"""


def test_newest_question_wins(long_site: Path, page: Page) -> None:
    """A question asked while another streams takes its place."""
    page.goto((long_site / "concordance.html").as_uri())
    page.evaluate(ASK_MEANWHILE, "мәтін")
    page.locator("input[name=q]").fill("келісім")
    page.keyboard.press("Enter")
    expect(page.locator("#lines")).to_have_attribute("aria-rowcount", "61")
    lines_drawn(page)
    assert page.evaluate("first.then(() => 'all of it', (reason) => reason.name)") == "AbortError"
    drawn(page)
    assert set(page.evaluate(HITS)) == {"Мәтін"}
    expect(page.locator("#lines")).to_have_attribute("aria-rowcount", "61")


# How far the row with the focus goes beyond the end of what is in view, in px.
BELOW = """() => document.activeElement.closest(".kwic-row").getBoundingClientRect().bottom
    - document.getElementById("lines").getBoundingClientRect().bottom"""


def test_only_rows_in_view_are_there(long_site: Path, page: Page) -> None:
    """Thousands of lines, a few dozen elements; keys lead through all of them."""
    page.goto(f"{(long_site / 'concordance.html').as_uri()}?q={quote('келісімнің')}")
    lines_drawn(page)
    grid = page.locator("#lines")
    expect(grid).to_have_attribute("aria-rowcount", str(OCCURRENCES + 1))
    assert page.locator(".kwic-row").count() < 80
    page.locator(".kwic-row a").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    place = "document.activeElement.closest('.kwic-row').getAttribute('aria-rowindex')"
    assert page.evaluate(place) == "5"
    page.keyboard.press("End")
    assert page.evaluate(place) == str(OCCURRENCES + 1)
    assert page.evaluate(BELOW) <= 1
    assert page.locator(".kwic-row").count() < 80
    rows = page.locator(".kwic-row").evaluate_all("all => all.map((row) => Number(row.getAttribute('aria-rowindex')))")
    assert rows == sorted(rows)
    page.keyboard.press("PageUp")
    assert OCCURRENCES - 80 < int(page.evaluate(place)) < OCCURRENCES
    page.keyboard.press("Home")
    assert page.evaluate(place) == "2"
    page.locator("#lines").evaluate("grid => grid.scrollTo(0, grid.scrollHeight / 2)")
    drawn(page)
    expect(page.locator(".kwic-row[aria-rowindex='40']")).to_have_count(0)
    expect(page.locator(".kwic-row a[tabindex='0']")).to_have_count(1)


def test_distribution_counts_all_words(long_site: Path, page: Page) -> None:
    """Per year and article: lines, words and lines in 10,000 words, as pictures with names and as tables."""
    page.goto(f"{(long_site / 'concordance.html').as_uri()}?q={quote('келісім')}")
    lines_drawn(page)
    per_year = [row.split("\t") for row in table_rows(page, "#years").all_inner_texts()]
    assert [row[0] for row in per_year] == ["2020", "2021", "2022"]
    each = OCCURRENCES // 60 * 20
    number = each * 11 + 20  # eleven words a paragraph, a title each
    shown = [[int("".join(filter(str.isdigit, text))) for text in row[1:3]] for row in per_year]
    assert shown == [[each, number]] * 3
    assert per_year[0][3].replace("\xa0", "") == f"{each / number * 10_000:.1f}".replace(".", ",")
    assert page.locator("#spread svg[role=img][aria-label*='2020']").count() == 2
    wide = "(one) => one.getBoundingClientRect().width"
    shares = f"all => all.map((bar) => Math.round(100 * ({wide})(bar) / ({wide})(bar.parentElement)))"
    bars = page.locator("#by-article figure").first.locator("svg.row-bar > rect")
    assert bars.evaluate_all(shares) == [100] * 20
    expect(table_rows(page, "#by-article")).to_have_count(60)
    assert page.locator("#by-article tbody a").first.get_attribute("href").endswith(".html")


def test_words_are_counted_in_the_chosen_part(sample_site: Path, sample_pages: list[Any], page: Page) -> None:
    """The share is that of the chosen language and part, not of whole articles."""
    expected = {
        one.id: sum(len(list(words(each.text))) for each in one.passages if (each.lang, each.part) == ("ru", "body"))
        for one in sample_pages
    }
    page.goto((sample_site / "concordance.html").as_uri())
    page.wait_for_function("window.izdeu")
    found = page.evaluate("izdeu.lines('право', {lang: 'ru', part: 'body'}).then(({articles}) => articles)")
    assert found
    assert {article["id"]: article["words"] for article in found} == {
        article["id"]: expected[article["id"]] for article in found
    }


FORMULAS = ["=1+1 granite =2", "+3 granite +4", "-5 granite -6", "@sum granite @x", 'a "quoted" granite, and; more']
FORMULAS += ['"open granite is not closed']


@pytest.fixture(scope="module")
def formulas(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages whose texts look like formulas to a spreadsheet."""
    site = tmp_path_factory.mktemp("formulas")
    for number, text in enumerate(FORMULAS):
        title = f"<h1>=HYPERLINK({number})</h1>"
        page = f"<!doctype html><html lang=en><main data-index data-id=f{number}>{title}<p id=p>{text}</p></main>"
        (site / f"f{number}.html").write_text(page, "utf-8")
    assert build_index.main([str(site), "--quiet"]) == 0
    shutil.copytree(sample_site / "theme", site / "theme")
    (site / "en").mkdir()
    shutil.copyfile(sample_site / "en" / "concordance.html", site / "en" / "concordance.html")
    return site


@pytest.mark.parametrize("kind", ["csv", "tsv"])
def test_download_is_safe_and_complete(
    formulas: Path, page: Page, http_server: Callable[[Path], str], kind: str
) -> None:
    """UTF-8 with its mark, quoted by RFC 4180, no cell a formula, headed by what was asked and how it was read."""
    address = http_server(formulas)
    page.goto(f"{address}en/concordance.html?q=granite&sort=right1")
    lines_drawn(page)
    with page.expect_download() as waiting:
        page.locator(f"#{kind}").click()
    assert waiting.value.suggested_filename == f"concordance-granite.{kind}"
    data = Path(waiting.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == (text.count("\n") if kind == "csv" else 0)
    rows = list(csv.reader(io.StringIO(text), delimiter="," if kind == "csv" else "\t", strict=True))
    head = dict(rows[:HEAD])
    assert head["# query"] == "granite"
    assert head["# read as"] == "granite → granite (en)"
    assert head["# corpus digest"] == (manifest_in(formulas / "search") or {})["digest"]
    assert head["# software"].startswith("Izdeu ")
    assert head["# address"] == f"{address}en/concordance.html?q=granite&sort=right1"
    assert (head["# lines"], head["# passages"], head["# articles"], head["# complete"]) == ("6", "6", "6", "yes")
    names, *lines = rows[HEAD:]
    assert len(lines) == len(FORMULAS)
    assert {len(line) for line in lines} == {len(names)}
    assert not [cell for line in lines for cell in line if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    by_name = [dict(zip(names, line, strict=True)) for line in lines]
    assert {line["title"][:12] for line in by_name} == {"'=HYPERLINK("}
    assert {line["left"] for line in by_name} == {"'=1+1 ", "'+3 ", "'-5 ", "'@sum ", 'a "quoted" ', '"open '}
    assert by_name[0]["address"].startswith(f"{address}f")
    assert by_name[0]["address"].endswith(".html?q=granite#p")


def test_texts_without_a_year_have_a_bar_of_their_own(formulas: Path, page: Page) -> None:
    """Below it stands a sign, not letters of "no year"; its name tells what it is."""
    page.goto(f"{(formulas / 'en' / 'concordance.html').as_uri()}?q=granite")
    lines_drawn(page)
    assert set(page.locator("#years svg").first.locator("text").all_text_contents()) == {"–", "6", "0"}
    assert page.locator("#years svg title").first.text_content() == "no year: 6"


def test_charts_say_what_they_show(page: Page, long_site: Path) -> None:
    """Years below and values above the bars, articles beside theirs; each picture has a name."""
    page.goto(f"{(long_site / 'concordance.html').as_uri()}?q={quote('келісім')}")
    lines_drawn(page)
    texts = page.locator("#years svg").first.locator("text").all_text_contents()
    assert {"2020", "2021", "2022", "0"} <= set(texts)
    assert len(texts) == 3 + 3 + 2
    rows = page.locator("#by-article .rows").first
    assert rows.locator(".row").count() == 20
    assert rows.get_attribute("role") == "img"
    assert rows.get_attribute("aria-label")
    name, value = (rows.locator(f".row-{part}").first.inner_text() for part in ("name", "value"))
    assert name
    assert value.isdigit()


def test_a_hit_stands_in_its_text(page: Page, sample_site: Path) -> None:
    """A comma stands at the word as in the text, and the middles of all hits stand below each other."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q=law")
    lines_drawn(page)
    places = page.locator(".kwic-row").evaluate_all("""rows => rows.map((row) => {
        const frame = (name) => row.querySelector(name).getBoundingClientRect();
        const [left, hit, right] = [".kwic-left", ".kwic-hit a", ".kwic-right"].map(frame);
        return [hit.left - left.right, right.left - hit.right, (hit.left + hit.right) / 2];
    })""")
    assert len(places) > 3
    assert all(abs(before) < 1 and abs(after) < 1 for before, after, _ in places)
    assert max(middle for *_, middle in places) - min(middle for *_, middle in places) < 2


def test_an_author_alone_has_no_lines(page: Page, sample_site: Path) -> None:
    """It is said why, and the articles are a click away."""
    page.goto(f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q={quote('author:Sarsekova')}")
    lines_drawn(page)
    expect(page.locator("#nothing")).to_contain_text("An author or a year alone")
    expect(page.locator("#terms")).to_contain_text("Sarsekova")
    follow_to_results(page)


def test_the_address_in_a_download_is_whole(page: Page, sample_site: Path) -> None:
    """In a folder it is that of the page."""
    address = f"{(sample_site / 'en' / 'concordance.html').as_uri()}?q=law"
    page.goto(address)
    lines_drawn(page)
    with page.expect_download() as waiting:
        page.locator("#csv").click()
    rows = list(csv.reader(io.StringIO(Path(waiting.value.path()).read_text("utf-8-sig"))))
    assert dict(rows[:HEAD])["# address"] == address


HOSTILE = ["<script>alert(1)</script>", "\u202eсот\u202c", "*", "a\u0000b", "ә" * 10_000, "жоқсөзмүлде"]


@pytest.mark.parametrize("question", HOSTILE)
def test_anything_may_be_asked(sample_site: Path, page: Page, question: str) -> None:
    """No input is an error; what is not found is said, with a way to the search."""
    page.goto(f"{(sample_site / 'concordance.html').as_uri()}?q={quote(question)}")
    lines_drawn(page)
    expect(page.locator("html")).to_have_attribute("data-search", "done")
    assert page.locator("main script").count() == 0
    if not page.locator(".kwic-row:visible").count():
        expect(page.locator("#nothing")).to_be_visible()
        assert "search.html?q=" in (page.locator("#elsewhere").get_attribute("href") or "")


@pytest.fixture
def damaged(long_site: Path, tmp_path: Path) -> Path:
    """The same site without one piece of its texts."""
    site = tmp_path / "damaged"
    shutil.copytree(long_site, site)
    next(iter(sorted((site / "search" / "text").rglob("*.js")))).unlink()
    return site


def test_what_cannot_be_loaded_is_said(damaged: Path, new_page: Callable[..., Page]) -> None:
    """The other lines stand, and a note says that some are wanting."""
    page = new_page(allow="ERR_FILE_NOT_FOUND")
    page.goto(f"{(damaged / 'concordance.html').as_uri()}?q={quote('келісім')}")
    lines_drawn(page)
    expect(page.locator("#notes")).to_be_visible()
    rows = int(page.locator("#lines").get_attribute("aria-rowcount") or 0)
    assert OCCURRENCES - 60 < rows < OCCURRENCES + 1


def test_phone_shows_whole_lines(sample_site: Path, new_page: Callable[..., Page]) -> None:
    """On a narrow screen a line wraps, its hit in view, and nothing stands outside the window."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{(sample_site / 'concordance.html').as_uri()}?q={quote('алаяқтық')}")
    lines_drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    script = """all => all.map((row) => [row, row.querySelector('a')]
      .map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]))"""
    boxes = page.locator(".kwic-row").evaluate_all(script)
    assert boxes
    assert all(row[0] <= hit[0] and hit[1] <= row[1] for row, hit in boxes)
