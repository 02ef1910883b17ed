/* The plate as a Leaflet layer: one canvas a little larger than the map, redrawn when the map has come to rest. */

import { drawPlate } from "./plate.js";
import { makeView } from "./view.js";

/** Make the layer; `given()` returns what drawPlate needs, `projection()` the one in use. */
export function createPlateLayer(given, projection) {
  const PlateLayer = L.Renderer.extend({
    options: { padding: 0.25 },

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

    redraw() {
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
      this._found = drawPlate(ctx, view, given());
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
