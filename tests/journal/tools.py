"""What the tests of the journal share: invented texts in three languages, and short ways into the stages.

No sentence here is from a real journal.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from journal import labels
from journal.blocks import text_blocks
from journal.corpus import Corpus, read_corpus
from journal.desk import Desk
from journal.evidence import Evidence
from journal.furniture import remove_furniture
from journal.lines import clean_lines
from journal.records import Article, Block, Lang, Line
from journal.report import Entry, Report

WIDTH = 84

TITLES: dict[str, dict[Lang, str]] = {
    "bees": {
        "kk": "Тау бөктеріндегі ара шаруашылығы және бал сапасы",
        "ru": "Пчеловодство в предгорьях и качество мёда",
        "en": "Beekeeping in the foothills and the quality of honey",
    },
    "bridges": {
        "kk": "Ағаш көпірлердің беріктігін бағалау тәсілдері",
        "ru": "Способы оценки прочности деревянных мостов",
        "en": "Ways of judging the strength of wooden bridges",
    },
}
ABSTRACTS: dict[str, dict[Lang, str]] = {
    "bees": {
        "kk": "Мақалада тау бөктеріндегі ара шаруашылығының жағдайы қарастырылады. Он екі омартада жиналған бал "
        "үлгілері бойынша оның сапасына гүл түрлерінің қалай әсер ететіні анықталды. Авторлар омарташыларға "
        "арналған қарапайым кеңестер ұсынады және бақылауды екі жыл жалғастыру қажет деп санайды.",
        "ru": "В статье рассматривается состояние пчеловодства в предгорьях. По образцам мёда, собранным на "
        "двенадцати пасеках, установлено, как на его качество влияют виды цветов. Авторы предлагают простые советы "
        "для пасечников и считают нужным продолжить наблюдения ещё два года.",
        "en": "The article looks at beekeeping in the foothills. From samples of honey gathered in twelve apiaries we "
        "learned how the kinds of flowers change its quality. The authors offer simple advice to beekeepers and "
        "think that the observations should go on for two more years.",
    },
    "bridges": {
        "kk": "Жұмыста ескі ағаш көпірлердің беріктігін бағалайтын үш тәсіл салыстырылады. Сынақтар қырық көпірде "
        "жүргізіліп, дыбыспен тексеру ең арзан әрі сенімді жол екені көрсетілді. Нәтижелер ауыл әкімдіктеріне "
        "жөндеу кезегін құруға көмектеседі.",
        "ru": "В работе сравниваются три способа оценки прочности старых деревянных мостов. Испытания на сорока "
        "мостах показали, что проверка звуком остаётся самым дешёвым и надёжным путём. Результаты помогут сельским "
        "властям составить очередь ремонта.",
        "en": "The paper compares three ways of judging the strength of old wooden bridges. Trials on forty bridges "
        "showed that testing by sound is the cheapest and the most reliable way. The results will help village "
        "councils to decide which bridge is repaired first.",
    },
}
KEYWORDS: dict[str, dict[Lang, tuple[str, ...]]] = {
    "bees": {
        "kk": ("ара шаруашылығы", "бал сапасы", "омарта"),
        "ru": ("пчеловодство", "качество мёда", "пасека"),
        "en": ("beekeeping", "quality of honey", "apiary"),
    },
    "bridges": {
        "kk": ("ағаш көпір", "беріктік", "дыбыспен тексеру"),
        "ru": ("деревянный мост", "прочность", "проверка звуком"),
        "en": ("wooden bridge", "strength", "testing by sound"),
    },
}
BODIES: dict[str, dict[Lang, tuple[str, str, str]]] = {
    "bees": {
        "kk": (
            "Ара шаруашылығы біздің өңірде ертеден дамыған. Көктемде омарташылар ұяларды тау етегіне көшіріп, күзге "
            "дейін сонда ұстайды. Соңғы жылдары жауын азайып, гүлдейтін шөптердің түрлері де өзгерді, сондықтан бал "
            "сапасын жаңадан бағалау қажет болды.",
            "Біз он екі омартадан жиырма төрт үлгі жинадық. Әр үлгінің ылғалдылығы, түсі және тозаң құрамы "
            "өлшенді. Барлық өлшемдер бір аспаппен, бірдей жарықта жасалды, нәтижелер кестеге енгізілді.",
            "Ең қою бал биік беткейлерден алынды. Жолға жақын омарталарда шаң көбірек кездесті. Осыдан ұяларды "
            "жолдан кемінде екі шақырым жерге қою керек деген тұжырым жасаймыз.",
        ),
        "ru": (
            "Пчеловодство в нашем крае развито давно. Весной пасечники перевозят ульи к подножию гор и держат их там "
            "до осени. В последние годы дождей стало меньше, изменились и виды цветущих трав, поэтому качество мёда "
            "пришлось оценить заново.",
            "Мы собрали двадцать четыре образца с двенадцати пасек. У каждого образца измерили влажность, цвет и "
            "состав пыльцы. Все измерения сделаны одним прибором при одинаковом свете, результаты занесены в таблицу.",
            "Самый густой мёд получен на высоких склонах. На пасеках возле дороги пыли было больше. Отсюда мы "
            "заключаем, что ульи нужно ставить не ближе двух километров от дороги.",
        ),
        "en": (
            "Beekeeping has a long history in our region. In spring the keepers carry the hives to the foot of the "
            "mountains and leave them there until autumn. In recent years there has been less rain and the kinds of "
            "flowering herbs have changed, so the quality of the honey had to be judged anew.",
            "We gathered twenty four samples from twelve apiaries. The moisture, the colour and the pollen of each "
            "sample were measured. All measurements were made with one instrument under the same light, and the "
            "results were written into a table.",
            "The thickest honey came from the high slopes. In the apiaries near the road there was more dust. From "
            "this we conclude that hives should stand at least two kilometres away from a road.",
        ),
    },
    "bridges": {
        "kk": (
            "Ауылдық жерлерде әлі де көптеген ағаш көпір бар. Олардың бір бөлігі елу жылдан бұрын салынған, ал құжаттары "
            "сақталмаған. Көпірдің қанша жүк көтеретінін білмей, оны жабу да, ашық қалдыру да қауіпті.",
            "Үш тәсіл салыстырылды: бұрғылау, жүктеу және дыбыспен тексеру. Әр көпірден он бөрене таңдалып, әрқайсысы "
            "үш рет сыналды. Сынақты екі маман бір-біріне тәуелсіз жүргізді.",
            "Дыбыспен тексеру бұрғылауға жақын нәтиже берді, бірақ бөренені бүлдірмеді. Сол себепті бірінші тексеруді "
            "дыбыспен бастап, күмәнді бөренелерді ғана бұрғылаған жөн.",
        ),
        "ru": (
            "В сёлах до сих пор стоит много деревянных мостов. Часть из них построена больше полувека назад, а бумаги "
            "не сохранились. Не зная, какой груз выдержит мост, опасно и закрывать его, и оставлять открытым.",
            "Сравнивались три способа: сверление, нагрузка и проверка звуком. На каждом мосту выбрали по десять брёвен, "
            "каждое испытали трижды. Испытания вели два мастера независимо друг от друга.",
            "Проверка звуком дала результат, близкий к сверлению, но не портила бревно. Поэтому первую проверку стоит "
            "начинать со звука и сверлить только сомнительные брёвна.",
        ),
        "en": (
            "Many wooden bridges still stand in the villages. Some of them were built more than half a century ago, and "
            "their papers are lost. Without knowing what load a bridge will bear, it is dangerous both to close it and "
            "to leave it open.",
            "Three ways were compared: drilling, loading and testing by sound. On each bridge ten beams were chosen, and "
            "each of them was tried three times. The trials were carried out by two masters who did not know of each "
            "other.",
            "Testing by sound came close to drilling, but it did not spoil the beam. The first inspection should "
            "therefore begin with sound, and only the doubtful beams should be drilled.",
        ),
    },
}
ABSTRACT: dict[Lang, str] = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
LABEL: dict[Lang, str] = {"kk": "Тірек сөздер", "ru": "Ключевые слова", "en": "Keywords"}
SECTIONS: dict[Lang, tuple[str, str, str]] = {
    "kk": ("Кіріспе", "Материалдар мен әдістер", "Қорытынды"),
    "ru": ("Введение", "Материалы и методы", "Заключение"),
    "en": ("Introduction", "Materials and methods", "Conclusion"),
}


def wrapped(text: str, width: int = WIDTH) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def front(topic: str, lang: Lang, title: bool = True, abstract: bool = True, label: str = "") -> str:
    """Title in capitals, abstract with its heading, keywords: what stands over a body, or after it."""
    parts = [wrapped(TITLES[topic][lang].upper(), 50)] if title else []
    if abstract:
        parts.append(ABSTRACT[lang] + "\n" + wrapped(ABSTRACTS[topic][lang]))
    keywords = ", ".join(KEYWORDS[topic][lang])
    parts.append(wrapped(f"{label or LABEL[lang]}: {keywords}."))
    return "\n\n".join(parts) + "\n\n"


def body(topic: str, lang: Lang) -> str:
    sections = zip(SECTIONS[lang], BODIES[topic][lang], strict=True)
    return "".join(f"{heading}\n\n{wrapped(text)}\n\n" for heading, text in sections)


def article(topic: str, lang: Lang) -> str:
    """A whole article, its other languages after the body."""
    others: list[Lang] = [other for other in ("kk", "ru", "en") if other != lang]
    return front(topic, lang) + body(topic, lang) + "".join(front(topic, other) for other in others)


def desk(*known: str) -> Desk:
    """A desk whose corpus holds the words of `known`."""
    evidence = Evidence([[Line(i, text) for i, text in enumerate(known, 1)]])
    return Desk(labels.load(), evidence, Report())


def lines(text: str, report: Report | None = None) -> tuple[Line, ...]:
    return clean_lines(text, "a.txt", report or Report())


def blocks(text: str, *known: str, at: Desk | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text, furniture out; the corpus is the text itself and `known`."""
    at = at or desk(*known)
    kept, _, _ = remove_furniture(lines(text, at.report), "a.txt", at.labels, at.report)
    at.evidence.add(kept)
    return text_blocks(kept, "a.txt", at)


def texts(text: str, *known: str) -> list[str]:
    return [block.text for block in blocks(text, *known)]


def corpus(folder: Path, dumps: Mapping[str, str | bytes]) -> Corpus:
    """Write the files and read them as a corpus."""
    for name, content in dumps.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_corpus(folder)


def only(corpus: Corpus) -> Article:
    (article,) = corpus.articles
    return article


def entries(report: Report, kind: str) -> list[Entry]:
    return [entry for entry in report.entries if entry.kind == kind]


def text_of(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)
