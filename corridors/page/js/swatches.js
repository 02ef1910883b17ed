/* Pictures of the marks for panel, legend and tables, drawn by the very functions that draw the map. */

import { h } from "./dom.js";
import { drawBreak, drawMark } from "./marks.js";
import { drawLine, drawTurns, styleOf, turnMarks } from "./strokes.js";

const SHARPNESS = 3;
const painters = new WeakMap();

/** A picture of a line in a corridor's colour, or in ink where `corridor` is null. */
export function lineSwatch(leg, corridor = null, width = 44) {
  return picture(["line", leg.mode, leg.status, leg.certainty, corridor], width, 14, (ctx, theme) => {
    const style = styleOf(leg);
    const hue = corridor === null ? theme.ink : theme.line.get(corridor);
    const [run, colours] = [[4, 7, width - 4, 7], { line: style.grey ? theme.grey : hue, casing: theme.paper }];
    drawLine(ctx, [run], style, colours);
    if (corridor !== null) drawTurns(ctx, [run], theme.turn.get(corridor), theme.ink, 1, width / 2 - 4);
  });
}

/** A bar in a corridor's colour, with bars across where the colour is shared. */
export function hueMark({ colours }) {
  const { count, round } = turnMarks(colours.turn);
  return h("span", { class: "hue", "data-marks": colours.turn === 0 ? null : count, "data-round": round, "aria-hidden": "true" });
}

/** A picture of a place's mark. */
export function markSwatch(kind) {
  return picture(["mark", kind], 24, 14, (ctx, theme) => drawMark(ctx, 12, 7, kind, { ink: theme.ink, casing: theme.paper }));
}

/** A picture of the mark for a break of gauge. */
export function breakSwatch() {
  return picture(["break"], 24, 16, (ctx, theme) => drawBreak(ctx, 12, 8, { ink: theme.ink, casing: theme.paper }));
}

/** A picture of a statutory limit. */
export function limitSwatch() {
  return picture(["limit"], 44, 14, (ctx, theme) => {
    ctx.setLineDash([7, 3, 1.5, 3]);
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = theme.ink;
    ctx.beginPath();
    ctx.moveTo(4, 7);
    ctx.lineTo(40, 7);
    ctx.stroke();
  });
}

const painted = new WeakMap();

/** Draw the pictures under an element in the colours of a theme, those of folded sections when these are opened. */
export function paintSwatches(theme, root) {
  const done = painted.get(theme) ?? new Map();
  painted.set(theme, done);
  for (const image of root.querySelectorAll("img.swatch")) {
    if (image.closest("details:not([open]) > :not(summary)")) continue;
    const { key, paint } = painters.get(image);
    if (!done.has(key)) done.set(key, paint(theme));
    if (image.src !== done.get(key)) image.src = done.get(key);
  }
}

/** `about` tells pictures apart: those alike are drawn once. */
function picture(about, width, height, draw) {
  const image = document.createElement("img");
  image.className = "swatch";
  image.alt = "";
  image.width = width;
  image.height = height;
  const paint = (theme) => {
    const canvas = document.createElement("canvas");
    canvas.width = width * SHARPNESS;
    canvas.height = height * SHARPNESS;
    const ctx = canvas.getContext("2d");
    ctx.scale(SHARPNESS, SHARPNESS);
    draw(ctx, theme);
    return canvas.toDataURL("image/png");
  };
  painters.set(image, { key: [...about, width].join(" "), paint });
  return image;
}
