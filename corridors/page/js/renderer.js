/*
 * The plate as Leaflet layers: a canvas a little larger than the map, redrawn when the map has come to rest. The
 * ground is part of it, unless there are tiles: then it lies in a layer of its own under them, for when they fail.
 */

import { BAND } from "./frame.js";
import { drawGround } from "./ground.js";
import { drawPlate } from "./plate.js";
import { makeView } from "./view.js";

const SHARPEST = 2.5;
const GROUND_PANE = "ground";

/** Make the layer; `given()` returns what drawPlate needs, `projection()` the one in use. */
export function createPlateLayer(given, projection) {
  const plate = canvasLayer({}, projection, (ctx, view, map, bounds) => {
    Object.assign(view, limits(map, bounds), { ground: plate.ground === undefined });
    plate.found = drawPlate(ctx, view, given());
  });
  plate.found = { strokes: [], marks: [], badges: [] };
  /** The point of the canvas under a point of the map. */
  plate.toCanvas = (point) => plate._map.containerPointToLayerPoint(point).subtract(plate._bounds.min);
  /** Draw anew before the next frame, once however often it is asked for. */
  plate.ask = () => {
    plate.asked ??= requestAnimationFrame(() => plate.redraw());
  };
  /** Lay the ground under tiles, or take it back. */
  plate.layUnder = (map, under) => {
    if (under === (plate.ground !== undefined)) return;
    if (!map.getPane(GROUND_PANE)) map.createPane(GROUND_PANE).style.zIndex = 150;
    plate.ground?.remove();
    plate.ground = under
      ? canvasLayer({ pane: GROUND_PANE }, projection, (ctx, view) => drawGround(ctx, view, given().model, given().theme)).addTo(map)
      : undefined;
    plate.ask();
  };
  return plate;
}

/** A Leaflet renderer that calls `draw(ctx, view, map, bounds)` whenever its canvas is to be filled. */
function canvasLayer(options, projection, draw) {
  const CanvasLayer = L.Renderer.extend({
    options: { padding: 0.2, ...options },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
    },

    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._keepUp };
    },

    _updatePaths() {},

    /** While dragging: draw anew only when the canvas no longer covers the map. */
    _keepUp() {
      if (this._map._animatingZoom || !this._bounds) return;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(new L.Bounds(corner, corner.add(this._map.getSize())))) this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this.redraw();
    },

    redraw() {
      cancelAnimationFrame(this.asked);
      this.asked = null;
      if (!this._map || !this._bounds) return;
      const size = this._bounds.getSize();
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const ctx = fit(this._container, size);
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const view = makeView(projection(), this._map.options.crs.scale(this._zoom), corner.x, corner.y, size.x, size.y);
      draw(ctx, view, this._map, this._bounds);
    },
  });
  return new CanvasLayer();
}

function fit(canvas, size) {
  const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST);
  canvas.width = Math.round(size.x * ratio);
  canvas.height = Math.round(size.y * ratio);
  canvas.style.width = `${size.x}px`;
  canvas.style.height = `${size.y}px`;
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  return ctx;
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
