// All passages of one article that a question finds: what a result unfolds to; and the best of them, wherever they stand in it.
(function (scope) {
  "use strict";

  const { openIndex, loadIds } = scope.izdeuOpened;
  const { ranked } = scope.izdeuAsk;
  const { weightsOf, loadPiece, eachPassage } = scope.izdeuHits;
  const { bestPassages, firstOfEach, pieceOf } = scope.izdeuPassages;
  const { firstTold } = scope.izdeuRepeats;

  /** The passages of the article `id`, in the order of the text, as `izdeu.search` gives them; [] where it is no hit. */
  function passages(question, options, id) {
    return ofHit({ question, options, id }, allOf);
  }

  /** The best of them: those that `izdeu.search` gives, which stand in one piece of the text, and behind them those of other pieces. */
  function best(question, options, id) {
    return ofHit({ question, options, id }, bestOf);
  }

  async function ofHit({ question, options, id }, tell) {
    const index = await openIndex();
    const [found, ids] = await Promise.all([ranked(String(question), options, index), loadIds(index)]);
    const checked = found.state ? found.state.hits : found.hits; // of a plan those that were shown
    const hit = checked.find(({ document }) => ids[document] === id);
    return hit ? tell(hit, { ...found, question, options, limits: index.manifest.ranking.limits }) : [];
  }

  async function allOf(hit, context) {
    const numbers = Array.from(weightsOf(hit, context).keys()).sort((a, b) => a - b);
    return Array.from(described(numbers, await loadPieces(hit, numbers, context), context));
  }

  async function bestOf(hit, context) {
    const most = context.limits.passages;
    const { ranked: every, piece } = bestPassages(weightsOf(hit, context), most);
    const isFirst = (passage) => pieceOf(passage) === piece;
    const numbers = [...every.filter(isFirst), ...every.filter((passage) => !isFirst(passage)).slice(0, most)];
    const articles = await loadPieces(hit, numbers, context);
    const groups = Array.from(articles.values()).flatMap((article) => (article && article.repeats) || []);
    return firstTold(described(firstOfEach(numbers, groups), articles, context), most, context.manifest);
  }

  /** Piece -> what stands there, of the pieces that hold these passages. */
  async function loadPieces(hit, numbers, context) {
    const pieces = Array.from(new Set(numbers.map(pieceOf)));
    return new Map(await Promise.all(pieces.map(async (piece) => [piece, await loadPiece(hit.document, piece, context)])));
  }

  function* described(numbers, articles, context) {
    for (const passage of numbers) {
      const article = articles.get(pieceOf(passage));
      if (article) yield* eachPassage([passage], article, context);
    }
  }

  scope.izdeuAll = { passages, best };
})(window);
