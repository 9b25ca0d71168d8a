/* One result: its title, what is known of the article, its passages, and what a reader can do with it. */
(function (page) {
  'use strict';

  const { say, site, element, button } = page;

  page.results = page.find('results');
  page.unfilled = new WeakMap(); // result -> what is needed to show more of the best passages, which stand elsewhere in the article

  /* The passage as text and <mark> nodes. Marks count UTF-16 units; overlaps and strays are cut off. */
  function markedText(text, marks) {
    const nodes = [];
    let at = 0;
    [...marks].sort((a, b) => a[0] - b[0]).forEach(([from, to]) => {
      const start = Math.max(from, at);
      const end = Math.min(to, text.length);
      if (start >= end) return;
      nodes.push(text.slice(at, start), element('mark', { textContent: text.slice(start, end) }));
      at = end;
    });
    nodes.push(text.slice(at));
    return nodes;
  }

  function passageLine(passage) {
    const link = element('a', { className: 'passage', href: `${site.root}/${passage.url}`, lang: passage.lang },
      ...markedText(passage.text, passage.marks || []));
    return element('p', { className: 'passage-line' }, link);
  }

  /* The issue's name comes with the tools of the page; until then its year stands for it. */
  function issueLink({ issue, year }) {
    const alone = year ? [element('span', { textContent: String(year) })] : [];
    if (!issue) return alone;
    const link = element('a', { href: site.href(`issues/${issue}.html`, page.lang), textContent: String(year || issue) });
    link.dataset.issue = issue;
    return [...(issue.includes(String(year)) ? [] : alone), element('span', {}, link)];
  }

  function aboutLine(hit) {
    const parts = [];
    if (hit.authors && hit.authors.length) {
      parts.push(element('span', { textContent: hit.authors.map((a) => a.name || a).join(', '), lang: hit.lang }));
    }
    parts.push(...issueLink(hit));
    if (hit.lang) parts.push(element('span', { textContent: say(`lang.in.${hit.lang}`) }));
    return parts.length ? [element('p', { className: 'entry-about' }, ...parts)] : [];
  }

  function statusBadge({ status }) {
    if (!status) return [];
    return [element('strong', { className: 'badge', textContent: page.sayOr(`status.short.${status}`, status) }), ' '];
  }

  function isCapitals(text) {
    return text === text.toUpperCase() && text !== text.toLowerCase();
  }

  function titleOf(hit) {
    return hit.title || `${say('article.untitled')} (${hit.id})`;
  }

  function titleLine(hit) {
    const title = titleOf(hit);
    const link = element('a', {
      className: isCapitals(title) ? 'title caps' : 'title',
      href: `${site.root}/${hit.url}`,
      textContent: title,
      lang: hit.title ? hit.title_lang || hit.lang : page.lang,
    });
    return element('h2', { className: 'hit-title' }, ...statusBadge(hit), link);
  }

  const unfolds = new WeakMap(); // button -> what a click on it does

  /* All passages of the article in place of the best, and back. */
  function unfoldButton(hit, list) {
    const n = page.number(hit.found);
    const made = button({ textContent: say('result.all', { n }), className: 'hit-act hit-unfold' }, () => turn().then(page.keepPlace).catch(page.complain));
    async function turn() {
      const isOpen = made.getAttribute('aria-expanded') === 'true';
      const tools = await page.useTools();
      await tools.unfold({ hit, list, isOpen, passageLine });
      made.setAttribute('aria-expanded', String(!isOpen));
    }
    unfolds.set(made, turn);
    made.setAttribute('aria-label', say('result.all.of', { n, title: titleOf(hit) }));
    made.setAttribute('aria-expanded', 'false');
    return made;
  }

  function actions(hit, list) {
    const shown = (hit.passages || []).length;
    const cite = button({ textContent: say('result.cite'), className: 'hit-act' },
      () => page.useTools().then((tools) => tools.cite([hit.id], cite)).catch(page.complain));
    cite.setAttribute('aria-label', say('result.cite.of', { title: titleOf(hit) }));
    return element('p', { className: 'hit-acts' }, ...(hit.found > shown && shown ? [unfoldButton(hit, list), ' '] : []), cite);
  }

  const unfoldButtons = () => Array.from(page.results.querySelectorAll('.hit-unfold'));
  const idOf = (made) => made.closest('li').dataset.id;

  /* The ids of the articles whose passages are all shown, and these unfolded again. */
  page.unfolded = () => unfoldButtons().filter((made) => made.getAttribute('aria-expanded') === 'true').map(idOf);
  page.unfoldAgain = (ids) => Promise.all(unfoldButtons().filter((made) => ids.includes(idOf(made))).map((made) => unfolds.get(made)()));

  page.hitItem = function (hit) {
    const list = element('div', { className: 'passages' }, ...(hit.passages || []).map(passageLine));
    const item = element('li', { className: 'hit' }, titleLine(hit), ...aboutLine(hit), list, actions(hit, list));
    item.dataset.id = hit.id;
    if (hit.more) page.unfilled.set(item, { hit, list, question: page.state.current, passageLine });
    return item;
  };
}(window.izdeuPage));
