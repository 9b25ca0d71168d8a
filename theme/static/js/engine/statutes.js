/* Articles of laws and abbreviations of codes: one term in all three languages. Twin: plugins/languages/statutes.py. */
(function (engine) {
  "use strict";

  const prepared = new Map(); // tables -> the same, ready for use

  function tableOf({ statutes }) {
    if (!prepared.has(statutes)) {
      const { mark, number, noun, before, ordinal, after, codes, parts, and, gap, list, names } = statutes;
      const set = (row) => new Set(row.split(" "));
      prepared.set(statutes, {
        mark,
        number: new RegExp(`^(?:${number})$`),
        gap: new RegExp(`^(?:${gap})$`),
        list: new RegExp(`^(?:${list})$`),
        noun,
        before: set(before),
        ordinal: new RegExp(`^(?:${ordinal})$`),
        after: set(after),
        codes: set(codes),
        parts: set(`${parts} ${before}`),
        and: set(and),
        names: new Map(names.split(";").map((row) => row.split(" ")).flatMap(([term, ...forms]) => forms.map((form) => [form, mark + term]))),
      });
    }
    return prepared.get(statutes);
  }

  /* [{first, last, term}]: the articles that `text` names; `found` are its words, `first` and `last` ranks among them. */
  function statutes(text, found, tables) {
    const table = tableOf(tables);
    const forms = found.map((word) => engine.normal(word.text, tables));
    const result = [];

    /* The Kazakh noun, in any form. */
    function isArticle(form) {
      const { noun } = table;
      return form.slice(0, 2) === noun.slice(0, 2)
        && engine.kazakhCandidates(form, tables).some(({ stem, kind }) => stem === noun && kind === tables.flags.kk_noun);
    }

    function add(first, last, number) {
      const ends = number.split("-");
      const isRange = ends.length === 2 && Number(ends[0]) < Number(ends[1]);
      for (const end of isRange ? ends : [number]) result.push({ first, last, term: table.mark + end });
    }

    function stands(rank, beside, gap) {
      if (!(rank in forms) || !table.number.test(forms[rank])) return false;
      const [first, last] = rank < beside ? [rank, beside] : [beside, rank];
      return gap.test(text.slice(found[first].end, found[last].start));
    }

    /* The number of an ordinal just before the noun at `rank`; "" where there is none. */
    function ordinalBefore(rank, form) {
      if (rank < 1 || !(table.after.has(form) || isArticle(form))) return "";
      const ordinal = table.ordinal.exec(forms[rank - 1]);
      return ordinal && table.gap.test(text.slice(found[rank - 1].end, found[rank].start)) ? ordinal[1] : "";
    }

    /* Is this a number just before the name of a code, and not that of another part of it? */
    function isBeforeCode(rank, form) {
      return table.number.test(form) && table.codes.has(forms[rank + 1]) && !(rank && table.parts.has(forms[rank - 1]))
        && table.gap.test(text.slice(found[rank].end, found[rank + 1].start));
    }

    function addListed(from, step) {
      const over = table.and.has(forms[from + step]) ? step : 0;
      const rank = from + step + over;
      if (!stands(rank, from + over, table.list)) return;
      add(rank, rank, forms[rank]);
      addListed(rank, step);
    }

    forms.forEach((form, rank) => {
      const cut = form.lastIndexOf("-");
      if (cut > 0 && table.number.test(form.slice(0, cut)) && isArticle(form.slice(cut + 1))) {
        add(rank, rank, form.slice(0, cut));
        addListed(rank, -1);
      } else if (stands(rank - 1, rank, table.gap) && isArticle(form)) {
        add(rank - 1, rank, forms[rank - 1]);
        addListed(rank - 1, -1);
      } else if (table.before.has(form) && stands(rank + 1, rank, table.gap)) {
        add(rank, rank + 1, forms[rank + 1]);
        addListed(rank + 1, 1);
      } else if (ordinalBefore(rank, form)) {
        add(rank - 1, rank, ordinalBefore(rank, form));
      } else if (result.every(({ last }) => last < rank) && isBeforeCode(rank, form)) {
        add(rank, rank, form);
        addListed(rank, -1);
      }
    });
    return result;
  }

  /* The term of an abbreviation, typed in any case, with or without its ending; "" for any other word. */
  function nameTerm(normal, tables) {
    const { names } = tableOf(tables);
    return names.get(normal) || names.get(normal.split("-")[0]) || "";
  }

  /* The abbreviations whose terms are among `terms` (a Set). */
  function nameForms(terms, tables) {
    return Array.from(tableOf(tables).names).filter(([, term]) => terms.has(term)).map(([form]) => form);
  }

  Object.assign(engine, { statutes, nameTerm, nameForms });
})((globalThis.izdeuEngine = globalThis.izdeuEngine || {}));
