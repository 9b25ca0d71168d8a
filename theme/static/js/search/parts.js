// What `window.izdeu` offers beside the search: its code stands in parts, which are loaded when first asked for.
(function (scope) {
  "use strict";

  const { part } = scope.izdeuFiles;
  const { message } = scope.izdeuOpened;

  /** name: [part, what the part defines]; the function has the same name there. */
  const OFFERED = {
    counts: ["counts", "izdeuCounts"],
    found: ["counts", "izdeuCounts"],
    lines: ["lines", "izdeuLines"],
    items: ["language", "izdeuFailing"],
    passages: ["all", "izdeuAll"],
    best: ["all", "izdeuAll"],
    query: ["query", "izdeuQuery"],
    pairs: ["pairs", "izdeuPairs"],
    cite: ["cite", "izdeuCite"],
    citeAs: ["cite", "izdeuCite"],
    others: ["pairs", "izdeuAlso"],
    typed: ["typing", "izdeuTyping"],
  };

  for (const [name, [file, home]] of Object.entries(OFFERED)) {
    scope.izdeu[name] = (...given) => part(file).then(() => scope[home][name](...given)).catch((reason) => {
      if (reason.name === "AbortError") throw reason;
      throw Object.assign(new Error(message("failed")), { reason });
    });
  }
})(window);
