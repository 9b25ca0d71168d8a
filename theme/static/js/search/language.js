// The query language as one thing: what the core asks of it (search/ask.js).
(function (scope) {
  "use strict";

  scope.izdeuLanguage = { ...scope.izdeuPlan, ...scope.izdeuClauses, ...scope.izdeuPhrases };
})(window);
