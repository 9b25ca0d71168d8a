"""What a page loads for a question, and when: few files, in few rounds, nothing that is not looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

import build_index
from lunr_search.writing import manifest, shards
from tests.site.waiting import drawn, rest

PAGES = 47
FILLS = (
    "Бұл бөлім туралы ұзақ әңгіме айтылады, сондықтан мәтіні де ұзақ. " * 4,
    "Ауылдағы жастар кешке дейін доп ойнайды, ал үлкендер шай ішеді. " * 4,
    "Қыста қар қалың түсіп, жол жабылып қалса, мектеп те жабылады. " * 4,
)
LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"


def write_page(folder: Path, number: int) -> None:
    """A page of three long passages with the word of all pages, and words of its own."""
    own = f"{LETTERS[number % len(LETTERS)]}бырақ{LETTERS[number // 2]}"
    passages = "".join(f'<p id="p{i}">Алаяқтық {i} {own} {fill}</p>' for i, fill in enumerate(FILLS))
    head = f'<meta name="izdeu:year" content="{2000 + number % 9}">'
    (folder / f"a{number:02}.html").write_text(
        f'<html lang="kk"><head>{head}</head><main data-index data-id="id-{number:02}">'
        f"<h1>Мақала {number}</h1>{passages}</main></html>",
        "utf-8",
    )


@pytest.fixture(scope="module", params=["ranges in the manifest", "ranges in files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose terms stand in many small shards, their ranges in either place; its page 40 is gone again."""
    folder = tmp_path_factory.mktemp("loading")
    (folder / "favicon.ico").write_bytes(b"")  # browsers ask for it
    for number in range(PAGES):
        write_page(folder, number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD", 400)
        patch.setattr(shards, "HOT", 150)
        if "files" in request.param:
            patch.setattr(manifest, "INLINE", 5)
            patch.setattr(manifest, "BLOCK", 8)
        assert build_index.main([str(folder), "--quiet", "--jobs", "1"]) == 0
        (folder / "a40.html").unlink()
        assert build_index.main([str(folder), "--quiet", "--jobs", "1"]) == 0
    return folder


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path, http_server: Callable[[Path], str]) -> str:
    """The site's root, over http and as a folder that is double-clicked."""
    return http_server(site) if request.param == "http" else f"file://{site}/"


class Requests(list[str]):
    """The search files that a page asks for, by their names."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        page.on("request", lambda request: self.append(request.url.partition("/search/")[2]))

    def of(self, folder: str) -> list[str]:
        return [name for name in self if name.startswith(folder)]


def opened(page: Page, address: str) -> Requests:
    requests = Requests(page)
    page.set_viewport_size({"width": 800, "height": 500})
    page.goto(f"{address}search/index.html")
    page.wait_for_function("izdeu.open().then(() => true)")
    return requests


def ask(page: Page, question: str) -> None:
    """The question in the box, until its first results stand."""
    page.locator("input[name=q]").fill(question)
    page.keyboard.press("Enter")  # at once, so that the answer before counts no more
    page.wait_for_function("document.documentElement.dataset.search === 'done'")


def test_nothing_is_loaded_below_three_letters(page: Page, address: str) -> None:
    """The manifest comes before anybody types; two letters load nothing; the third one, after a rest, asks."""
    requests = opened(page, address)
    assert [name for name in requests if name.endswith(".js") and name not in ("izdeu.js", "plain.js")] == [
        "manifest.js"
    ]
    requests.clear()
    page.locator("input[name=q]").press_sequentially("ал", delay=20)
    rest(page, 300)
    assert not requests
    page.locator("input[name=q]").press_sequentially("аяқ", delay=20)
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    assert requests.of("documents-")


def test_typing_without_rest_asks_once(page: Page, address: str) -> None:
    """Only what stands in the box at the first pause is asked for."""
    requests = opened(page, address)
    page.evaluate(
        "window.asked = []; const ask = izdeu.search;"
        "izdeu.search = (q, o) => { asked.push(q); return ask(q, o); }; null"
    )
    page.evaluate("""for (const text of ["ала", "алая", "алаяқ", "алаяқтық"]) {
        document.querySelector("input").value = text;
        const typed = new InputEvent("input", { bubbles: true, inputType: "insertText" });
        document.querySelector("input").dispatchEvent(typed);
    }""")
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    assert page.evaluate("asked") == ["алаяқтық"]
    assert len(requests) == len(set(requests))


@pytest.mark.parametrize(("kind", "rest"), [("insertFromPaste", 0), ("insertText", 80)])
def test_what_comes_at_once_is_asked_at_once(new_page: Callable[..., Page], address: str, kind: str, rest: int) -> None:
    """A pasted question does not wait for a rest; a typed one does. The page's clock stands still but for our steps."""
    page = new_page(own=True)
    page.clock.install()
    opened(page, address)
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    page.evaluate(
        """(kind) => {
            window.asked = [];
            const ask = izdeu.search;
            izdeu.search = (q, o) => { asked.push(q); return ask(q, o); };
            document.querySelector("input").value = "алаяқтық";
            document.querySelector("input").dispatchEvent(new InputEvent("input", { bubbles: true, inputType: kind }));
        }""",
        kind,
    )
    if rest:
        page.clock.run_for(rest - 1)
        assert page.evaluate("asked") == []
    page.clock.run_for(1)
    assert page.evaluate("asked") == ["алаяқтық"]


def test_a_question_takes_few_files(page: Page, address: str) -> None:
    """Five results with their passages: at most twelve files with the scripts, none twice; ids are not among them."""
    requests = opened(page, address)
    ask(page, "алаяқтықтың")
    expect(page.locator("#results > li")).to_have_count(5)
    assert page.locator("#results > li").first.locator("a.passage").count() == 3
    assert len(requests.of("text/")) == 5
    assert len([name for name in requests if not name.startswith("ranges/") and name.endswith(".js")]) <= 12
    assert len(requests) == len(set(requests))
    assert not requests.of("ids-") + requests.of("facets/") + requests.of("words/")


UNKNOWN = "лааяқтықты"  # its first letters are exchanged
OWN = 4  # files: the directory, one with words that may sound so, two of words with the letter that was typed
OF_OTHERS = """async ([question, most, stop]) => {
    await izdeuFiles.part("meant");
    izdeuTypingRules.typos.files = most;
    const controller = new AbortController();
    const append = document.head.append.bind(document.head);
    let lists = 0;
    document.head.append = (script) => {
        if (script.src.includes("/words/")) lists += 1;
        if (lists === stop) controller.abort();
        append(script);
    };
    const asked = izdeu.search(question, { signal: controller.signal });
    return asked.then(({ suggestions }) => suggestions.map(({ meant }) => meant), ({ name }) => name);
}"""


def test_few_lists_of_words_are_loaded_for_a_word_that_is_none(page: Page, address: str) -> None:
    """The directory, the list of the first letter that was typed, then no more than the table says."""
    most = 4
    requests = opened(page, address)
    assert page.evaluate(OF_OTHERS, [UNKNOWN, most, 99])[:2] == ["алаяқтықты", "алаяқтық"]
    assert OWN < len(requests.of("words/")) <= OWN + most
    assert len(requests.of("words/")) == len(set(requests.of("words/")))


def test_no_further_lists_when_nobody_waits(page: Page, address: str) -> None:
    """A question that was given up while the list of its first letter comes doubts that letter no more."""
    requests = opened(page, address)
    assert page.evaluate(OF_OTHERS, [UNKNOWN, 48, OWN]) == "AbortError"
    assert len(requests.of("words/")) == OWN


def arrived(route: Route) -> None:
    """What was let through is there."""
    response = route.request.response()
    assert response
    assert response.finished() is None


def test_rounds(page: Page, site: Path, http_server: Callable[[Path], str]) -> None:
    """Term shards and documents are asked for together, texts once these are there: never more than three rounds."""
    opened(page, http_server(site))
    rounds: list[set[str]] = []
    waiting: list[Route] = []
    page.route("**/search/**", lambda route: waiting.append(route))  # noqa: PLW0108  Playwright wants a function
    page.evaluate("izdeu.search('алаяқтықтарымыз абырақа', { limit: 5 }).then(() => { window.isDone = true; }); null")
    while not page.evaluate("Boolean(window.isDone)"):
        rest(page, 50)  # for all that is wanted now that the files of the round before are there
        asked, waiting[:] = waiting[:], []
        names = {route.request.url.partition("/search/")[2].partition("/")[0].partition("-")[0] for route in asked}
        rounds += [names] if names else []
        for route in asked:
            route.continue_()
        for route in asked:
            arrived(route)
    assert rounds[-1] == {"text"}
    kinds = [names for names in rounds if names != {"ranges", "documents"}]
    assert all(names <= {"terms", "documents"} for names in kinds[:-1])
    assert len(kinds) <= 3


def test_results_come_as_they_are_looked_at(page: Page, address: str) -> None:
    """Further ones when the end of the list is in view, twenty at most; more than these for a click."""
    requests = opened(page, address)
    ask(page, "алаяқтық")
    items = page.locator("#results > li")
    for _ in range(500):
        if items.count() >= 20:
            break
        page.mouse.wheel(0, 4000)
        rest(page, 60)
    page.locator("#more button").scroll_into_view_if_needed()
    expect(page.locator("#more button")).to_be_in_viewport()
    drawn(page)
    rest(page, 100)
    expect(items).to_have_count(20)
    assert len(requests.of("text/")) == 20
    page.locator("#more button").click()
    expect(items).to_have_count(25)
    ids = items.evaluate_all("items => items.map((item) => item.dataset.id)")
    assert len(set(ids)) == 25


def test_the_next_results_do_not_ask_lunr_again(page: Page, address: str) -> None:
    """`offset` and `limit` cut one ranked list, filters choose from it; another reading is another list."""
    requests = opened(page, address)
    page.evaluate("""
        window.times = 0;
        const query = izdeuLunr.Index.prototype.query;
        izdeuLunr.Index.prototype.query = function (fn) { times += 1; return query.call(this, fn); }; null
    """)
    first = page.evaluate("izdeu.search('алаяқтық', { limit: 20 })")
    parts = [page.evaluate("(offset) => izdeu.search('алаяқтық', { offset, limit: 7 })", start) for start in (0, 7, 14)]
    assert [hit["id"] for part in parts for hit in part["hits"]][:20] == [hit["id"] for hit in first["hits"]]
    assert page.evaluate("times") == 1
    assert not requests.of("facets/")
    filtered = page.evaluate("izdeu.search('алаяқтық', { year: '2003', limit: 3 })")
    assert page.evaluate("times") == 1
    assert filtered["total"] == len([number for number in range(PAGES) if number % 9 == 3 and number != 40])
    assert len(requests.of("facets/")) == 1
    page.evaluate("izdeu.search('алаяқтық', { as: 'kk', limit: 3 })")
    assert page.evaluate("times") == 2


def test_the_newest_question_wins(page: Page, site: Path, http_server: Callable[[Path], str]) -> None:
    """One that waits for its terms when the next is asked loads no texts any more."""
    requests = opened(page, http_server(site))
    held: list[Route] = []
    is_first = True
    page.route("**/search/terms/**", lambda route: held.append(route) if is_first else route.continue_())
    page.locator("input[name=q]").fill("алаяқтық")
    page.keyboard.press("Enter")
    while not held:
        page.wait_for_timeout(50)
    rest(page, 50)  # for the others of its shards
    is_first = False
    ask(page, "щбырақн")
    items = page.locator("#results > li")
    shown = items.evaluate_all("items => items.map((item) => item.dataset.id)")
    texts = requests.of("text/")
    assert len(texts) == len(shown) == 1
    for route in held:
        route.continue_()
    for route in held:
        arrived(route)
    rest(page, 100)
    assert requests.of("text/") == texts
    assert items.evaluate_all("items => items.map((item) => item.dataset.id)") == shown


def asked_with_best_text(page: Page, address: str, question: str) -> list[Route]:
    """Asks, and holds all texts that are asked for but the first, which comes; the routes of the others."""
    opened(page, address)
    held: list[Route] = []
    seen: list[Route] = []

    def take(route: Route) -> None:
        seen.append(route)
        if len(seen) > 1:
            held.append(route)
        else:
            route.continue_()

    page.route("**/search/text/**", take)
    page.locator("input[name=q]").fill(question)
    while len(held) < 4:
        page.wait_for_timeout(20)
    return held


def test_the_best_result_stands_while_others_are_awaited(
    page: Page, site: Path, http_server: Callable[[Path], str]
) -> None:
    """All texts are on their way; the first of the answer is shown, and stays when the others come, in their order."""
    held = asked_with_best_text(page, http_server(site), "алаяқтық")
    items = page.locator("#results > li")
    expect(items).to_have_count(1)
    assert page.locator("html").get_attribute("data-search") == "loading"
    items.first.evaluate("item => { window.stood = item; }")
    for route in held:
        route.continue_()
    page.wait_for_function("document.documentElement.dataset.search === 'done'")
    shown = items.evaluate_all("items => items.map((item) => item.dataset.id)")
    answer = page.evaluate("izdeu.search('алаяқтық', { limit: 5 })")
    assert shown == [hit["id"] for hit in answer["hits"]]
    assert page.evaluate("stood === document.querySelector('#results > li')")


def test_no_result_stands_that_another_may_come_before(
    page: Page, site: Path, http_server: Callable[[Path], str]
) -> None:
    """Of articles that are alike those that spell the word as typed come first: none does, as all their texts tell."""
    held = asked_with_best_text(page, http_server(site), "алаяқтықтың")
    for route in held[1:]:
        route.continue_()
    for route in held[1:]:
        arrived(route)
    rest(page, 100)
    expect(page.locator("#results > li")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("#results > li")).to_have_count(5)


def test_hits_are_told_as_the_answer_has_them(page: Page, address: str) -> None:
    """Each once, in order, as the same objects; whether anybody listens changes nothing."""
    opened(page, address)
    script = """async ([questions, all]) => {
        const unlike = [];
        for (const question of questions) for (const options of all) {
            const heard = [];
            const { hits } = await izdeu.search(question, { ...options, onHit: (hit) => heard.push(hit) });
            const alone = await izdeu.search(question, options);
            const isSame = heard.length === hits.length && heard.every((hit, rank) => hit === hits[rank]);
            if (!isSame || JSON.stringify(hits) !== JSON.stringify(alone.hits)) unlike.push([question, options]);
        }
        return unlike;
    }"""
    questions = ["алаяқтық", "алаяқтықтың", "абырақа щбырақн", "ұзақ әңгіме", "жоқсөз", "алаяқтық әңг* -жоқсөз"]
    options = [{"limit": 5}, {"offset": 3, "limit": 7}, {"sort": "date", "limit": 5}]
    assert page.evaluate(script, [questions, options]) == []


def test_the_address_follows_the_answer(page: Page, address: str) -> None:
    """It asks the same when it is loaded again; without a question it is the page's own."""
    opened(page, address)
    ask(page, "абырақа")
    page.wait_for_function("location.search === `?q=${encodeURIComponent('абырақа')}`")
    page.reload()
    expect(page.locator("#results > li")).not_to_have_count(0)
    assert page.locator("input[name=q]").input_value() == "абырақа"
    page.locator("input[name=q]").fill("")
    page.wait_for_function("location.search === ''")
    expect(page.locator("#results > li")).to_have_count(0)


def test_the_address_does_not_wait_for_ever(page: Page, site: Path, http_server: Callable[[Path], str]) -> None:
    """A question whose files do not come can be loaded again, too."""
    opened(page, http_server(site))
    page.route("**/search/terms/**", lambda _: None)
    page.locator("input[name=q]").fill("щбырақн")
    page.wait_for_function("location.search === `?q=${encodeURIComponent('щбырақн')}`")
    assert page.locator("html").get_attribute("data-search") == "loading"


def test_an_aborted_question_says_so(page: Page, address: str) -> None:
    """Whoever asks may take it back; the next question is none the worse."""
    opened(page, address)
    script = """async () => {
        const controller = new AbortController();
        const asked = izdeu.search('алаяқтық', { signal: controller.signal }).catch((error) => error.name);
        controller.abort();
        return [await asked, (await izdeu.search('алаяқтық')).total];
    }"""
    assert page.evaluate(script) == ["AbortError", PAGES - 1]


def test_lost_files_leave_the_rest_and_a_way_to_retry(
    new_page: Callable[..., Page], site: Path, http_server: Callable[[Path], str]
) -> None:
    """The rest of the answer with a note; the button asks again."""
    page = new_page(allow="text/|ERR_FAILED")
    opened(page, http_server(site))
    lost = re.compile("/search/text/0/0-")
    page.route(lost, lambda route: route.abort())
    ask(page, "алаяқтық")
    expect(page.locator("#results > li")).to_have_count(5)
    expect(page.locator("#results > li[data-id=id-00] a.passage")).to_have_count(0)
    expect(page.locator("#results > li[data-id=id-01] a.passage")).to_have_count(3)
    expect(page.locator("#status")).to_contain_text("incomplete")
    page.unroute(lost)
    page.locator("#retry").click()
    expect(page.locator("#results > li[data-id=id-00] a.passage")).to_have_count(3)
    expect(page.locator("#retry")).to_be_hidden()
    expect(page.locator("#status")).to_have_text(str(PAGES - 1))


def test_a_number_that_is_free_is_no_document(page: Page, address: str) -> None:
    """A page that is gone is found by no question, also by one that only excludes."""
    opened(page, address)
    found = page.evaluate("izdeu.query([{ term: 'абсент', presence: 3 }])")
    assert {hit["ref"] for hit in found} == {f"id-{number:02}" for number in range(PAGES) if number != 40}
    hits = page.evaluate("izdeu.search('алаяқтық', { limit: 100 })")["hits"]
    assert [hit["url"] for hit in hits if hit["id"] == "id-41"] == ["a41.html"]
    assert "id-40" not in [hit["id"] for hit in hits]


def test_files_that_were_used_last_are_kept(page: Page, site: Path, address: str) -> None:
    """However many a page has loaded: those beyond the bound go, the oldest first, and can be loaded again."""
    heavy = site / "search" / "heavy"
    heavy.mkdir(exist_ok=True)
    for number in range(9):
        (heavy / f"{number}.js").write_text(f"izdeu.put('heavy/{number}', {json.dumps('x' * 500_000)});", "utf-8")
    requests = opened(page, address)
    script = """async (names) => {
        for (const name of names) await izdeuFiles.load(`heavy/${name}`);
        return izdeuFiles.held().bytes;
    }"""
    weight: Any = page.evaluate(script, [0, 1, 2, 3, 0, 4, 5, 6, 7, 8])
    assert 3e6 < weight <= 6e6
    requests.clear()
    page.evaluate(script, [8, 7, 1])
    assert requests.of("heavy/") == ["heavy/1.js"]
    assert page.locator("script[src*=heavy]").count() == 0


def test_http_and_folder_answer_alike(page: Page, site: Path, http_server: Callable[[Path], str]) -> None:
    """The same answer, to the last sign."""
    answers = []
    for address in (http_server(site), f"file://{site}/"):
        opened(page, address)
        answers.append(
            page.evaluate("""async () => {
            const all = [];
            const questions = ['алаяқтықтың', 'абырақа', 'ұзақ әңгіме', 'alayaqtyq', 'жоқсөз'];
            for (const question of questions) all.push(await izdeu.search(question));
            return all;
        }""")
        )
    assert answers[0] == answers[1]
    assert answers[0][0]["total"] == PAGES - 1
