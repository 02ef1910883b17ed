/* The payload made ready for drawing and looking up. */

import { decodeLine, decodeLines } from "./codec.js";
import { unpack } from "./packing.js";
import { boxOf, joinBoxes, projectFlat } from "./projections.js";

/** Read the payload out of the page. */
export function readPayload() {
  return unpack(JSON.parse(document.getElementById("payload").textContent));
}

export function createModel(payload) {
  const corridors = new Map(payload.corridors.map((c) => [c.id, c]));
  const places = new Map(withLabels(payload.places).map((p) => [p.id, p]));
  const legs = new Map(payload.legs.map((leg) => [leg.id, leg]));
  const mentions = new Map(payload.mentions.map((m) => [m.n, m]));
  const quotesOf = new Map(payload.corridors.map((c) => [c.id, payload.mentions.filter((m) => m.corridor === c.id)]));
  const model = {
    payload: { ...payload, places: [...places.values()] },
    corridors,
    places,
    legs,
    mentions,
    quotesOf,
    loose: payload.mentions.filter((m) => m.corridor === null || !corridors.has(m.corridor)),
    family: new Map(payload.corridors.map((c) => [c.id, new Set([c.id, ...c.members.filter((m) => m.shown).map((m) => m.id)])])),
    land: decodeLines(payload.land.rings, payload.land.steps),
    lines: payload.lines.encoded.map((text) => decodeLine(text, payload.lines.steps)),
    strokes: gatherStrokes(payload),
  };
  model.shapes = (projection) => shapesFor(model, projection);
  /** Whether a corridor steps back because another, to which it does not belong, is chosen. */
  model.isBehind = (id, chosen) => chosen !== null && !model.family.get(chosen).has(id);
  model.boxOfLegs = (projection, ids) => joinBoxes(
    model.shapes(projection).strokes.filter((s) => s.stroke.legs.some((leg) => ids.has(leg))).map((s) => s.box),
  );
  return model;
}

/** Places with the name to put on the map: without what stands in brackets, unless that tells two apart. */
function withLabels(places) {
  const short = (place) => place.name.replace(/ \([^)]*\)$/, "");
  const counts = new Map();
  for (const place of places) counts.set(short(place), (counts.get(short(place)) ?? 0) + 1);
  return places.map((place) => ({ ...place, label: counts.get(short(place)) > 1 ? place.name : short(place) }));
}

/** Legs of one corridor that share line, mode and status are one stroke, drawn once. */
function gatherStrokes(payload) {
  const order = new Map(payload.corridors.map((c, i) => [c.id, i]));
  const strokes = new Map();
  for (const leg of payload.legs) {
    const key = [leg.corridor, leg.line, leg.mode, leg.status, leg.certainty].join("|");
    if (!strokes.has(key)) {
      const { corridor, line, mode, status, certainty } = leg;
      strokes.set(key, { corridor, line, mode, status, certainty, legs: [] });
    }
    strokes.get(key).legs.push(leg.id);
  }
  return [...strokes.values()].sort((a, b) => order.get(a.corridor) - order.get(b.corridor));
}

const shapeCache = new WeakMap();

/** Land and strokes on the unit square, worked out once for each projection. */
function shapesFor(model, projection) {
  const known = shapeCache.get(model) ?? new Map();
  shapeCache.set(model, known);
  if (!known.has(projection.id)) {
    const land = model.land.map((ring) => {
      const points = projectFlat(projection, ring);
      return { points, box: boxOf(points), south: lowest(ring) };
    });
    const strokes = model.strokes.map((stroke) => {
      const points = projectFlat(projection, model.lines[stroke.line]);
      return { stroke, points, box: boxOf(points) };
    });
    const shapeOf = (index) => {
      const points = projectFlat(projection, model.lines[index]);
      return { points, box: boxOf(points) };
    };
    const baselines = new Map(model.payload.corridors.flatMap((c) => c.baselines.map((b) => [`${c.id}/${b.id}`, b.lines.map(shapeOf)])));
    const drawn = new Map(strokes.flatMap(({ stroke, points }) => stroke.legs.map((leg) => [leg, points])));
    const ways = new Map(model.payload.corridors.map((c) => [c.id, c.branches.map((branch) => wayOf(branch, drawn, model.payload))]));
    known.set(projection.id, { land, strokes, baselines, ways });
  }
  return known.get(projection.id);
}

/** The through legs of a branch as one line of the unit square; `drawn` holds the points of each leg. */
function wayOf(branch, drawn, { legs }) {
  const through = branch.legs.map((i) => legs[i]).filter((leg) => leg.variant === "");
  const points = Float64Array.from(through.flatMap((leg) => [...drawn.get(leg.id)]));
  return { points, box: boxOf(points), length_km: branch.length_km };
}

function lowest(ring) {
  let south = 90;
  for (let i = 1; i < ring.length; i += 2) south = Math.min(south, ring[i]);
  return south;
}
