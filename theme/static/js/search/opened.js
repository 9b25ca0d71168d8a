// The start of every question: the manifest with what finds its term shards, and what is known of each document.
(function (scope) {
  "use strict";

  const { load, loadFresh } = scope.izdeuFiles;
  const { rangeFinder } = scope.izdeuRanges;
  const { decode } = scope.izdeuNumbers;
  const FORMAT = 5; // of the search files, as in docs/search-format.md

  let opened = null;

  /** {manifest, finder, documents}: everything a question needs of one publication; `documents` is a promise, or null. */
  function openIndex() {
    if (!opened) {
      opened = load("manifest").then(begin);
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  function begin(manifest) {
    if (manifest.format !== FORMAT) throw new Error(`search files of format ${manifest.format}`);
    return { manifest, finder: rangeFinder(manifest), documents: null };
  }

  /** True when the site was published anew since this page was opened: then the old files may be gone. */
  async function reopenIndex(before) {
    const manifest = await loadFresh("manifest").catch(() => before);
    if (manifest.digest === before.digest) return false;
    opened = Promise.resolve(manifest).then(begin);
    return true;
  }

  /** {lengths, versions}: lengths by field and document number; four characters of `versions` for each document. */
  function loadDocuments(index) {
    if (!index.documents) {
      const { documents, digits } = index.manifest;
      index.documents = load(documents).then(({ lengths, versions }) =>
        ({ lengths: lengths.map((row) => Uint32Array.from(decode(row, digits))), versions }));
      index.documents.catch(() => { index.documents = null; });
    }
    return index.documents;
  }

  /** The articles' ids by document number; "" where an article is no more. */
  function loadIds({ manifest }) {
    return load(manifest.ids);
  }

  /** A sentence for the reader, in the language of the page. */
  function message(key) {
    const lang = document.documentElement.lang.slice(0, 2);
    return (scope.izdeuMessages[lang] || Object.values(scope.izdeuMessages)[0])[key];
  }

  /** Load the manifest before anybody asks; whoever asks will hear if it cannot be had. */
  function open() {
    return openIndex().then(() => {}, () => {});
  }

  Object.assign(scope.izdeu, { open });
  scope.izdeuOpened = { openIndex, reopenIndex, loadDocuments, loadIds, message };
})(window);
