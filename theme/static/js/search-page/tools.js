/* What is loaded after the first results: filters with counts, the names of issues, citing, all passages of an article. */
(function (page) {
  'use strict';

  const { site, lang } = page;
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
    return parts.length ? parts.map(([name, n]) => page.say(`issue.${name}`, { n })).join(', ') : page.say('issue.unknown');
  };

  page.nameIssues = function () {
    page.results.querySelectorAll('a[data-issue]').forEach((link) => {
      const name = page.issueName(link.dataset.issue);
      if (name !== link.dataset.issue) link.textContent = name;
    });
  };

  /* Results first: the filters come while nobody waits for them. */
  page.afterAnswer = function () {
    const { current } = page.state;
    const soon = window.requestIdleCallback || setTimeout;
    soon(() => page.useTools().then((tools) => {
      page.nameIssues();
      if (page.state.current !== current) return null;
      page.showChips();
      return Promise.all([tools.showNothing(), tools.showFilters(), tools.showOthers(), tools.showElsewhere()]);
    }).catch(() => {}), IDLE); // without them the results are there all the same
  };
}(window.izdeuPage));
