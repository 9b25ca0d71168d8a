// In the concordance page: asks for the lines of a word, puts them in other orders, saves them, scrolls through them.
// `{word, most, orders}` -> {lines, first, ms, sorts: [ms…], saved, frames: [ms…]}: milliseconds until the first and until all lines
// stand, until they stand in each of the orders, bytes of the table, milliseconds of each frame while scrolling.
async ({ word, most, orders }) => {
  const STEPS = 120; // frames of twenty rows each, then as many leaps to anywhere
  const ROWS = 20;
  const REST = 1000; // ms in which the page draws what it has found
  const grid = document.getElementById("lines");
  const state = () => document.documentElement.dataset.search;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  async function until(holds) {
    const end = performance.now() + most;
    while (!holds()) {
      if (state() === "error" || performance.now() > end) throw new Error(`no lines of ${word}: ${state()}`);
      await frame();
    }
  }

  async function sorted(order) {
    const begun = performance.now();
    const sorter = document.getElementById("sort");
    sorter.value = order;
    sorter.dispatchEvent(new Event("change"));
    await until(() => state() === "done");
    return performance.now() - begun;
  }

  /* The bytes of the table that the page saves. */
  function saved() {
    const { createObjectURL } = URL;
    const made = new Promise((resolve) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = createObjectURL;
        resolve(blob.size);
        return createObjectURL.call(URL, blob);
      };
    });
    document.getElementById("csv").click();
    return made;
  }

  async function scrolled(place) {
    const frames = [];
    let last = await frame();
    for (let step = 0; step < STEPS; step += 1) {
      grid.scrollTop = place(step);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  }

  const begun = performance.now();
  document.querySelector("input[type=search][name=q]").value = word;
  document.querySelector("form[role=search]").requestSubmit();
  await frame();
  await until(() => document.querySelector(".kwic-row") || state() === "done");
  const first = performance.now() - begun;
  await until(() => state() === "done");
  const ms = performance.now() - begun;
  const sorts = [];
  for (const order of orders) sorts.push(await sorted(order));
  const bytes = await saved();
  await new Promise((resolve) => setTimeout(resolve, REST));
  const row = document.querySelector(".kwic-row");
  const height = row ? row.getBoundingClientRect().height : 0;
  const whole = grid.scrollHeight;
  const steady = await scrolled((step) => step * ROWS * height);
  const leaps = await scrolled((step) => (step * 7919 * height) % whole);
  return { lines: Number(grid.getAttribute("aria-rowcount")) - 1, first, ms, sorts, saved: bytes, frames: [...steady, ...leaps] };
}
