// The start of every question: the manifest with its store of terms, and the numbers of the documents.
(function (scope) {
  "use strict";

  const { load, loadFresh, loadLunr, frontDecoded } = scope.izdeuShards;
  const { termStore } = scope.izdeuStore;
  const FORMAT = 1; // of the search files, as in plugins/lunr_search/shards.py

  let opened = null;

  /** {manifest, store, documents}: everything a question needs of one publication; `documents` is a promise. */
  function openIndex() {
    if (!opened) {
      opened = load("manifest").then(begin);
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  function begin(manifest) {
    if (manifest.format !== FORMAT) throw new Error(`search files of format ${manifest.format}`);
    return { manifest, store: termStore(manifest), documents: null };
  }

  /** True when the site was published anew since this page was opened: then the old files may be gone. */
  async function reopenIndex(before) {
    const manifest = await loadFresh("manifest").catch(() => before);
    if (manifest.digest === before.digest) return false;
    opened = Promise.resolve(manifest).then(begin);
    return true;
  }

  /** {ids, number, lengths}: ids by document number, numbers by id, lengths by field and number. */
  function loadDocuments(index) {
    if (!index.documents) {
      index.documents = load(index.manifest.documents).then((data) => {
        const ids = frontDecoded(data.ids);
        return { ids, number: new Map(ids.map((id, i) => [id, i])), lengths: data.lengths };
      });
      index.documents.catch(() => { index.documents = null; });
    }
    return index.documents;
  }

  /** [lunr, documents], while whatever else is needed is being loaded. */
  async function loadBeside(index, ...others) {
    const [lunr, documents] = await Promise.all([loadLunr(), loadDocuments(index), ...others]);
    return [lunr, documents];
  }

  /** A sentence for the reader, in the language of the page. */
  function message(key) {
    const lang = document.documentElement.lang.slice(0, 2);
    return (scope.izdeuMessages[lang] || Object.values(scope.izdeuMessages)[0])[key];
  }

  scope.izdeuOpened = { openIndex, reopenIndex, loadBeside, message };
})(window);
