// In the concordance page: asks for the lines of a word; then scrolls through them.
// `{word, most}` -> {lines, ms, frames: [ms…]}: milliseconds until all lines stand, and of each frame while scrolling.
async ({ word, most }) => {
  const STEPS = 120; // frames of twenty rows each, then as many leaps to anywhere
  const ROWS = 20;
  const REST = 1000; // ms in which the page draws what it has found
  const grid = document.getElementById("lines");
  const state = () => document.documentElement.dataset.search;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  async function standing() {
    const end = performance.now() + most;
    while (state() !== "done") {
      if (state() === "error" || performance.now() > end) throw new Error(`no lines of ${word}: ${state()}`);
      await frame();
    }
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
  await standing();
  const ms = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, REST));
  const row = document.querySelector(".kwic-row");
  const height = row ? row.getBoundingClientRect().height : 0;
  const whole = grid.scrollHeight;
  const steady = await scrolled((step) => step * ROWS * height);
  const leaps = await scrolled((step) => (step * 7919 * height) % whole);
  return { lines: Number(grid.getAttribute("aria-rowcount")) - 1, ms, frames: [...steady, ...leaps] };
}
