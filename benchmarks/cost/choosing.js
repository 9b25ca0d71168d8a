// In a page with the engine: how long each filter, each order and the counts take, once a question has been asked.
// `{questions, sorts}` -> {name: [ms…]}, a time for each question that finds anything; values of filters are those that
// most of its articles have, as a reader clicks them. The first time of a filter also loads its column.
async ({ questions, sorts }) => {
  const times = {};

  async function timed(name, act) {
    const begun = performance.now();
    const answer = await act();
    (times[name] = times[name] || []).push(performance.now() - begun);
    return answer;
  }

  for (const question of questions) {
    await izdeu.search(question, {}); // its shards and first texts are there
    const counts = await timed("izdeu.counts", () => izdeu.counts(question, {}));
    for (const [name, values] of Object.entries(counts)) {
      if (!values.length) continue;
      const [{ value }] = [...values].sort((a, b) => b.count - a.count);
      await timed(`filter ${name}`, () => izdeu.search(question, { [name]: String(value) }));
    }
    for (const sort of sorts) await timed(`sort ${sort}`, () => izdeu.search(question, { sort }));
  }
  return times;
}
