// The search files: each is a classic script that calls `izdeu.put`, since a page opened from a folder may load scripts
// but may not fetch. A file is loaded once, asked for a second time when the first try fails, and let
// go when others were used since that weigh more than is kept.
(function (scope) {
  "use strict";

  const KEPT = 6e6; // bytes, about: files that were used last
  const UNIT = 2; // bytes of a UTF-16 unit
  const PLACE = 8; // bytes of anything else
  const home = new URL(".", document.currentScript.src).href;
  const files = new Map(); // name -> {data: promise, weight}, the one used last at the end
  const arrived = new Map(); // name -> data, from the script's run to its load event
  const parts = new Map(); // name -> promise
  let kept = 0;

  /** A file gives its name and data; or, under its own name, data that stand as JSON in the comment of a function that nobody runs. */
  function put(name, data) {
    if (typeof name !== "function") arrived.set(name, data);
    else arrived.set(nameOf(document.currentScript), dataIn(String(name)));
  }

  /** The data in the comment of a source. */
  function dataIn(source) {
    return JSON.parse(source.slice(source.indexOf("/*") + 2, source.lastIndexOf("*/")));
  }

  function nameOf({ src }) {
    return src.slice(home.length).split(".")[0];
  }

  /** What `read` makes of the data of the search file `name` (one file, one `read`); rejects with the name when it cannot be had. */
  function load(name, read = (data) => data) {
    const file = files.get(name) || { data: fetchTwice(name).then((data) => arrive(name, data, read)), weight: 0 };
    if (!files.has(name)) file.data.catch(() => files.delete(name)); // so that a later question may try again
    files.delete(name);
    files.set(name, file);
    return file.data;
  }

  function fetchTwice(name) {
    return fetchScript(name).catch(() => fetchScript(name, "?again"));
  }

  /** The same for whoever reads each of many files once: it is not kept. */
  function loadOnce(name) {
    return files.has(name) ? load(name) : fetchTwice(name);
  }

  /** The file as the server has it now, whatever the browser remembers. */
  function loadFresh(name) {
    return fetchScript(name, `?${Date.now()}`);
  }

  function arrive(name, data, read) {
    const result = read(data);
    const file = files.get(name);
    if (file) {
      file.weight = weigh(data) + (result.weight || 0);
      kept += file.weight;
      dropOldest();
    }
    return result;
  }

  function dropOldest() {
    for (const [name, { weight }] of files) {
      if (kept <= KEPT) return;
      if (weight) {
        kept -= weight;
        files.delete(name);
      }
    }
  }

  /** Bytes, about. */
  function weigh(data) {
    if (typeof data === "string") return UNIT * data.length;
    if (data === null || typeof data !== "object") return PLACE;
    return Object.values(data).reduce((sum, part) => sum + weigh(part), PLACE);
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
      const end = (settle) => () => {
        script.remove();
        settle(new Error(address));
      };
      script.charset = "utf-8"; // whatever the page has
      script.src = address;
      script.onload = end(resolve);
      script.onerror = end(reject);
      document.head.append(script);
    });
  }

  /** A part of the engine that not every question needs, loaded once: what its scripts define stands in `scope` then. */
  function part(name) {
    if (!parts.has(name)) {
      const address = `${home}izdeu-${name}.js`;
      parts.set(name, addScript(address).catch(() => addScript(`${address}?again`)));
      parts.get(name).catch(() => parts.delete(name)); // so that a later question may try again
    }
    return parts.get(name);
  }

  /** How many files are kept, and their weight in bytes, about. */
  function held() {
    return { files: files.size, bytes: kept };
  }

  scope.izdeu = { put };
  scope.izdeuFiles = { home, dataIn, load, loadOnce, loadFresh, part, held };
})(window);
