/* The name of each corridor, written along its own line where the line runs straight enough. */

import { SANS } from "./fonts.js";
import { runsInView } from "./strokes.js";

const STEP = 4;
const GAP = 12;
/** How far the direction may turn within a caption, in radians. */
const MOST_BEND = 0.5;

/** Write the corridors' names along their lines, and that of the route they are compared with; in steps. */
export function* captionSteps(ctx, view, { model, theme, chosen }, space) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const shapes = model.shapes(view.projection);
  for (const corridor of model.payload.corridors) {
    if (model.isBehind(corridor.id, chosen.corridor)) continue;
    const own = shapes.ways.get(corridor.id).filter(({ points }) => points.length > 2);
    ctx.font = `600 12px ${SANS}`;
    write(ctx, view, corridor.name, own, theme.text.get(corridor.id), theme.halo, space);
    for (const baseline of corridor.baselines) {
      const key = `${corridor.id}/${baseline.id}`;
      if (key !== chosen.baseline) continue;
      ctx.font = `italic 11.5px ${SANS}`;
      write(ctx, view, baseline.name, shapes.baselines.get(key), theme.muted, theme.halo, space);
    }
    yield;
  }
}

function write(ctx, view, text, shapes, ink, halo, space) {
  const letters = [...text].map((letter) => ({ letter, width: ctx.measureText(letter).width + 0.6 }));
  for (const run of longRuns(shapes, view)) {
    const spot = findSpot(run, letters, view, space);
    if (spot === null) continue;
    writeAlong(ctx, spot, ink, halo);
    for (const { x, y } of spot) space.take([x - 6, y - 6, x + 6, y + 6]);
    return;
  }
}

/** The runs of shapes as evenly spaced points, the longest first. */
function longRuns(shapes, view) {
  return shapes
    .flatMap(({ points, box }) => view.copies.filter((c) => view.shows(box, c)).flatMap((c) => runsInView(points, view, c, 0)))
    .map(toPoints)
    .map(evenly)
    .filter((run) => run.length > 24)
    .sort((a, b) => b.length - a.length)
    .slice(0, 8);
}

function toPoints(run) {
  return Array.from({ length: run.length / 2 }, (_, i) => ({ x: run[2 * i], y: run[2 * i + 1] }));
}

/** Points every STEP pixels along a line of points. */
function evenly(points) {
  const out = [];
  let left = 0;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length === 0) continue;
    for (; left <= length; left += STEP) {
      out.push({ x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length });
    }
    left -= length;
  }
  return out;
}

/** The straightest stretch where the letters lie free, the nearer to the middle of the run the better. */
function findSpot(run, letters, view, space) {
  const total = letters.reduce((sum, { width }) => sum + width, 0);
  const needed = Math.ceil(total / STEP) + 3;
  const stretches = [];
  for (let start = 0; start + needed <= run.length; start += 3) {
    const stretch = run.slice(start, start + needed);
    const bend = bendOf(stretch);
    const away = Math.abs(start + needed / 2 - run.length / 2) / run.length;
    if (bend < MOST_BEND) stretches.push({ stretch, cost: bend + away * 0.4 });
  }
  for (const { stretch } of stretches.sort((a, b) => a.cost - b.cost)) {
    for (const side of [-1, 1]) {
      const spot = lay(stretch, letters, total, side);
      if (spot !== null && spot.every(({ x, y }) => isOpen(x, y, view, space))) return spot;
    }
  }
  return null;
}

/** How far a stretch turns away from its own chord, in radians. */
function bendOf(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  const chord = Math.atan2(last.y - first.y, last.x - first.x);
  let most = 0;
  for (let i = 3; i < points.length; i += 3) {
    const [a, b] = [points[i - 3], points[i]];
    most = Math.max(most, Math.abs(turn(Math.atan2(b.y - a.y, b.x - a.x), chord)));
  }
  return most;
}

/** The direction of the line about a point, over a stretch long enough that letters do not jitter. */
function direction(points, index) {
  const a = points[Math.max(0, index - 6)];
  const b = points[Math.min(points.length - 1, index + 6)];
  return Math.atan2(b.y - a.y, b.x - a.x);
}

function turn(a, b) {
  return Math.atan2(Math.sin(a - b), Math.cos(a - b));
}

function isOpen(x, y, view, space) {
  const [left, top, right, bottom] = view.frame ?? [0, 0, view.width, view.height];
  if (x < left + 8 || y < top + 8 || x > right - 8 || y > bottom - 8) return false;
  const box = [x - 5, y - 6, x + 5, y + 6];
  return space.isFree(box) && space.crossings(box) === 0;
}

/** Put the letters on a line beside the stretch, the right way up. */
function lay(stretch, letters, total, side) {
  const upright = stretch[stretch.length - 1].x >= stretch[0].x ? stretch : [...stretch].reverse();
  const beside = evenly(upright.map((point, i) => {
    const angle = direction(upright, i);
    return { x: point.x - Math.sin(angle) * GAP * side, y: point.y + Math.cos(angle) * GAP * side };
  }));
  let along = (beside.length * STEP - total) / 2;
  if (along < 0) return null;
  return letters.map(({ letter, width }) => {
    const at = (along + width / 2) / STEP;
    along += width;
    const [a, b] = [beside[Math.floor(at)], beside[Math.min(beside.length - 1, Math.floor(at) + 1)]];
    const share = at - Math.floor(at);
    return { letter, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, angle: direction(beside, Math.round(at)) };
  });
}

function writeAlong(ctx, spot, ink, halo) {
  for (const pass of ["halo", "ink"]) {
    for (const { letter, x, y, angle } of spot) {
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(angle);
      if (pass === "halo") {
        ctx.lineWidth = 3.5;
        ctx.lineJoin = "round";
        ctx.strokeStyle = halo;
        ctx.strokeText(letter, 0, 0);
      } else {
        ctx.fillStyle = ink;
        ctx.fillText(letter, 0, 0);
      }
      ctx.restore();
    }
  }
}
