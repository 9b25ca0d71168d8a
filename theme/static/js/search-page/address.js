/* A question, {query, options, page}, and the address that holds it. */
(function (page) {
  'use strict';

  const { valuesOf, optionsOf, parametersOf } = window.izdeuParameters;
  const FILTERS = ['lang', 'year', 'issue', 'author', 'keyword', 'part'];
  const OF_ARTICLES = ['year', 'issue', 'author', 'keyword'];
  const OF_READER = ['as', 'lang', 'sort']; // remembered; filters are of one question

  const baseTitle = document.title;
  const siteTitle = baseTitle.slice(baseTitle.lastIndexOf(' · '));

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    const number = Number.parseInt(parameters.get('page'), 10);
    return { query: parameters.get('q') || '', options: optionsOf(parameters), page: number > 1 ? number : 1 };
  }

  /* A fresh visit is read as the last one was, as far as the address does not say otherwise. */
  function withRemembered(question) {
    const options = { ...question.options };
    OF_READER.forEach((name) => {
      const value = page.site.recall('localStorage', `search.${name}`);
      if (value && !options[name]) options[name] = value;
    });
    return { ...question, options };
  }

  /* What the reader has changed of it by hand; what only stood in an address is of that visit. */
  function remember(changes) {
    OF_READER.filter((name) => name in changes)
      .forEach((name) => page.site.remember('localStorage', `search.${name}`, changes[name] || null));
  }

  /* Words, or a filter that leaves some of all articles. */
  function isAsked({ query, options }) {
    return query.trim() !== '' || OF_ARTICLES.some((name) => options[name]);
  }

  /* Relative, so that it works under any path and from a folder. */
  function addressOf(question) {
    const parameters = parametersOf(question);
    if (question.page > 1) parameters.set('page', String(question.page));
    const text = parameters.toString();
    return text ? `?${text}` : location.pathname;
  }

  /* Options with some of them changed; what is empty goes. `also` may be empty: then no counterparts are wanted. */
  function changed(options, changes) {
    const result = { ...options, ...changes };
    Object.keys(result).forEach((name) => {
      const value = result[name];
      if (!value || (name !== 'also' && value.length === 0)) delete result[name];
    });
    return result;
  }

  /* How much is shown, too: a place far down is only there again when its results are, unfolded as they were. */
  function keepPlace() {
    history.replaceState({ scroll: window.scrollY, shown: page.results.children.length, unfolded: page.unfolded() }, '');
  }

  function writeAddress(question, isStep) {
    const address = addressOf(question);
    if (isStep) {
      keepPlace();
      history.pushState(null, '', address);
    } else {
      history.replaceState(history.state, '', address);
    }
    const shown = question.query.trim().slice(0, 60);
    document.title = shown ? page.say('search.title', { q: shown }) + siteTitle : baseTitle;
  }

  Object.assign(page, { FILTERS, isAsked, readAddress, withRemembered, remember, valuesOf, parametersOf, addressOf, changed, keepPlace, writeAddress });
}(window.izdeuPage));
