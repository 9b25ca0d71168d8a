"""HTML of any kind, as Beautiful Soup reads it with the same parser, and its words as columns."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import chain

import pytest
from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from hypothesis import given
from hypothesis import strategies as st

from languages import FormList, cut, form_of, statutes_in
from lunr_search.reading.markup import UNREAD, parsed
from lunr_search.reading.repeats import folded
from lunr_search.reading.words import words_of

MARKS = [
    *"<p>|</p>|<div>|</div>|<b>|</i>|<br/>|<table><tr><td>|</table>|<ul><li>|<li>|<dl><dd>|<h1>|</h1>|<main>".split(
        "|"
    ),
    *"<script>|</script>|<style>|</style>|<template>|</template>|<ruby>суд<rt>сот|</rt>|</ruby>|<title>".split("|"),
    *"<!--|-->|<!doctype>|<![CDATA[|]]>|<?xml?>|<o:p>|<svg><title>|</svg>|<select><option>|<noscript>|<pre>".split("|"),
    *"<p/id=1>|<p id=x lang=ru>|<p xml:lang=kk ID='y'>|<p id=1 id=2 data-index>|<a href=x|<img alt=&lt;>".split("|"),
    *"<body lang=kk>|<html lang=ru>|</body>|</html>|<head>|<meta name=a content=b>|<textarea>|<plaintext>".split("|"),
    *"&amp;|&nbsp;|&#0;|&#x110000;|&lt|&notit;|<|>|\"|'|-|\0|\f|\r\n|сот| |a b|\n|<form>|<frameset>".split("|"),
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">',
]
SOUPS = st.lists(st.sampled_from([mark.encode() for mark in MARKS]) | st.binary(max_size=3), max_size=30).map(b"".join)


def spaced(text: str) -> str:
    """White space made single, as for passages."""
    return " ".join(text.split())


def tags_of(data: bytes) -> Iterator[tuple[str, dict[str, str], int, str]]:
    """Of each element its name, its attributes, the number of that around it, and its text unless it is not read."""
    soup = BeautifulSoup(data, "lxml", from_encoding="utf-8", multi_valued_attributes=None)
    number = {id(tag): rank for rank, tag in enumerate(soup.find_all(True))}
    for tag in soup.find_all(True):
        assert isinstance(tag, Tag)
        is_read = UNREAD.isdisjoint([tag.name, *(parent.name for parent in tag.parents)])
        text = spaced(tag.get_text()) if is_read else ""
        yield tag.name, {str(a): str(b) for a, b in tag.attrs.items()}, number.get(id(tag.parent), -1), text


@given(SOUPS)
def test_elements_are_those_of_beautiful_soup(data: bytes) -> None:
    """Whatever is open, closed, broken or no HTML at all."""
    document = parsed(b"\xef\xbb\xbf" + data)
    found = [
        (each.name, dict(each.attributes), next((other.place for other in document.around(each)), -1), each.text())
        for each in document.elements
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        expected = list(tags_of(b"\xef\xbb\xbf" + data))
    assert [(*row, spaced(text)) for *row, text in found] == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>сот".encode(), "сот"),
        ("<p>суд и закон".encode("windows-1251"), "суд и закон"),
        ("<p>déjà vu, and more of it".encode("windows-1252"), "déjà vu, and more of it"),
        ("<meta charset=koi8-r><p>суд".encode("koi8-r"), "суд"),
        ("<?xml version='1.0' encoding='windows-1251'?><html><p>суд</p></html>".encode("windows-1251"), "суд"),
        ("<meta charset=windows-1251><p>суд".encode("utf-8-sig"), "суд"),
        ("<meta charset=utf-8><p>суд".encode("utf-16"), "суд"),
        ("<meta charset=no-such-thing><p>суд".encode(), "суд"),
        (b"", ""),
        (b"<!-- nothing -->", ""),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    """The byte order mark, then what the page says, then its letters."""
    paragraphs = [element.text() for element in parsed(data).named("p")]
    assert "".join(paragraphs) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<!-- x -->b<script>c</script><style>d</style><template>e<b>f</b></template>g", "abg"),
        ("<p><ruby>漢<rp>(</rp><rt>кан<b>зи</b></rt><rp>)</rp></ruby>字", "漢字"),
        ("<p>a<?php echo 1 ?>b<![CDATA[c]]>d", "abd"),
        ("<p>x" * 20_000, "x"),
        ("<p>" + "<b>x" * 20_000, "x" * 20_000),
    ],
)
def test_text_of_an_element(html: str, text: str) -> None:
    """What stands for readers, however deep, in one line."""
    assert next(parsed(html.encode()).named("p")).text() == text


TEXTS = st.lists(
    st.lists(
        st.sampled_from("сот Сот ҚК-нің LAWS it's 190-бап ст. 5 3,5 covid-19 ёж éa e-mail@a.org [1] — ( сo".split())
        | st.text(max_size=4)
    ).map(" ".join)
)


@given(TEXTS, st.data())
def test_words_are_those_of_each_text(texts: list[str], data: st.DataObject) -> None:
    """Cut, spelled, folded and entered together they are what they are one by one."""
    found, langs = words_of(texts), [data.draw(st.sampled_from(("kk", "ru", "en", "other"))) for _ in texts]
    forms = FormList()
    numbers = found.forms(langs, forms).tolist()
    each = [(word, lang) for text, lang in zip(texts, langs, strict=True) for word in cut(text).words]
    assert [forms[number] for number in numbers] == [form_of(word, lang) for word, lang in each]
    gaps = [[*(gap == " " for gap in cut(text).gaps[1:-1]), False] for text in texts if cut(text).words]
    assert found.spaced.tolist() == list(chain.from_iterable(gaps))
    assert found.counts().tolist() == [len(cut(text).words) for text in texts]
    assert found.folded() == [folded(text.replace("[", "(")) for text in texts]
    naming = {rank for rank, text in enumerate(texts) if list(statutes_in(cut(text)))}
    assert naming <= set(found.telling())
    first = found.first(len(texts) // 2)
    assert first.folded() == found.folded()[: len(texts) // 2]
