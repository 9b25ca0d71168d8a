// All passages of one article that a question finds: what a result unfolds to.
(function (scope) {
  "use strict";

  const { openIndex, loadIds } = scope.izdeuOpened;
  const { ranked } = scope.izdeuAsk;
  const { weightsOf, loadPiece, eachPassage } = scope.izdeuHits;
  const { pieceOf } = scope.izdeuPassages;

  /** The passages of the article `id`, in the order of the text, as `izdeu.search` gives them; [] where it is no hit. */
  async function passages(question, options, id) {
    const index = await openIndex();
    const [found, ids] = await Promise.all([ranked(String(question), options, index), loadIds(index)]);
    const checked = found.state ? found.state.hits : found.hits; // of a plan those that were shown
    const hit = checked.find(({ document }) => ids[document] === id);
    return hit ? allOf(hit, { ...found, question, options, limits: index.manifest.ranking.limits }) : [];
  }

  async function allOf(hit, context) {
    const numbers = Array.from(weightsOf(hit, context).keys()).sort((a, b) => a - b);
    const pieces = Array.from(new Set(numbers.map(pieceOf)));
    const articles = new Map(await Promise.all(pieces.map(async (piece) => [piece, await loadPiece(hit.document, piece, context)])));
    return numbers.flatMap((passage) => {
      const article = articles.get(pieceOf(passage));
      return article ? Array.from(eachPassage([passage], article, context)) : [];
    });
  }

  scope.izdeuAll = { passages };
})(window);
