/* The name of each corridor, written along its own line where the line runs straight enough. */

import { SANS } from "./fonts.js";
import { runsInView } from "./strokes.js";

const STEP = 4;
const GAP = 11;
/** How far the direction may turn within a caption, in radians. */
const MOST_BEND = 0.9;

/** Write the corridors' names along their lines. */
export function drawCaptions(ctx, view, { model, theme, chosen }, space) {
  ctx.font = `600 12px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const corridor of model.payload.corridors) {
    if (chosen.corridor !== null && chosen.corridor !== corridor.id) continue;
    const letters = measure(ctx, corridor.name);
    for (const run of longRuns(model, view, corridor)) {
      const spot = findSpot(run, letters, view, space);
      if (spot === null) continue;
      writeAlong(ctx, letters, spot, theme.text.get(corridor.id), theme.halo);
      for (const { x, y } of spot) space.take([x - 6, y - 6, x + 6, y + 6]);
      break;
    }
  }
}

function measure(ctx, text) {
  return [...text].map((letter) => ({ letter, width: ctx.measureText(letter).width + 0.6 }));
}

/** A corridor's runs as evenly spaced points, the longest first. */
function longRuns(model, view, corridor) {
  const strokes = model.shapes(view.projection).strokes.filter(({ stroke }) => stroke.corridor === corridor.id);
  return strokes
    .flatMap(({ points, box }) => view.copies.filter((c) => view.shows(box, c)).flatMap((c) => runsInView(points, view, c, 0)))
    .map(evenly)
    .filter((run) => run.length > 24)
    .sort((a, b) => b.length - a.length)
    .slice(0, 8);
}

function evenly(run) {
  const out = [];
  let left = 0;
  for (let i = 2; i < run.length; i += 2) {
    const [x0, y0, x1, y1] = [run[i - 2], run[i - 1], run[i], run[i + 1]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    while (left <= length && length > 0) {
      out.push({ x: x0 + ((x1 - x0) * left) / length, y: y0 + ((y1 - y0) * left) / length, angle: Math.atan2(y1 - y0, x1 - x0) });
      left += STEP;
    }
    left -= length;
  }
  return out;
}

/** The first stretch, from the middle outwards, that is straight and free; letters get their places. */
function findSpot(run, letters, view, space) {
  const total = letters.reduce((sum, { width }) => sum + width, 0);
  const needed = Math.ceil(total / STEP) + 2;
  if (run.length < needed) return null;
  const middle = Math.floor((run.length - needed) / 2);
  for (let away = 0; away <= middle; away += 6) {
    for (const start of away === 0 ? [middle] : [middle - away, middle + away]) {
      for (const side of [-1, 1]) {
        const spot = lay(run, letters, start, side);
        if (spot !== null && spot.every(({ x, y }) => isOpen(x, y, view, space))) return spot;
      }
    }
  }
  return null;
}

function isOpen(x, y, view, space) {
  if (x < 8 || y < 8 || x > view.width - 8 || y > view.height - 8) return false;
  const box = [x - 5, y - 6, x + 5, y + 6];
  return space.isFree(box) && space.crossings(box) === 0;
}

function lay(run, letters, start, side) {
  const total = letters.reduce((sum, { width }) => sum + width, 0);
  const last = Math.min(run.length - 1, start + Math.ceil(total / STEP));
  const forward = run[last].x >= run[start].x;
  const turned = forward ? 0 : Math.PI;
  const angles = run.slice(start, last + 1).map((p) => p.angle);
  const first = angles[0];
  if (angles.some((a) => Math.abs(turn(a, first)) > MOST_BEND)) return null;
  let along = 0;
  return letters.map(({ letter, width }) => {
    const position = (along + width / 2) / STEP;
    along += width;
    const index = forward ? start + position : last - position;
    const at = run[Math.max(0, Math.min(run.length - 1, Math.round(index)))];
    const angle = smooth(run, Math.round(index)) + turned;
    return { letter, x: at.x - Math.sin(angle) * GAP * side, y: at.y + Math.cos(angle) * GAP * side, angle };
  });
}

/** The direction over a stretch, so that letters do not jitter. */
function smooth(run, index) {
  const a = run[Math.max(0, index - 6)];
  const b = run[Math.min(run.length - 1, index + 6)];
  return Math.atan2(b.y - a.y, b.x - a.x);
}

function turn(a, b) {
  return Math.atan2(Math.sin(a - b), Math.cos(a - b));
}

function writeAlong(ctx, letters, spot, ink, halo) {
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
