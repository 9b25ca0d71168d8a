// In a search page: types a question at once and tells when it was asked, when its first result stood, when all did.
// Times are milliseconds since 1970. `{question, most}` -> {begun, asked, first, standing, shown: [id…], failed: ""}.
async ({ question, most }) => {
  const box = document.querySelector("input[type=search][name=q]");
  const state = () => document.documentElement.dataset.search;
  const shown = () => document.querySelectorAll("ol#results > li");
  const now = () => performance.timeOrigin + performance.now();

  function type(text) {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function until(holds) {
    return new Promise((resolve, reject) => {
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => end(() => reject(new Error(`no answer to ${question}`))), most);
      function end(tell) {
        observer.disconnect();
        clearTimeout(timer);
        tell();
      }
      function look() {
        if (holds()) end(resolve);
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      look();
    });
  }

  if (box.value) {
    type("");
    await until(() => !shown().length && state() === "idle");
  }
  const times = { begun: now(), asked: 0, first: 0, standing: 0 };
  type(question);
  await until(() => {
    const done = state() === "done" || state() === "error";
    if (!times.asked && (done || state() === "loading")) times.asked = now();
    if (!times.first && (done || shown().length)) times.first = now();
    if (!times.standing && (done || shown().length >= 5)) times.standing = now();
    return times.standing > 0;
  });
  return { ...times, shown: [...shown()].map((item) => item.dataset.id), failed: state() === "error" ? document.body.textContent : "" };
}
