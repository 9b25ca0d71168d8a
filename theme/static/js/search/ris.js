// CSL-JSON items -> RIS: "RIS Format Specifications" of Research Information Systems (2001), with the types of its 2011 edition.
// A tag of two signs, two spaces, a hyphen, a space, the value on one line; lines end with CR LF.
(function (scope) {
  "use strict";

  const { clean, keywordsOf } = scope.izdeuCite;
  const TYPES = { "article-journal": "JOUR", "paper-conference": "CPAPER", chapter: "CHAP", thesis: "THES", report: "RPRT", webpage: "ELEC" };

  function ris(items) {
    return items.map((item) => lines(item).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("")).join("\r\n");
  }

  function lines(item) {
    const [first, last] = String(item.page || "").split(/[-–—](.*)/);
    const rows = [
      ["TI", item.title],
      ...(item.author || []).map((author) => ["AU", name(author)]),
      ["PY", date(item, 1)],
      ["DA", date(item, 3)],
      ["T2", item["container-title"]],
      ["VL", item.volume],
      ["IS", item.issue],
      ["SP", first],
      ["EP", last],
      ["PB", item.publisher],
      ["SN", item.ISSN || item.ISBN],
      ["DO", item.DOI],
      ["UR", item.URL],
      ["LA", item.language],
      ...keywordsOf(item).map((keyword) => ["KW", keyword]),
      ["AB", item.abstract],
      ["N1", item.status],
      ["ID", item.id],
    ];
    const known = rows.map(([tag, value]) => [tag, clean(value)]).filter(([, value]) => value !== "");
    return [["TY", TYPES[item.type] || "GEN"], ...known, ["ER", ""]];
  }

  function name({ family = "", given = "", literal = "" }) {
    return given ? `${family}, ${given}` : family || literal;
  }

  /* YYYY, or YYYY/MM/DD as far as it is known beyond the year. */
  function date({ issued = {} }, parts) {
    const [year, ...rest] = (issued["date-parts"] || [[]])[0];
    if (parts === 1) return year;
    return rest.length ? [year, ...rest.map((part) => String(part).padStart(2, "0"))].join("/") : "";
  }

  scope.izdeuCite.formats.ris = ris;
})(window);
