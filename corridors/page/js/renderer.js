/*
 * The plate as Leaflet layers: a canvas a little larger than the map. A new one is drawn behind the scenes, a slice
 * in each frame, and takes the place of the old when it is done; until then the old one moves with the map. The
 * ground is part of it, unless there are tiles: then it lies in a layer of its own under them, for when they fail.
 */

import { BAND } from "./frame.js";
import { groundSteps } from "./ground.js";
import { plateSteps } from "./plate.js";
import { inSlices } from "./slices.js";
import { makeView } from "./view.js";

const SHARPEST = 2.5;
const GROUND_PANE = "ground";
/** How much of the map's size the canvas reaches over each edge. */
const PADDING = 0.25;
/** Milliseconds of drawing in each frame. */
const BUDGET = 16;

/** Make the layer; `given()` returns what plateSteps needs, `projection()` the one in use. */
export function createPlateLayer(given, projection) {
  const layer = canvasLayer("overlayPane", projection, (ctx, view, map, bounds) => {
    Object.assign(view, limits(map, bounds), { ground: layer.ground === undefined });
    return plateSteps(ctx, view, given());
  });
  /** What lies where on the canvas that is shown. */
  layer.seen = () => layer.front?.result ?? { strokes: [], marks: [], badges: [] };
  /** The same when everything is drawn that is to be drawn. */
  layer.found = () => {
    layer.finish();
    return layer.seen();
  };
  /** The point of the canvas under a point of the map. */
  layer.toCanvas = (point) => layer._map.containerPointToLayerPoint(point).subtract(layer.front.bounds.min);
  /** Lay the ground under tiles, or take it back. */
  layer.layUnder = (map, under) => {
    if (under === (layer.ground !== undefined)) return;
    if (!map.getPane(GROUND_PANE)) map.createPane(GROUND_PANE).style.zIndex = 150;
    layer.ground?.remove();
    layer.ground = under
      ? canvasLayer(GROUND_PANE, projection, (ctx, view) => groundSteps(ctx, view, given().model, given().theme)).addTo(map)
      : undefined;
    layer.ask();
  };
  return layer;
}

/** A Leaflet layer of one canvas; `draw(ctx, view, map, bounds)` returns the steps that fill it. */
function canvasLayer(pane, projection, draw) {
  const CanvasLayer = L.Layer.extend({
    options: { pane },

    onAdd() {
      this.front = null;
      this.redraw();
    },

    onRemove() {
      cancelAnimationFrame(this.asked);
      this.work?.cancel();
      this.front.canvas.remove();
    },

    getEvents() {
      const follow = () => this._place(this._map.getCenter(), this._map.getZoom());
      return {
        zoom: follow,
        viewreset: follow,
        zoomanim: ({ center, zoom }) => {
          this.work.cancel();
          this._place(center, zoom);
        },
        move: this._keepUp,
        moveend: this.redraw,
        resize: this.ask,
      };
    },

    /** While dragging: draw anew only when the canvas no longer covers the map. */
    _keepUp() {
      if (this._map._animatingZoom || !this.work.isOver()) return;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      if (!this.front.bounds.contains(new L.Bounds(corner, corner.add(this._map.getSize())))) this.ask();
    },

    /** Put the canvas where its picture belongs in a view. */
    _place(center, zoom) {
      const map = this._map;
      const { canvas, bounds, centre, zoom: drawn } = this.front;
      const scale = map.getZoomScale(zoom, drawn);
      const half = bounds.getSize().multiplyBy(scale / 2);
      const at = map.project(centre, zoom).subtract(half).subtract(map._getNewPixelOrigin(center, zoom));
      L.DomUtil.setTransform(canvas, at, scale);
    },

    /** Draw anew from the next frame on, once however often it is asked for. */
    ask() {
      this.asked ??= requestAnimationFrame(() => this.redraw());
    },

    redraw() {
      cancelAnimationFrame(this.asked);
      this.asked = null;
      const map = this._map;
      if (!map || map._animatingZoom) return;
      this.work?.cancel();
      const bounds = canvasBounds(map);
      const back = { canvas: canvasOf(bounds.getSize()), bounds, centre: map.getCenter(), zoom: map.getZoom(), result: null };
      const corner = map.getPixelOrigin().add(bounds.min);
      const size = bounds.getSize();
      const ctx = back.canvas.getContext("2d");
      const view = makeView(projection(), map.options.crs.scale(back.zoom), corner.x, corner.y, size.x, size.y);
      if (this.front === null) this._show(back);
      this.work = inSlices(draw(ctx, view, map, bounds), {
        budget: BUDGET,
        wait: requestAnimationFrame,
        pause: () => settle(back.canvas),
        done: (result) => {
          this._show({ ...back, result });
          this.fire("drawn");
        },
      });
    },

    _show(next) {
      L.DomUtil.setPosition(next.canvas, next.bounds.min);
      if (this.front === null) this.getPane().append(next.canvas);
      else this.front.canvas.replaceWith(next.canvas);
      this.front = next;
    },

    /** Finish what is being drawn. */
    finish() {
      if (this.asked) this.redraw();
      this.work.finish();
    },
  });
  return new CanvasLayer();
}

function canvasBounds(map) {
  const size = map.getSize();
  const min = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
  return new L.Bounds(min, min.add(size.multiplyBy(1 + 2 * PADDING)).round());
}

function canvasOf(size) {
  const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST);
  const canvas = document.createElement("canvas");
  canvas.className = "leaflet-zoom-animated";
  canvas.setAttribute("aria-hidden", "true");
  canvas.width = Math.round(size.x * ratio);
  canvas.height = Math.round(size.y * ratio);
  canvas.style.width = `${size.x}px`;
  canvas.style.height = `${size.y}px`;
  canvas.getContext("2d").scale(ratio, ratio);
  return canvas;
}

const sink = document.createElement("canvas");
sink.width = 1;
sink.height = 1;

/** Have the browser draw what it has been told so far: it would put all of it off until the canvas is shown. */
function settle(canvas) {
  sink.getContext("2d").drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
}

/** The frame that may not cut labels, and what lies over the map, in canvas pixels. */
function limits(map, bounds) {
  const shift = map.containerPointToLayerPoint([0, 0]).subtract(bounds.min);
  const { x: width, y: height } = map.getSize();
  const edge = map.getContainer().getBoundingClientRect();
  const reserved = [...document.querySelectorAll(".over > *:not([hidden])")].map((element) => {
    const box = element.getBoundingClientRect();
    return [box.left - edge.left + shift.x, box.top - edge.top + shift.y, box.right - edge.left + shift.x, box.bottom - edge.top + shift.y];
  });
  return { frame: [shift.x + BAND, shift.y + BAND, shift.x + width - BAND, shift.y + height - BAND], reserved };
}
