// The start of every question: the manifest with its store of terms, and the numbers of the documents.
(function (scope) {
  "use strict";

  const { load, loadLunr, frontDecoded } = scope.izdeuShards;
  const { termStore } = scope.izdeuStore;
  const FORMAT = 1; // of the search files, as in plugins/lunr_search/shards.py

  let opened = null;

  /** {manifest, store}: the start of every question. */
  function openIndex() {
    if (!opened) {
      opened = load("manifest").then((manifest) => {
        if (manifest.format !== FORMAT) throw new Error(`search files of format ${manifest.format}`);
        return { manifest, store: termStore(manifest) };
      });
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  let documentsFile = null;

  /** {ids, lengths}: by document number. */
  function loadDocuments(manifest) {
    if (!documentsFile) {
      documentsFile = load(manifest.documents).then((data) => ({ ...data, ids: frontDecoded(data.ids) }));
      documentsFile.catch(() => { documentsFile = null; });
    }
    return documentsFile;
  }

  /** [lunr, documents], with whatever else is being loaded. */
  async function loadBeside(manifest, ...others) {
    const [lunr, documents] = await Promise.all([loadLunr(), loadDocuments(manifest), ...others]);
    return [lunr, documents];
  }

  /** A sentence for the reader, in the language of the page. */
  function message(key) {
    const lang = document.documentElement.lang.slice(0, 2);
    return (scope.izdeuMessages[lang] || Object.values(scope.izdeuMessages)[0])[key];
  }

  scope.izdeuOpened = { openIndex, loadBeside, message };
})(window);
