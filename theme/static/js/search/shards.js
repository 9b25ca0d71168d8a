// The search files: each is a classic script that calls `izdeu.put(name, data)`, since a page opened from a folder
// may load scripts but may not fetch. Every file is loaded once, and asked for a second time when the first try fails.
(function (scope) {
  "use strict";

  const RADIX = 36;
  const home = new URL(".", document.currentScript.src).href;
  const files = new Map(); // name -> promise of its data
  const arrived = new Map(); // name -> data, from the script's run to its load event

  function put(name, data) {
    arrived.set(name, data);
  }

  /** The data of the search file `name`; rejects with the name when it cannot be had. */
  function load(name) {
    if (!files.has(name)) {
      const file = fetchScript(name).catch(() => fetchScript(name, "?again"));
      files.set(name, file);
      file.catch(() => files.delete(name)); // so that a later question may try again
    }
    return files.get(name);
  }

  /** The file as the server has it now, whatever the browser remembers. */
  function loadFresh(name) {
    const file = fetchScript(name, `?${Date.now()}`);
    file.then(() => files.set(name, file), () => files.delete(name));
    return file;
  }

  function fetchScript(name, suffix = "") {
    return addScript(`${home}${name}.js${suffix}`).then(() => {
      if (!arrived.has(name)) throw new Error(name);
      const data = arrived.get(name);
      arrived.delete(name);
      return data;
    });
  }

  function addScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  let lunrScript = null;

  /** lunr itself, loaded when the search is first used. */
  function loadLunr() {
    if (!lunrScript) {
      lunrScript = addScript(`${home}lunr.js`).then(() => scope.lunr);
      lunrScript.catch(() => { lunrScript = null; });
    }
    return lunrScript;
  }

  /** Terms as they are written in the files: the number of shared letters, then the rest. */
  function frontDecoded(coded) {
    const terms = [];
    let before = "";
    if (coded === "") return terms;
    for (const row of coded.split("\n")) {
      before = before.slice(0, parseInt(row[0], RADIX)) + row.slice(1);
      terms.push(before);
    }
    return terms;
  }

  /** Names of the term files that may hold keys from `first` on, up to and with those that begin with `prefix`. */
  function termFiles(ranges, key, asPrefix) {
    const names = [];
    for (let i = 0; i < ranges.length; i += 1) {
      const [first, name] = ranges[i];
      const next = i + 1 < ranges.length ? ranges[i + 1][0] : null;
      const begins = i === 0 || first <= key || (asPrefix && first.startsWith(key));
      if (begins && (next === null || next > key)) names.push(name);
    }
    return names;
  }

  /** Entries in the order of their keys; an alias has a `target`. Postings stay packed until they are needed. */
  function readTerms(shard, fold) {
    const endings = (set) => (set < 0 ? [] : shard.endings[set].split(" "));
    const terms = frontDecoded(shard.terms).map((term, i) => ({
      term,
      key: fold(term),
      flags: shard.flags[i],
      stem: shard.stems[i],
      endings: endings(shard.sets[i]),
      target: "",
      packed: shard.postings[i],
    }));
    const aliases = shard.aliases.map(([term, flags, stem, set, target]) =>
      ({ term, key: fold(term), flags, stem, endings: endings(set), target, packed: [] }));
    return [...terms, ...aliases].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  }

  /** [{document, counts, passages}], in the order of document numbers. */
  function unpack(packed, fieldCount) {
    const postings = [];
    let document = 0;
    for (let at = 0; at < packed.length;) {
      document += packed[at];
      const counts = packed.slice(at + 1, at + 1 + fieldCount);
      const passages = [];
      let passage = 0;
      const first = at + 2 + fieldCount;
      const end = first + packed[first - 1];
      for (let i = first; i < end; i += 1) passages.push(passage += packed[i]);
      postings.push({ document, counts, passages });
      at = end;
    }
    return postings;
  }

  /** Let the data of a file go: whoever needed it has kept what it needs. */
  function forget(name) {
    files.delete(name);
  }

  scope.izdeu = { put };
  scope.izdeuShards = { load, loadFresh, loadLunr, forget, frontDecoded, termFiles, readTerms, unpack };
})(window);
