// CSL-JSON items -> BibTeX, as BibLaTeX 3.19 and biber read it: Unicode stays, what TeX takes for commands is escaped.
// Names and braces by the BibLaTeX manual, sections 2.1 to 2.3 and 3.2; fields of "address" kinds are verbatim there.
(function (scope) {
  "use strict";

  const { clean, keywordsOf } = scope.izdeuCite;
  const TYPES = { "article-journal": "article", "paper-conference": "inproceedings", chapter: "incollection", thesis: "thesis", report: "report" };
  const CONTAINERS = { article: "journal", inproceedings: "booktitle", incollection: "booktitle" };
  const INSTITUTIONAL = ["thesis", "report"]; // of which degree a thesis is, nobody says: so it is no phdthesis
  const LANGS = { kk: "kazakh", ru: "russian", en: "english" }; // names of babel
  const ESCAPED = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
    "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_",
  };
  const VERBATIM = { "{": "%7B", "}": "%7D", "\\": "%5C" }; // braces count there, too

  function bibtex(items) {
    const keys = new Set();
    return items.map((item) => entry(item, keyOf(item, keys))).join("\n");
  }

  /* The id, in signs that every program takes for a key; no key twice. */
  function keyOf({ id }, keys) {
    const plain = String(id).replace(/[^A-Za-z0-9:.-]+/g, "-").replace(/^-+|-+$/g, "") || "item";
    let key = plain;
    for (let n = 2; keys.has(key); n += 1) key = `${plain}-${n}`;
    keys.add(key);
    return key;
  }

  function entry(item, key) {
    const type = TYPES[item.type] || "misc";
    const [year, month, day] = ((item.issued || {})["date-parts"] || [[]])[0];
    const fields = {
      author: (item.author || []).map(name).join(" and "),
      title: text(item.title),
      [CONTAINERS[type] || "howpublished"]: text(item["container-title"]),
      year: text(year),
      month: text(month),
      day: text(day),
      volume: text(item.volume),
      number: text(item.issue),
      pages: text(item.page).replace(/(.)[-–—](?=.)/, "$1--"),
      [INSTITUTIONAL.includes(type) ? "institution" : "publisher"]: text(item.publisher),
      issn: text(item.ISSN),
      isbn: text(item.ISBN),
      doi: verbatim(item.DOI),
      url: verbatim(item.URL),
      keywords: keywordsOf(item).map((keyword) => (keyword.includes(",") ? `{${text(keyword)}}` : text(keyword))).join(", "),
      abstract: text(item.abstract),
      note: text(item.status), // retracted, say: all styles print it, those of BibTeX itself, too
      langid: LANGS[item.language] || "",
    };
    const rows = Object.entries(fields).filter(([, value]) => value !== "").map(([field, value]) => `  ${field} = {${value}},\n`);
    return `@${type}{${key},\n${rows.join("")}}\n`;
  }

  /* `Family, Given`; a name that is one piece, or would be taken for several, stands in braces. */
  function name({ family = "", given = "", literal = "" }) {
    if (!given) return `{${text(family || literal)}}`;
    return `${part(family)}, ${part(initials(given))}`;
  }

  /* `Т.Н.` is one name to TeX, which would shorten it to `Т.`. */
  function initials(given) {
    return given.replace(/\.(?=[^\s.,-])/g, ". ");
  }

  function part(words) {
    return /,|(?:^| )and(?: |$)/.test(words.toLowerCase()) ? `{${text(words)}}` : text(words);
  }

  function text(value) {
    return Array.from(clean(value), (sign) => ESCAPED[sign] || sign).join("");
  }

  function verbatim(value) {
    return Array.from(clean(value), (sign) => VERBATIM[sign] || sign).join("");
  }

  scope.izdeuCite.formats.bibtex = bibtex;
})(window);
