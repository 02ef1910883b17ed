/* Work cut into pieces, so that the page answers its reader between them. */

const CRUMB = 3;

/**
 * Run a generator for `budget` milliseconds at a time.
 * @param {Generator} steps what it returns is handed to `done`
 * @param {{budget: number, wait: (go: () => void) => void, pause?: () => void, done: (value: *) => void}} how
 *   `wait` calls `go` when there is time for more; `pause` is called every few milliseconds
 * @returns {{finish: () => void, cancel: () => void, isOver: () => boolean}}
 */
export function inSlices(steps, { budget, wait, pause = () => {}, done }) {
  let over = false;
  const run = (allowed) => {
    const start = performance.now();
    let paused = start;
    for (;;) {
      if (over) return;
      const { value, done: last } = steps.next();
      const now = performance.now();
      if (last) {
        over = true;
        done(value);
      } else if (now - paused > CRUMB && allowed < Infinity) {
        pause();
        paused = performance.now();
        if (paused - start >= allowed) return;
      }
    }
  };
  const go = () => {
    if (over) return;
    run(budget);
    if (!over) wait(go);
  };
  go();
  return {
    /** Do the rest at once. */
    finish: () => run(Infinity),
    cancel: () => {
      over = true;
    },
    isOver: () => over,
  };
}

/** Run a generator to its end and return what it returns. */
export function atOnce(steps) {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}
