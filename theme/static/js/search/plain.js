// The plain search page that build_index.py lays beside the search files of any site.
(function () {
  "use strict";

  const PAUSE = 80; // ms of rest before a question is asked
  const SHORTEST = 3; // letters
  const AT_ONCE = 5; // results that are asked for together: more when they come into view
  const PAGE = 20; // results until the reader asks for more
  const SLOW = 1000; // ms that the address waits for an answer, or for a question in the place of none
  const root = new URL("..", document.currentScript.src).href;
  const form = document.querySelector("form");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const more = document.getElementById("more");
  const retry = document.getElementById("retry");
  let running = new AbortController(); // of the newest question
  let asked = { question: "", total: 0, wanted: PAGE, loading: false, shown: [] };
  let timer = 0;
  let noting = 0;

  function say(state, text) {
    document.documentElement.dataset.search = state;
    status.textContent = text;
  }

  function link(className, address, text, marks, lang) {
    const a = document.createElement("a");
    a.className = className;
    a.href = root + address;
    if (lang) a.lang = lang;
    let at = 0;
    for (const [start, end] of marks) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      a.append(text.slice(at, start), mark);
      at = end;
    }
    a.append(text.slice(at));
    return a;
  }

  function item(hit) {
    const li = document.createElement("li");
    li.dataset.id = hit.id;
    const heading = document.createElement("h2");
    heading.append(link("title", hit.url, hit.title, [], hit.lang));
    li.append(heading, ...hit.passages.map((p) => link("passage", p.url, p.text, p.marks, p.lang)));
    return li;
  }

  async function answerTo(offset, onHit) {
    return window.izdeu.search(asked.question, { offset, limit: AT_ONCE, signal: running.signal, onHit });
  }

  /** The first results of a question, more with each that comes: those that stand already stay. */
  function show(hits) {
    const kept = asked.shown.every((hit, rank) => hit === hits[rank]) ? asked.shown.length : 0;
    if (!kept) list.replaceChildren();
    list.append(...hits.slice(kept).map(item));
    asked.shown = hits;
  }

  /** The question goes into the address after `rest` ms: for a browser that is as much work as to load a file. */
  function note(rest) {
    const { question } = asked;
    clearTimeout(noting);
    noting = setTimeout(() => history.replaceState(null, "", question ? `?q=${encodeURIComponent(question)}` : location.pathname), rest);
  }

  async function ask() {
    const question = form.q.value.trim();
    running.abort();
    running = new AbortController();
    asked = { question, total: 0, wanted: PAGE, loading: true, shown: [] };
    retry.hidden = true;
    if (!question) {
      list.replaceChildren();
      more.hidden = true;
      say("idle", "");
      note(SLOW);
      return;
    }
    say("loading", "");
    note(SLOW);
    await showing(answerTo(0, (hit) => show([...asked.shown, hit])), ({ hits, total }) => {
      show(hits);
      asked.total = total;
      note(0);
    });
  }

  /** The next results, when the end of the list is in view or the reader asks for them. */
  async function goOn() {
    const shown = list.children.length;
    if (asked.loading || shown >= Math.min(asked.total, asked.wanted)) return;
    asked.loading = true;
    await showing(answerTo(shown), (answer) => list.append(...answer.hits.map(item)));
  }

  async function showing(promise, act) {
    const mine = asked;
    try {
      const answer = await promise;
      if (mine !== asked) return;
      act(answer);
      retry.hidden = retry.hidden && !answer.partial;
      say("done", [String(answer.total), ...answer.notes].join(" "));
    } catch (error) {
      if (mine !== asked) return;
      retry.hidden = false;
      say("error", error.message);
    }
    asked.loading = false;
    more.hidden = list.children.length >= asked.total;
    watchEnd();
  }

  const end = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && document.documentElement.dataset.search === "done") goOn();
  });

  /** An observer tells once more of what is in view when it begins to watch. */
  function watchEnd() {
    end.disconnect();
    if (!more.hidden) end.observe(more);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  form.q.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (form.q.value.trim().length < SHORTEST && form.q.value) return;
    timer = setTimeout(ask, window.izdeu.isTyped(event) ? PAUSE : 0);
  });
  more.firstElementChild.addEventListener("click", () => {
    asked.wanted = list.children.length + PAGE;
    goOn();
  });
  retry.addEventListener("click", ask);
  form.q.value = new URLSearchParams(location.search).get("q") || "";
  if (form.q.value) ask();
  else window.izdeu.open();
})();
