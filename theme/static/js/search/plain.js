// The plain search page that build_index.py lays beside the search files of any site.
(function () {
  "use strict";

  const PAUSE = 80; // ms of rest before a question is asked
  const SHORTEST = 3; // letters
  const root = new URL("..", document.currentScript.src).href;
  const form = document.querySelector("form");
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  let newest = 0;
  let timer = 0;

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

  async function ask() {
    const question = form.q.value.trim();
    const turn = newest += 1;
    history.replaceState(null, "", question ? `?q=${encodeURIComponent(question)}` : location.pathname);
    if (!question) {
      list.replaceChildren();
      say("idle", "");
      return;
    }
    say("loading", "");
    try {
      const answer = await window.izdeu.search(question);
      if (turn !== newest) return;
      list.replaceChildren(...answer.hits.map(item));
      say("done", [String(answer.total), ...answer.notes].join(" "));
    } catch (error) {
      if (turn === newest) say("error", error.message);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.q.addEventListener("input", () => {
    clearTimeout(timer);
    if (form.q.value.trim().length >= SHORTEST || !form.q.value) timer = setTimeout(ask, PAUSE);
  });
  form.q.value = new URLSearchParams(location.search).get("q") || "";
  if (form.q.value) ask();
})();
