"""Questions that find something on this very site, for the page that explains the search.

They are made of words, authors and years of its own articles.

An example is a *slot*, `kk.form`: its language and what it is an example of. What the articles do not give is no slot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise

from journal.records import LANGS, Article, Lang
from languages import Analyser, fold, in_latin, in_two, stop, words

MOST = 40  # articles that are looked at: more would only take time
TOPICS = 60  # words of keywords that examples are made of
SHORTEST = 5  # letters of an example
BEGIN = 4  # letters that forms of one word share
OTHERS = 3  # further forms that are told


@dataclass(slots=True)
class Lexeme:
    """A word of one language: its forms with counts, and the articles, by place, that have any of them."""

    lemma: str
    forms: Counter[str] = field(default_factory=Counter)
    places: set[int] = field(default_factory=set)

    @property
    def word(self) -> str:
        """Its lemma, where that stands in the texts, else its commonest form."""
        return self.lemma if self.lemma in self.forms else min(self.forms, key=self._rank)

    @property
    def form(self) -> str:
        """A form of it that is not the lemma: the longest, for an ending is then easily seen."""
        return min(self.forms, key=lambda form: (form == self.lemma, -len(form), form))

    @property
    def others(self) -> list[str]:
        return sorted(self.forms.keys() - {self.form}, key=self._rank)[:OTHERS]

    @property
    def worth(self) -> tuple[int, int, int, str]:
        """The less, the better an example."""
        return -min(len(self.forms), OTHERS + 1), -len(self.places), -self.forms.total(), self.lemma

    def _rank(self, form: str) -> tuple[int, str]:
        return -self.forms[form], form


def examples(cards: Sequence[Article], whole: Callable[[Article], Article]) -> dict[str, str]:
    """The slots of a site: slot -> text. `whole` gives an article with its texts; some of all are looked at."""
    step = max(1, len(cards) // MOST)
    articles = [whole(card) for card in islice(cards, 0, None, step)]
    found: dict[str, str] = {}
    for lang in LANGS:
        own = {**dict(_of_words(articles, lang)), **dict(_of_parts(articles, lang)), **dict(_of_authors(cards, lang))}
        found |= {f"{lang}.{name}": text for name, text in own.items() if text}
    return found


def order(cards: Iterable[Article]) -> list[Lang]:
    """The languages, that of most articles first: where one gives no example, another does."""
    count = Counter(card.lang for card in cards)
    return sorted(LANGS, key=lambda lang: -count[lang])


def _of_words(articles: Sequence[Article], lang: Lang) -> Iterator[tuple[str, str]]:
    lexemes = sorted(_lexemes(articles, lang), key=lambda lexeme: lexeme.worth)
    if not lexemes:
        return
    main, *rest = lexemes
    yield "word", main.word
    yield "form", main.form
    yield "others", ", ".join(main.others)
    yield "begin", main.lemma[: max(BEGIN - 1, 2 * len(main.lemma) // 3)]
    yield "other", next((one.word for one in rest if one.places & main.places), "")
    yield "either", next((one.word for one in rest if not one.places <= main.places), rest[0].word if rest else "")
    own = [articles[place] for place in sorted(main.places)]
    yield "without", next((one.word for one in rest if _is_missing(one, own)), "")
    years = sorted({article.year for article in articles if article.year})
    year = next((article.year for article in own if article.year), None)
    yield "year", str(year or "")
    yield "years", f"{years[0]}..{years[-1]}" if year and len(years) > 1 else ""
    if lang == "kk":
        simple = next((one.word for one in lexemes if fold(one.word) != one.word and in_latin(one.word)), "")
        yield "letters", simple
        yield "plain", fold(simple)
        yield "latin", in_latin(simple)


def _of_parts(articles: Sequence[Article], lang: Lang) -> Iterator[tuple[str, str]]:
    """Of each part of the texts a word that stands in it."""
    parts: dict[str, Iterable[str]] = {
        "title": (article.titles.get(lang, "") for article in articles),
        "abstract": (block.text for article in articles for block in article.abstracts.get(lang, ())),
        "keyword": chain.from_iterable(article.keywords.get(lang, ()) for article in articles),
        "reference": (block.text for article in articles for block in article.references if block.lang == lang),
    }
    keywords = {text.lower() for article in articles for text in article.keywords.get(lang, ())}
    topics = {form for text in keywords for form in _content(text, lang)}
    for name, texts in parts.items():
        yield name, _best(Counter(form for text in texts for form in _content(text.lower(), lang)), topics)
    running = (text for article in articles for text in _texts(article, lang))
    yield "phrase", _best(Counter(phrase for text in running for phrase in _phrases(text, lang)), keywords)


def _best(count: Counter[str], topics: Set[str]) -> str:
    """The commonest, of those that are topics where any is, else of those that begin like one; "" of none."""
    begins = {topic[:BEGIN] for topic in topics}
    return min(count, key=lambda one: (one not in topics, one[:BEGIN] not in begins, -count[one], one), default="")


def _of_authors(cards: Sequence[Article], lang: Lang) -> Iterator[tuple[str, str]]:
    """The family of most articles whose name is one word, as this language writes it."""
    names = Counter(author.names.get(lang, author.name) for card in cards for author in card.authors)
    families = [in_two(name)[0] for name in sorted(names, key=lambda name: (-names[name], name))]
    yield "author", next((family for family in families if family.isalpha()), "")


def _texts(article: Article, lang: Lang) -> Iterator[str]:
    """Running text of an article in a language."""
    yield from (block.text for block in article.abstracts.get(lang, ()))
    yield from (block.text for block in article.blocks if block.kind == "paragraph" and block.lang == lang)


def _content(text: str, lang: Lang) -> list[str]:
    """The forms of a text that carry a topic; names, which begin with a capital, are left out."""
    found = (word.text for word in words(text) if len(word.text) >= SHORTEST and word.text.isalpha())
    return [form for form in found if form == form.lower() and not stop(form, lang)]


def _phrases(text: str, lang: Lang) -> Iterator[str]:
    content = set(_content(text, lang))
    for one, other in pairwise(words(text)):
        if one.text in content and other.text in content and text[one.end : other.start] == " ":
            yield f"{one.text} {other.text}"


def _lexemes(articles: Sequence[Article], lang: Lang) -> list[Lexeme]:
    """The words that the keywords are made of; without keywords, the commonest."""
    forms = [Counter(form for text in _texts(article, lang) for form in _content(text, lang)) for article in articles]
    count = Counter[str]()
    for own in forms:
        count.update(own)
    keywords = Counter(
        form for article in articles for text in article.keywords.get(lang, ()) for form in _content(text.lower(), lang)
    )
    topics = [form for form, _ in (keywords or count).most_common(TOPICS)]
    begins = {form[:BEGIN] for form in topics}
    known = [form for form in count if form[:BEGIN] in begins]
    analyser = Analyser({lang: count})
    analyser.expect([*topics, *known], lang)
    wanted = {analyser.lemma(form, lang) for form in topics}
    lemmas = {form: analyser.lemma(form, lang) for form in known}
    return _gathered(forms, {form: one for form, one in lemmas.items() if one in wanted and not stop(one, lang)})


def _gathered(forms: Sequence[Counter[str]], lemmas: Mapping[str, str]) -> list[Lexeme]:
    found: dict[str, Lexeme] = {}
    for place, own in enumerate(forms):
        for form in own.keys() & lemmas.keys():
            lexeme = found.setdefault(lemmas[form], Lexeme(lemmas[form]))
            lexeme.forms[form] += own[form]
            lexeme.places.add(place)
    return list(found.values())


def _is_missing(lexeme: Lexeme, articles: Iterable[Article]) -> bool:
    """Is there an article in which nothing begins like this word, in any language?"""
    begin = fold(lexeme.word)[:BEGIN]
    return any(all(not key.startswith(begin) for key in _keys(article)) for article in articles)


def _keys(article: Article) -> Iterator[str]:
    blocks = chain(article.blocks, article.references, article.others, *article.abstracts.values())
    texts = chain((block.text for block in blocks), article.titles.values(), *article.keywords.values())
    return map(fold, dict.fromkeys(word.text for text in texts for word in words(text)))
