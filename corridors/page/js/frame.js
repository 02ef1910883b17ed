/* The plate's frame: a band round the map with the degrees of the graticule. */

import { SANS } from "./fonts.js";
import { graticuleStep } from "./ground.js";

/** Width of the band in pixels. */
export const BAND = 17;

/** Put the frame over the map and keep it right while the map moves. */
export function createFrame(map, theme, projection, t) {
  const strips = ["top", "bottom", "left", "right"].map((side) => {
    const canvas = document.createElement("canvas");
    canvas.className = `frame ${side}`;
    canvas.setAttribute("aria-hidden", "true");
    map.getContainer().append(canvas);
    return { side, canvas };
  });
  const draw = () => {
    for (const strip of strips) drawStrip(strip, map, theme(), projection(), t);
  };
  map.on("move zoomend viewreset resize repaint", draw);
  draw();
}

function drawStrip({ side, canvas }, map, theme, projection, t) {
  const { x: width, y: height } = map.getSize();
  const flat = side === "top" || side === "bottom";
  const ctx = sized(canvas, flat ? width : BAND, flat ? BAND : height);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = theme.muted;
  ctx.font = `10px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const at = reader(map, projection);
  const far = flat ? (side === "top" ? BAND : height - BAND) : side === "left" ? BAND : width - BAND;
  const read = flat ? (along) => at(along, far) : (along) => at(far, along);
  const angle = { top: 0, bottom: 0, left: -Math.PI / 2, right: Math.PI / 2 }[side];
  const place = (along) => (flat ? [along, BAND / 2, angle] : [BAND / 2, along, angle]);
  const which = projection.repeats ? (flat ? "lon" : "lat") : "both";
  edge(ctx, [BAND, (flat ? width : height) - BAND], read, graticuleStep(map.getZoom()), which, place, t);
  ctx.strokeStyle = theme.coast;
  ctx.lineWidth = 1;
  const line = side === "top" || side === "left" ? BAND - 0.5 : 0.5;
  ctx.beginPath();
  ctx.moveTo(flat ? BAND - 1 : line, flat ? line : BAND - 1);
  ctx.lineTo(flat ? width - BAND + 1 : line, flat ? line : height - BAND + 1);
  ctx.stroke();
}

/** Fit a canvas to its size in CSS pixels and return its context in these. */
function sized(canvas, width, height) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2.5);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  return ctx;
}

/** Longitude and latitude at a point of the map. */
function reader(map, projection) {
  const scale = map.options.crs.scale(map.getZoom());
  const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  return (x, y) => projection.unproject((corner.x + x) / scale, (corner.y + y) / scale);
}

/** Walk along one edge and name every line of the graticule that meets it. */
function edge(ctx, [from, to], at, step, which, place, t) {
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
