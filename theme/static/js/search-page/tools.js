/* What is loaded after the first results: filters with counts, the names of issues, citing, all passages of an article. */
(function (page) {
  'use strict';

  const { site, lang, say, find, element, button } = page;
  const IDLE = { timeout: 200 }; // ms until they are loaded though the page still has something to do
  let loading = null;
  let issues = {}; // slug -> {year, volume, issue}

  /* The tools, loaded once. */
  page.useTools = function () {
    if (!loading) {
      loading = Promise.all([
        site.loadTable(lang, 'tools'), site.loadScript('theme/js/search-tools.js'), site.loadScript('theme/js/issues.js').catch(() => {}),
      ]).then(() => {
        issues = window.izdeuIssues || {};
        return page.tools;
      });
      loading.catch(() => { loading = null; });
    }
    return loading;
  };

  /* "2023, vol. 1, no. 3": its known parts, else its page's name. */
  page.issueName = function (slug) {
    const known = Object.prototype.hasOwnProperty.call(issues, slug) ? issues[slug] : null;
    if (!known) return slug;
    const parts = [['year', known.year], ['volume', known.volume], ['number', known.issue]].filter(([, value]) => value);
    return parts.length ? parts.map(([name, n]) => say(`issue.${name}`, { n })).join(', ') : say('issue.unknown');
  };

  page.nameIssues = function () {
    page.results.querySelectorAll('a[data-issue]').forEach((link) => {
      const name = page.issueName(link.dataset.issue);
      if (name !== link.dataset.issue) link.textContent = name;
    });
  };

  /* Without the tools the answer stands; the reader is told, and may have them asked for again. */
  function showLack(error) {
    if (error && error.name === 'AbortError') return;
    const lack = element('p', { textContent: `${say('search.nofilters')} ` });
    lack.append(button({ textContent: say('search.retry') }, () => {
      lack.remove();
      find('notes').hidden = !find('notes').children.length;
      find('count').focus(); // the button goes, and had the focus
      page.afterAnswer();
    }));
    find('notes').append(lack);
    find('notes').hidden = false;
  }

  /* Results first: the filters come while nobody waits for them. */
  page.afterAnswer = function () {
    const { current } = page.state;
    const soon = window.requestIdleCallback || setTimeout;
    soon(() => page.useTools().then((tools) => {
      page.nameIssues();
      if (page.state.current !== current) return null;
      page.showChips();
      tools.fillPassages();
      return Promise.all([tools.showNothing(), tools.showFilters(), tools.showOthers(), tools.showElsewhere()]);
    }).catch((error) => { if (page.state.current === current) showLack(error); }), IDLE);
  };
}(window.izdeuPage));
