// How a concordance gets the text files, thousands of them: each is read once and not kept. A script's source stays until the browser
// collects old objects, and so do the element and all that loaded it; what is fetched goes at once. From a folder nothing can be fetched.
(function (scope) {
  "use strict";

  const { home, dataIn, loadOnce } = scope.izdeuFiles;

  let mayFetch = location.protocol.startsWith("http") && home.startsWith(`${location.origin}/`);

  /** The data of the text file `name`; rejects when it cannot be had. */
  function loadText(name) {
    return mayFetch ? fetched(name).catch(() => instead(name)) : loadOnce(name);
  }

  async function fetched(name) {
    const answer = await fetch(`${home}${name}.js`);
    if (!answer.ok) throw new Error(name);
    return dataIn(await answer.text());
  }

  /** Where a file can be had as a script alone, as some policies of sites demand, none is fetched after it. */
  async function instead(name) {
    const data = await loadOnce(name);
    mayFetch = false;
    return data;
  }

  scope.izdeuLineFiles = { loadText };
})(window);
