/* Asking izdeu.search, and showing what it answers. */
(function (page) {
  'use strict';

  const { say, find, element, button, results } = page;
  const AT_ONCE = 5; // results that are loaded together: more when they come into view
  const OF_ANSWER = ['understood', 'suggested', 'notes', 'failure', 'nothing', 'pages', 'found'];

  let running = new AbortController(); // of the newest question; an answer to an older one is dropped
  let isLoading = false;

  page.AT_ONCE = AT_ONCE;
  page.state = { current: null, answer: null }; // the question whose answer is shown or awaited, and that answer

  /* The question's options for the engine, which loads nothing further once another question is asked. */
  page.engineOptions = () => ({ ...page.state.current.options, signal: running.signal });

  function engine(offset, limit) {
    if (!window.izdeu) return Promise.reject(new Error(say('search.unavailable')));
    return window.izdeu.search(page.state.current.query, { ...page.engineOptions(), offset, limit });
  }

  /* The newest question wins: the one before loads nothing further. */
  function begin(question) {
    running.abort();
    running = new AbortController();
    page.state = { current: question, answer: null };
    isLoading = false;
    page.more.hidden = true;
  }

  /* Shows what comes of `promise`, unless the question is no longer the newest. */
  function showing(promise, act) {
    const mine = running;
    isLoading = true;
    promise.then(
      (found) => {
        if (mine !== running) return;
        isLoading = false;
        act(found);
        if (mine === running) page.showMore();
      },
      (error) => {
        if (mine !== running) return;
        isLoading = false;
        showFailure(error);
      },
    );
  }

  function goTo({ scroll }) {
    if (scroll) window.scrollTo({ top: scroll, behavior: 'instant' });
  }

  page.ask = function (question, place = {}) {
    begin(question);
    page.setState('loading');
    const first = page.PAGE_SIZE * (question.page - 1);
    showing(engine(first, Math.max(AT_ONCE, place.shown || 0)), (found) => {
      const last = Math.ceil(found.total / page.PAGE_SIZE);
      if (!found.hits.length && last && question.page > last) {
        page.replaceBy({ ...question, page: last }); // an old link to a page that is no more
        return;
      }
      if (found.partial && !found.total) { // what is not there nobody knows
        showFailure({ message: found.notes.join(' ') });
        return;
      }
      show(found);
      if (place.isTop) find('count').focus();
      goTo(place);
      if (place.unfolded && place.unfolded.length) page.unfoldAgain(place.unfolded).then(() => { if (page.state.current === question) goTo(place); }).catch(page.complain);
    });
  };

  /* The next results; `act` gets the first of them. */
  page.goOn = function (act = () => {}) {
    const shown = results.children.length;
    if (isLoading || !page.left()) return;
    showing(engine(page.range()[0] + shown, Math.min(AT_ONCE, page.left())), (found) => {
      const { answer } = page.state;
      Object.assign(answer, { total: found.total, atMost: found.atMost, isEnd: !found.hits.length });
      results.append(...found.hits.map(page.hitItem));
      if (found.partial) showNotes(found);
      page.showCount();
      page.showPages();
      page.nameIssues();
      page.useTools().then((tools) => tools.fillPassages()).catch(page.complain);
      act(results.children[shown]);
    });
  };

  page.goIdle = function (question) {
    begin(question);
    page.setState('idle');
    results.replaceChildren();
    find('status').textContent = '';
    [...OF_ANSWER, 'filters'].forEach((id) => { find(id).hidden = true; });
    page.showControls();
  };

  /* What the engine says of its answer; one that lacks something can be asked for again. */
  function showNotes(found) {
    const shown = (found.notes || []).map((note) => element('p', { textContent: note }));
    if (found.partial) shown.push(button({ textContent: say('search.retry') }, page.retry));
    find('notes').replaceChildren(...shown);
    find('notes').hidden = !shown.length;
  }

  function show(found) {
    page.state.answer = found;
    results.replaceChildren(...found.hits.map(page.hitItem));
    find('failure').hidden = true;
    find('found').hidden = false;
    page.showControls();
    page.showTerms();
    page.showSuggestions();
    page.showNothing();
    showNotes(found);
    page.showPages();
    page.setState('done');
    page.showCount();
    page.nameIssues();
    page.afterAnswer();
  }

  function showFailure(error) {
    page.state.answer = null;
    results.replaceChildren();
    OF_ANSWER.forEach((id) => { find(id).hidden = true; });
    page.more.hidden = true;
    find('status').textContent = '';
    const reason = error && error.message ? ` ${error.message}` : '';
    find('failure-text').textContent = say('search.failed') + reason;
    find('failure').hidden = false;
    page.setState('error');
  }

  page.retry = function () {
    /* Without the engine there is nothing to ask again: the page has to fetch it anew. */
    if (window.izdeu) page.ask(page.state.current, { isTop: true }); // the button goes, and has the focus
    else location.reload();
  };

  /* Something beside the answer failed: said, and the answer stays. */
  page.complain = function (error) {
    if (error && error.name === 'AbortError') return;
    showNotes({ notes: [(error && error.message) || say('search.unavailable')] });
  };
}(window.izdeuPage));
