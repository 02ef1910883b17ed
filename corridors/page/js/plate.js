/* The whole picture on one canvas, and where on it everything lies. Knows nothing of Leaflet. */

import { badgeAnchors } from "./badges.js";
import { captionSteps } from "./captions.js";
import { SANS, SERIF } from "./fonts.js";
import { clipToDisc, groundSteps } from "./ground.js";
import { createSpace, placeLabel, writeWithHalo } from "./labels.js";
import { drawBreak, drawMark } from "./marks.js";
import { spreadSteps } from "./parallel.js";
import { POLAR_EDGE } from "./projections.js";
import { drawArrows, drawCasing, drawLine, drawTurns, runsInView, styleOf, walk } from "./strokes.js";

/** Zoom from which places of a rank show. */
const PLACE_ZOOM = [0, 2.6, 3.8, 4.8];
const SEA_ZOOM = [0, 1, 2.3, 3.3, 4.4, 5.6];
const FADED = 0.25;
/** Narrower than this, in pixels, labels are a little smaller. */
const SMALL = 700;

/**
 * Draw the plate in steps.
 * @param {CanvasRenderingContext2D} ctx in CSS pixels
 * @param {object} view see view.js
 * @param {{model: object, theme: object, format: object, chosen: object}} given `chosen` is what state.js holds
 * @returns {{strokes: object[], marks: object[], badges: object[]}} what can be pointed at, in canvas pixels
 */
export function* plateSteps(ctx, view, given) {
  const { model, theme } = given;
  const space = createSpace(view.frame);
  for (const box of view.reserved ?? []) space.take(box);
  if (view.ground) yield* groundSteps(ctx, view, model, theme);
  yield;
  ctx.save();
  if (view.projection.id === "polar") clipToDisc(ctx, view);
  const found = { strokes: [], marks: [], badges: [] };
  drawBaseline(ctx, view, given, space);
  yield* strokeSteps(ctx, view, given, space, found);
  drawLimits(ctx, view, given, space);
  ctx.restore();
  yield;
  drawBadges(ctx, view, given, space, found);
  drawBreaks(ctx, view, given, space);
  drawPlaces(ctx, view, given, space, found, [0, 1]);
  yield;
  yield* captionSteps(ctx, view, given, space);
  drawPlaces(ctx, view, given, space, found, [2, 3]);
  drawSeas(ctx, view, given, space);
  return found;
}

/** Whether a corridor's strokes stand back because another is chosen or a filter leaves them out. */
function isFaded({ model, chosen }, stroke) {
  if (model.isBehind(stroke.corridor, chosen.corridor)) return true;
  return chosen.shown !== null && !stroke.legs.some((leg) => chosen.shown.has(leg));
}

/** The strokes that a view shows, as runs of pixels. */
function visibleStrokes(view, { model }) {
  const places = new Map([...model.corridors.keys()].map((id, i) => [id, i]));
  return model.shapes(view.projection).strokes.map(({ stroke, points, box }) => ({
    stroke,
    order: places.get(stroke.corridor),
    runs: view.copies.filter((copy) => view.shows(box, copy, 20)).flatMap((copy) => runsInView(points, view, copy)),
  })).filter(({ runs }) => runs.length > 0);
}

function* strokeSteps(ctx, view, given, space, found) {
  const { model, theme, chosen } = given;
  const front = (id) => id === (chosen.corridor ?? chosen.hovered);
  const order = [...model.corridors.keys()].sort((a, b) => front(a) - front(b));
  const base = Math.max(0.8, Math.min(1.2, 0.8 + (view.zoom - 2.4) * 0.12));
  const all = visibleStrokes(view, given);
  yield* spreadSteps(all);
  for (const id of order) {
    const drawn = all.filter(({ stroke }) => stroke.corridor === id).map(({ stroke, runs }) => {
      const isChosen = chosen.leg !== null && stroke.legs.includes(chosen.leg);
      const style = styleOf(stroke);
      const colours = { line: style.grey ? theme.grey : theme.line.get(id), casing: theme.casing };
      return { stroke, runs, style, colours, isChosen, faded: isFaded(given, stroke), size: base * (isChosen ? 1.55 : front(id) ? 1.2 : 1) };
    }).sort((a, b) => a.isChosen - b.isChosen);
    for (const { runs, style, size, faded } of drawn) {
      ctx.globalAlpha = faded ? 0.4 : 0.85;
      drawCasing(ctx, runs, style, theme.casing, size);
    }
    for (const { stroke, runs, style, colours, size, faded, isChosen } of drawn) {
      ctx.globalAlpha = faded ? FADED : 1;
      drawLine(ctx, runs, style, colours, size);
      drawTurns(ctx, runs, theme.turn.get(id), theme.ink, size);
      if (isChosen) drawArrows(ctx, runs, colours, size);
      found.strokes.push({ stroke, runs, faded });
      if (!faded) for (const run of runs) walk(run, 6, (x, y) => space.pass(x, y));
    }
    ctx.globalAlpha = 1;
    yield;
  }
}

/** The route a corridor is compared with: a thin broken line of ink, with its name. */
function drawBaseline(ctx, view, { model, theme, chosen }, space) {
  for (const { points, box } of model.shapes(view.projection).baselines.get(chosen.baseline) ?? []) {
    for (const copy of view.copies.filter((c) => view.shows(box, c, 20))) {
      const runs = runsInView(points, view, copy);
      drawCasing(ctx, runs, { hollow: false }, theme.casing, 0.7);
      ctx.setLineDash([11, 4]);
      ctx.lineCap = "butt";
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = theme.muted;
      for (const run of runs) {
        ctx.beginPath();
        for (let i = 0; i < run.length; i += 2) ctx.lineTo(run[i], run[i + 1]);
        ctx.stroke();
        walk(run, 6, (x, y) => space.pass(x, y));
      }
      ctx.setLineDash([]);
    }
  }
}

function drawLimits(ctx, view, { model, theme, chosen }, space) {
  const drawn = [];
  ctx.lineJoin = "round";
  for (const corridor of model.payload.corridors) {
    if (model.isBehind(corridor.id, chosen.corridor)) continue;
    for (const limit of corridor.limits) {
      for (const copy of view.copies) {
        const run = limit.line.flatMap(([lon, lat]) => view.point(lon, lat, copy));
        if (!runIsVisible(run, view)) continue;
        ctx.beginPath();
        for (let i = 0; i < run.length; i += 2) ctx[i === 0 ? "moveTo" : "lineTo"](run[i], run[i + 1]);
        ctx.setLineDash([7, 3, 1.5, 3]);
        ctx.lineWidth = 1.3;
        ctx.lineCap = "butt";
        ctx.strokeStyle = theme.ink;
        ctx.stroke();
        walk(run, 6, (x, y) => space.pass(x, y));
        ctx.setLineDash([]);
        drawn.push([limit, run]);
      }
    }
  }
  if (view.zoom >= 2.4) for (const [limit, run] of drawn) labelLimit(ctx, limit, run, theme, space);
}

function labelLimit(ctx, limit, run, theme, space) {
  ctx.font = `italic 10.5px ${SANS}`;
  const width = ctx.measureText(limit.name).width;
  const ends = [[run[0], run[1]], [run[run.length - 2], run[run.length - 1]]].sort((a, b) => a[1] - b[1]);
  for (const [x, y] of ends) {
    const box = placeLabel(space, x, y, width + 4, 14, 5, 2);
    if (box === null) continue;
    space.take(box);
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    writeWithHalo(ctx, limit.name, box[0] + 2, (box[1] + box[3]) / 2, theme.ink, theme.halo, 3);
    return;
  }
}

function runIsVisible(run, view) {
  for (let i = 0; i < run.length; i += 2) {
    if (run[i] > -200 && run[i] < view.width + 200 && run[i + 1] > -200 && run[i + 1] < view.height + 200) return true;
  }
  return false;
}

function drawBadges(ctx, view, given, space, found) {
  const { model, theme, chosen } = given;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const corridor of model.payload.corridors) {
    if (model.isBehind(corridor.id, chosen.corridor)) continue;
    for (const { x: unitX, y: unitY, text, mentions } of badgeAnchors(model, view.projection, corridor)) {
      const lit = mentions.includes(chosen.mention) || mentions.includes(chosen.hoveredMention);
      for (const copy of view.copies) {
        const [x, y] = [(unitX + copy) * view.scale - view.left, unitY * view.scale - view.top];
        if (x < -12 || y < -12 || x > view.width + 12 || y > view.height + 12) continue;
        ctx.font = `600 ${lit ? 12 : 10.5}px ${SANS}`;
        const half = Math.max(lit ? 10.5 : 8.5, ctx.measureText(text).width / 2 + 5);
        const box = [x - half, y - 9, x + half, y + 9];
        if (!lit && !space.isFree(box)) continue;
        drawPill(ctx, x, y, half, lit ? 10.5 : 8.5, lit ? theme.text.get(corridor.id) : theme.paper, theme.line.get(corridor.id));
        ctx.fillStyle = lit ? theme.paper : theme.ink;
        ctx.fillText(text, x, y + 0.5);
        space.take(box);
        found.badges.push({ x, y, half, mentions, corridor: corridor.id });
      }
    }
  }
}

function drawPill(ctx, x, y, half, radius, fill, stroke) {
  ctx.beginPath();
  ctx.roundRect(x - half, y - radius, half * 2, radius * 2, radius);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = stroke;
  ctx.stroke();
}

function drawBreaks(ctx, view, { model, theme, chosen, format }, space) {
  if (view.zoom < 4.2) return;
  for (const { place: id, gauges, corridors } of model.payload.breaks) {
    const place = model.places.get(id);
    if (!place || corridors.every((corridor) => model.isBehind(corridor, chosen.corridor))) continue;
    for (const copy of view.copies) {
      const [x, y] = view.point(place.lon, place.lat, copy);
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const [cx, cy] = [x + 14, y + 12];
      drawBreak(ctx, cx, cy, { ink: theme.ink, casing: theme.halo });
      space.take([cx - 8, cy - 8, cx + 8, cy + 8]);
      if (view.zoom < 5.6) continue;
      ctx.font = `10.5px ${SANS}`;
      const text = `${gauges.map((g) => format.number(g)).join(" | ")} ${format.t("unit.mm")}`;
      const box = placeLabel(space, cx, cy, ctx.measureText(text).width + 4, 14, 9, 0);
      if (box === null) continue;
      ctx.textAlign = "left";
      ctx.textBaseline = "middle";
      writeWithHalo(ctx, text, box[0] + 2, (box[1] + box[3]) / 2, theme.muted, theme.halo);
      space.take(box);
    }
  }
}

function drawPlaces(ctx, view, { model, theme, chosen }, space, found, ranks) {
  const shown = [];
  for (const place of model.payload.places) {
    const own = chosen.corridor !== null && !place.corridors.every((id) => model.isBehind(id, chosen.corridor));
    if (!ranks.includes(place.rank) || (chosen.corridor !== null && !own)) continue;
    if (view.projection.id === "polar" && place.lat < POLAR_EDGE) continue;
    if (view.zoom < PLACE_ZOOM[place.rank] - (own ? 0.9 : 0)) continue;
    for (const copy of view.copies) {
      const [x, y] = view.point(place.lon, place.lat, copy);
      if (x > -60 && y > -20 && x < view.width + 60 && y < view.height + 20) shown.push({ place, x, y });
    }
  }
  const placed = shown.filter(({ x, y }) => {
    const near = [x - 3, y - 3, x + 3, y + 3];
    if (!space.isFree(near)) return false;
    space.take([x - 4, y - 4, x + 4, y + 4]);
    return true;
  });
  for (const { place, x, y } of placed) {
    drawMark(ctx, x, y, place.kind, { ink: theme.ink, casing: theme.halo });
    found.marks.push({ place, x, y });
  }
  for (const { place, x, y } of placed) labelPlace(ctx, view, place, x, y, theme, space);
}

function labelPlace(ctx, view, place, x, y, theme, space) {
  const water = ["strait", "canal"].includes(place.kind);
  const size = (place.rank === 0 ? 13 : 11.5) - (view.width < SMALL ? 1.5 : 0);
  ctx.font = water ? `italic ${size}px ${SERIF}` : `${place.rank === 0 ? 600 : 450} ${size}px ${SANS}`;
  const width = ctx.measureText(place.label).width + 4;
  const box = placeLabel(space, x, y, width, size + 3, water ? 9 : 7, place.rank === 0 ? 20 : 4);
  if (box === null) return;
  space.take(box);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  writeWithHalo(ctx, place.label, box[0] + 2, (box[1] + box[3]) / 2 + 0.5, water ? theme["water-ink"] : theme.ink, theme.halo);
}

function drawSeas(ctx, view, { model, theme }, space) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const sea of model.payload.seas) {
    if (view.zoom < SEA_ZOOM[sea.rank] || (sea.rank === 1 && view.zoom > 5)) continue;
    if (view.projection.id === "polar" && sea.lat < POLAR_EDGE + 6) continue;
    const size = [0, 15, 13, 12, 11.5, 11][sea.rank];
    ctx.font = `italic ${size}px ${SERIF}`;
    ctx.letterSpacing = sea.rank <= 2 ? "1.5px" : "0.6px";
    const half = ctx.measureText(sea.name).width / 2 + 3;
    for (const copy of view.copies) {
      const [x, y] = view.point(sea.lon, sea.lat, copy);
      if (x < -half || y < 0 || x > view.width + half || y > view.height) continue;
      for (const shift of [0, -13, 13]) {
        const box = [x - half, y + shift - size * 0.7, x + half, y + shift + size * 0.7];
        if (!space.isFree(box) || space.crossings(box) > 0) continue;
        space.take(box);
        writeWithHalo(ctx, sea.name, x, y + shift, theme["water-ink"], theme.sea, 2);
        break;
      }
    }
    ctx.letterSpacing = "0px";
  }
}
