// What stands in parts of the engine, under its public name: the part is loaded when it is first asked for.
(function (scope) {
  "use strict";

  const { part } = scope.izdeuFiles;
  const PARTS = { counts: "counts", found: "counts" };

  for (const [name, home] of Object.entries(PARTS)) {
    scope.izdeu[name] = (...given) => part(home).then(() => scope.izdeuParts[name](...given));
  }
  scope.izdeuParts = {};
})(window);
