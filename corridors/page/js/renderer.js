/* The plate as a Leaflet layer: one canvas a little larger than the map, redrawn when the map has come to rest. */

import { BAND } from "./frame.js";
import { drawPlate } from "./plate.js";
import { makeView } from "./view.js";

/** Make the layer; `given()` returns what drawPlate needs, `projection()` the one in use. */
export function createPlateLayer(given, projection) {
  const PlateLayer = L.Renderer.extend({
    options: { padding: 0.2 },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._found = { strokes: [], marks: [], badges: [] };
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
      const size = this._map.getSize();
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(new L.Bounds(corner, corner.add(size)))) this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this.redraw();
    },

    /** Draw anew before the next frame, once however often it is asked for. */
    ask() {
      this._asked ??= requestAnimationFrame(() => this.redraw());
    },

    redraw() {
      cancelAnimationFrame(this._asked);
      this._asked = null;
      if (!this._bounds) return;
      const size = this._bounds.getSize();
      const ratio = Math.min(window.devicePixelRatio || 1, 2.5);
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.width = Math.round(size.x * ratio);
      canvas.height = Math.round(size.y * ratio);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      const ctx = canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const view = makeView(projection(), this._map.options.crs.scale(this._zoom), corner.x, corner.y, size.x, size.y);
      Object.assign(view, this._limits());
      this._found = drawPlate(ctx, view, given());
    },

    /** The frame that may not cut labels, and what lies over the map, in canvas pixels. */
    _limits() {
      const shift = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      const { x: width, y: height } = this._map.getSize();
      const edge = this._map.getContainer().getBoundingClientRect();
      const reserved = [...document.querySelectorAll(".over > *:not([hidden])")].map((element) => {
        const box = element.getBoundingClientRect();
        return [box.left - edge.left + shift.x, box.top - edge.top + shift.y, box.right - edge.left + shift.x, box.bottom - edge.top + shift.y];
      });
      return { frame: [shift.x + BAND, shift.y + BAND, shift.x + width - BAND, shift.y + height - BAND], reserved };
    },

    /** What was drawn, and where a point of the map lies on it. */
    found() {
      return this._found;
    },

    toCanvas(containerPoint) {
      return this._map.containerPointToLayerPoint(containerPoint).subtract(this._bounds.min);
    },
  });
  return new PlateLayer();
}
