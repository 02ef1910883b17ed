/* The ground: sea, land, coast and graticule. */

import { POLAR_EDGE, POLAR_RADIUS } from "./projections.js";

const ANTARCTIC = -80;
/** Rings smaller than this, in pixels, are left out. */
const SPECK = 0.8;

/** Draw sea, land and graticule in steps; `theme` holds the colours. */
export function* groundSteps(ctx, view, model, theme) {
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, view.width, view.height);
  ctx.save();
  if (view.projection.id === "polar") clipToDisc(ctx, view);
  ctx.fillStyle = theme.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  drawGraticule(ctx, view, theme);
  yield;
  drawLand(ctx, view, model, theme);
  ctx.restore();
  if (view.projection.id === "polar") outlineDisc(ctx, view, theme);
}

function disc(ctx, view) {
  ctx.beginPath();
  ctx.arc(0.5 * view.scale - view.left, 0.5 * view.scale - view.top, POLAR_RADIUS * view.scale, 0, 2 * Math.PI);
}

/** Keep what is drawn next inside the polar disc. */
export function clipToDisc(ctx, view) {
  disc(ctx, view);
  ctx.clip();
}

function outlineDisc(ctx, view, theme) {
  disc(ctx, view);
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.coast;
  ctx.stroke();
}

function drawLand(ctx, view, model, theme) {
  const coast = new Path2D();
  const seamed = new Path2D();
  for (const { points, box, south } of model.shapes(view.projection).land) {
    if (!view.projection.repeats && south < ANTARCTIC) continue;
    for (const copy of view.copies) {
      if (view.shows(box, copy) && isVisible(box, view.scale)) addRing(south < ANTARCTIC ? seamed : coast, points, view, copy);
    }
  }
  ctx.fillStyle = theme.land;
  ctx.fill(seamed);
  ctx.fill(coast);
  ctx.lineWidth = 0.6;
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.coast;
  ctx.stroke(coast);
}

/** Whether a ring is larger than a speck at this scale. */
function isVisible([west, north, east, south], scale) {
  return Math.max(east - west, south - north) * scale > SPECK;
}

/**
 * Add a ring, leaving out points that would fall on the same pixel. It is closed by a line: closePath on a long
 * Path2D takes time in proportion to all that is in it.
 */
function addRing(path, points, view, copy) {
  const { scale, left, top } = view;
  let lastX = points[0] * scale + copy * scale - left;
  let lastY = points[1] * scale - top;
  const [firstX, firstY] = [lastX, lastY];
  path.moveTo(firstX, firstY);
  for (let i = 2; i < points.length; i += 2) {
    const x = (points[i] + copy) * scale - left;
    const y = points[i + 1] * scale - top;
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.9) continue;
    path.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
  path.lineTo(firstX, firstY);
}

/** Degrees between lines of the graticule at a zoom. */
export function graticuleStep(zoom) {
  return [[7.5, 1], [6, 2], [5, 5], [3, 10], [2, 20]].find(([from]) => zoom >= from)?.[1] ?? 30;
}

function drawGraticule(ctx, view, theme) {
  const step = graticuleStep(view.zoom);
  const lowest = view.projection.repeats ? -80 : POLAR_EDGE;
  const path = new Path2D();
  for (const copy of view.copies) {
    for (let lon = -180; lon < 180; lon += step) {
      addCurve(path, view, copy, range(lowest, 90 - (view.projection.repeats ? 5 : lon % 90 === 0 ? 0 : step), 5).map((lat) => [lon, lat]));
    }
    for (let lat = Math.ceil(lowest / step) * step; lat < 90; lat += step) {
      addCurve(path, view, copy, range(-180, 180, view.projection.repeats ? 180 : 2).map((lon) => [lon, lat]));
    }
  }
  ctx.lineWidth = 0.75;
  ctx.strokeStyle = theme.grid;
  ctx.stroke(path);
}

function addCurve(path, view, copy, points) {
  points.forEach(([lon, lat], i) => {
    const [x, y] = view.point(lon, lat, copy);
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
}

function range(first, last, step) {
  const out = [];
  for (let value = first; value < last; value += step) out.push(value);
  out.push(last);
  return out;
}
