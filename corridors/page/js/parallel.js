/* Corridors that run on the same line are drawn side by side. All lengths are pixels. */

const STEP = 4;
/** Lines nearer than this, and nearly parallel, count as one. */
const CELL = 5;
const ALIKE = Math.cos(0.4);
/** Room from the middle of one line to that of the next. */
const GAP = 5;
/** Companies shorter than this many steps, such as crossings, are let be. */
const SHORTEST = 9;
/** Over how many steps to each side a line swings out. */
const EASE = 6;

/**
 * Move runs apart where corridors share them, in steps.
 * @param {{order: number, runs: number[][]}[]} drawn `order` tells corridors apart and sorts them across the bundle;
 *   the moved runs take the place of the others
 */
export function* spreadSteps(drawn) {
  if (new Set(drawn.map(({ order }) => order)).size < 2) return;
  const sampled = [];
  const cells = new Map();
  for (const item of drawn) {
    item.runs.forEach((run, index) => sampled.push({ item, index, points: samples(run) }));
  }
  for (const { item, points } of sampled) for (const point of points) register(cells, item.order, point);
  yield;
  let count = 0;
  for (const { item, index, points } of sampled) {
    const offsets = eased(lasting(points.map((point) => offsetAt(cells, item.order, point))));
    if (offsets.some((offset) => offset !== 0)) item.runs[index] = moved(points, offsets);
    count += points.length;
    if (count > 1500) {
      count = 0;
      yield;
    }
  }
}

/** Points every STEP pixels, the ends included, with the direction there. */
function samples(run) {
  const points = [];
  let left = 0;
  for (let i = 2; i < run.length; i += 2) {
    const [x0, y0] = [run[i - 2], run[i - 1]];
    const length = Math.hypot(run[i] - x0, run[i + 1] - y0);
    if (length === 0) continue;
    const [dx, dy] = [(run[i] - x0) / length, (run[i + 1] - y0) / length];
    for (; left <= length; left += STEP) points.push({ x: x0 + dx * left, y: y0 + dy * left, dx, dy });
    left -= length;
  }
  const last = points[points.length - 1];
  if (last) points.push({ ...last, x: run[run.length - 2], y: run[run.length - 1] });
  return points;
}

const keyOf = (i, j) => (i + 4096) * 32768 + j + 4096;

/** Note the first passage of a corridor through a cell. */
function register(cells, order, { x, y, dx, dy }) {
  const key = keyOf(Math.floor(x / CELL), Math.floor(y / CELL));
  const there = cells.get(key);
  if (there === undefined) cells.set(key, [{ order, dx, dy }]);
  else if (there.every((other) => other.order !== order || Math.abs(other.dx * dx + other.dy * dy) < ALIKE)) there.push({ order, dx, dy });
}

/** How far to the right of its own direction a corridor is to move at a point. */
function offsetAt(cells, order, { x, y, dx, dy }) {
  const company = new Map();
  const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (const other of cells.get(keyOf(i, j)) ?? []) {
        const along = other.dx * dx + other.dy * dy;
        if (!company.has(other.order) && Math.abs(along) > ALIKE) company.set(other.order, Math.sign(along));
      }
    }
  }
  if (company.size < 2) return 0;
  const orders = [...company.keys()].sort((a, b) => a - b);
  const way = orders[0] === order ? 1 : company.get(orders[0]);
  return way * (orders.indexOf(order) - (orders.length - 1) / 2) * GAP;
}

/** Offsets without those that last for a short stretch only. */
function lasting(offsets) {
  const out = [...offsets];
  let start = 0;
  for (let i = 1; i <= offsets.length; i += 1) {
    if (i < offsets.length && (offsets[i] === 0) === (offsets[start] === 0)) continue;
    const isWhole = start === 0 && i === offsets.length;
    if (offsets[start] !== 0 && i - start < SHORTEST && !isWhole) out.fill(0, start, i);
    start = i;
  }
  return out;
}

/** Offsets that swing from one value to the next. */
function eased(offsets) {
  const sums = [0];
  for (const offset of offsets) sums.push(sums[sums.length - 1] + offset);
  return offsets.map((_, i) => {
    const [from, to] = [Math.max(0, i - EASE), Math.min(offsets.length, i + EASE + 1)];
    return (sums[to] - sums[from]) / (to - from);
  });
}

/** The run through points, moved sideways. The direction is taken over some steps, so that bends stay smooth. */
function moved(points, offsets) {
  return points.flatMap(({ x, y }, i) => {
    const [a, b] = [points[Math.max(0, i - 3)], points[Math.min(points.length - 1, i + 3)]];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return [x - ((b.y - a.y) / length) * offsets[i], y + ((b.x - a.x) / length) * offsets[i]];
  });
}
