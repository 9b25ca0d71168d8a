/* An article opened from a search, with ?q= in its address: every form of the query's words is marked, and a small bar
   leads from one to the next. Without ?q=, without the search files or without a hit the page stays as it is. */
(function (scope) {
  'use strict';

  const { readTexts, rangeOf } = scope.izdeuHitTexts;
  const { labelLang, lead } = scope.izdeuHitBar;
  const site = scope.izdeuSite;
  const asked = new URLSearchParams(location.search);
  const question = (asked.get('q') || '').trim();
  const options = readOptions(); // how the question was understood where the reader comes from
  const article = document.querySelector('[data-index]');
  const AT_ONCE = 12000; // letters judged in one go: a page must answer its reader meanwhile

  function readOptions() {
    const lists = ['read', 'also'].filter((name) => asked.has(name)).map((name) => [name, asked.getAll(name).filter(Boolean)]);
    return Object.assign(asked.get('as') ? { as: asked.get('as') } : {}, Object.fromEntries(lists));
  }

  /* For each text its [[start, end]…], some texts at a time. */
  async function judge(texts) {
    const found = [];
    while (found.length < texts.length) {
      const batch = [];
      for (let letters = 0; letters < AT_ONCE && found.length + batch.length < texts.length;) {
        const { text, lang } = texts[found.length + batch.length];
        batch.push({ text, lang });
        letters += text.length;
      }
      found.push(...await scope.izdeu.hits(question, batch, options));
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    return found;
  }

  async function markHits() {
    await Promise.all([scope.izdeu || site.loadScript('search/izdeu.js'), site.loadTable(labelLang())]);
    if (!scope.izdeu || !scope.izdeu.hits) return;
    const texts = readTexts(article);
    const found = await judge(texts);
    const hits = texts.flatMap(({ pieces }, i) => found[i].map((hit) => rangeOf(pieces, hit)));
    if (hits.length) lead(hits);
  }

  if (question && article && site) markHits().catch(() => { /* The article without marks is still the article. */ });
}(window));
