/* The plate's frame: a band round the map with the degrees of the graticule. */

import { SANS } from "./fonts.js";
import { graticuleStep } from "./ground.js";

/** Width of the band in pixels. */
export const BAND = 17;

/** Put the frame over the map and keep it right while the map moves. */
export function createFrame(map, theme, projection, t) {
  const canvas = document.createElement("canvas");
  canvas.className = "frame";
  canvas.setAttribute("aria-hidden", "true");
  map.getContainer().append(canvas);
  map.on("move zoomend viewreset resize repaint", () => drawFrame(canvas, map, theme(), projection(), t));
  drawFrame(canvas, map, theme(), projection(), t);
}

function drawFrame(canvas, map, theme, projection, t) {
  const { x: width, y: height } = map.getSize();
  const ratio = Math.min(window.devicePixelRatio || 1, 2.5);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.paper;
  ctx.beginPath();
  ctx.rect(0, 0, width, height);
  ctx.rect(BAND, BAND, width - 2 * BAND, height - 2 * BAND);
  ctx.fill("evenodd");
  ctx.strokeStyle = theme.coast;
  ctx.lineWidth = 1;
  ctx.strokeRect(BAND - 0.5, BAND - 0.5, width - 2 * BAND + 1, height - 2 * BAND + 1);
  ctx.fillStyle = theme.muted;
  ctx.font = `10px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const step = graticuleStep(map.getZoom());
  const horizontal = projection.repeats ? "lon" : "both";
  const vertical = projection.repeats ? "lat" : "both";
  const at = reader(map, projection);
  const inner = { x0: BAND, x1: width - BAND, y0: BAND, y1: height - BAND };
  edge(ctx, inner.x0, inner.x1, (x) => at(x, inner.y0), step, horizontal, (x) => [x, BAND / 2, 0], t);
  edge(ctx, inner.x0, inner.x1, (x) => at(x, inner.y1), step, horizontal, (x) => [x, height - BAND / 2, 0], t);
  edge(ctx, inner.y0, inner.y1, (y) => at(inner.x0, y), step, vertical, (y) => [BAND / 2, y, -Math.PI / 2], t);
  edge(ctx, inner.y0, inner.y1, (y) => at(inner.x1, y), step, vertical, (y) => [width - BAND / 2, y, Math.PI / 2], t);
}

/** Longitude and latitude at a point of the map. */
function reader(map, projection) {
  const scale = map.options.crs.scale(map.getZoom());
  const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  return (x, y) => projection.unproject((corner.x + x) / scale, (corner.y + y) / scale);
}

/** Walk along one edge and name every line of the graticule that meets it. */
function edge(ctx, from, to, at, step, which, place, t) {
  let before = at(from);
  let lastEnd = -Infinity;
  for (let pixel = from + 2; pixel <= to; pixel += 2) {
    const here = at(pixel);
    for (const [axis, wanted] of [[0, "lon"], [1, "lat"]]) {
      if (which !== "both" && which !== wanted) continue;
      const crossed = crossing(before[axis], here[axis], step);
      if (crossed === null) continue;
      const text = degrees(crossed, axis, t);
      const half = ctx.measureText(text).width / 2 + 6;
      if (pixel - half < lastEnd || pixel - half < from || pixel + half > to) continue;
      lastEnd = pixel + half;
      const [x, y, angle] = place(pixel - 1);
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(angle);
      ctx.fillText(text, 0, 0.5);
      ctx.restore();
    }
    before = here;
  }
}

function crossing(a, b, step) {
  if (Math.abs(b - a) > 90) return null;
  const [low, high] = a < b ? [a, b] : [b, a];
  const line = Math.ceil(low / step) * step;
  return line <= high && low !== high ? line : null;
}

function degrees(value, axis, t) {
  if (axis === 1) return value === 0 ? "0°" : `${Math.abs(value)}°\u2009${t(value > 0 ? "compass.n" : "compass.s")}`;
  const lon = ((((value + 180) % 360) + 360) % 360) - 180;
  if (lon === 0 || lon === -180) return `${Math.abs(lon)}°`;
  return `${Math.abs(lon)}°\u2009${t(lon > 0 ? "compass.e" : "compass.w")}`;
}
