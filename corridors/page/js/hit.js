/* What lies under a point of the canvas. */

import { boxOf } from "./projections.js";

/** Find a badge, a place or a line within reach; lines standing back count only when nothing else is near. */
export function hitTest(found, x, y, reach = 9) {
  for (const badge of found.badges) {
    if (Math.abs(badge.x - x) <= badge.half + 2 && Math.abs(badge.y - y) <= 12) return { badge };
  }
  for (const mark of found.marks) {
    if (Math.hypot(mark.x - x, mark.y - y) <= reach) return { place: mark.place };
  }
  let best = null;
  let least = reach;
  for (const { stroke, runs, faded } of found.strokes) {
    for (const run of runs) {
      if (!isNear(run, x, y, reach)) continue;
      for (let i = 2; i < run.length; i += 2) {
        const distance = toSegment(x, y, run[i - 2], run[i - 1], run[i], run[i + 1]) + (faded ? 3 : 0);
        if (distance < least) {
          least = distance;
          best = stroke;
        }
      }
    }
  }
  return best === null ? null : { stroke: best };
}

const boxes = new WeakMap();

function isNear(run, x, y, reach) {
  if (!boxes.has(run)) boxes.set(run, boxOf(run));
  const [west, north, east, south] = boxes.get(run);
  return x > west - reach && x < east + reach && y > north - reach && y < south + reach;
}

function toSegment(x, y, x0, y0, x1, y1) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}
