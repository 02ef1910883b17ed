/* Small marks for places, one shape for each kind, all of ink on ground. */

const SHAPES = {
  port: (ctx, r) => {
    ctx.arc(0, 0, r, 0, 2 * Math.PI);
  },
  station: (ctx, r) => {
    ctx.rect(-r * 0.85, -r * 0.85, r * 1.7, r * 1.7);
  },
  border: (ctx, r) => {
    ctx.moveTo(0, -r * 1.25);
    ctx.lineTo(r * 1.25, 0);
    ctx.lineTo(0, r * 1.25);
    ctx.lineTo(-r * 1.25, 0);
    ctx.closePath();
  },
  cape: (ctx, r) => {
    ctx.moveTo(0, -r * 1.15);
    ctx.lineTo(r * 1.1, r * 0.85);
    ctx.lineTo(-r * 1.1, r * 0.85);
    ctx.closePath();
  },
};

const ALIKE = { city: "station", junction: "station", canal: "strait", island: "cape" };

/** The kind whose mark a kind shares. */
export function markKind(kind) {
  return ALIKE[kind] ?? (kind in SHAPES || kind === "strait" ? kind : "station");
}

/** Draw the mark of a place at x, y. */
export function drawMark(ctx, x, y, kind, colours, size = 1) {
  const shape = markKind(kind);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  ctx.lineWidth = 1.5;
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  if (shape === "strait") {
    drawStrait(ctx, colours);
  } else {
    ctx.beginPath();
    SHAPES[shape](ctx, kind === "junction" ? 2.4 : 3.3);
    ctx.strokeStyle = colours.casing;
    ctx.lineWidth = 4;
    ctx.stroke();
    ctx.fillStyle = colours.casing;
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = colours.ink;
    ctx.stroke();
    if (kind === "port") {
      ctx.beginPath();
      ctx.arc(0, 0, 1.3, 0, 2 * Math.PI);
      ctx.fillStyle = colours.ink;
      ctx.fill();
    }
  }
  ctx.restore();
}

/** Two brackets with the way between them. */
function drawStrait(ctx, colours) {
  for (const [colour, width] of [[colours.casing, 4], [colours.ink, 1.4]]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    for (const side of [-1, 1]) {
      ctx.beginPath();
      ctx.arc(side * 7.6, 0, 4, side < 0 ? -0.9 : Math.PI - 0.9, side < 0 ? 0.9 : Math.PI + 0.9);
      ctx.stroke();
    }
  }
}

/** Where the gauge changes: a rail pair of one width meets a pair of another. */
export function drawBreak(ctx, x, y, colours, size = 1) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  ctx.beginPath();
  ctx.arc(0, 0, 7, 0, 2 * Math.PI);
  ctx.fillStyle = colours.casing;
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = colours.ink;
  ctx.stroke();
  ctx.beginPath();
  for (const [x0, x1, half] of [[-5, -0.8, 1.6], [0.8, 5, 3]]) {
    for (const side of [-1, 1]) {
      ctx.moveTo(x0, side * half);
      ctx.lineTo(x1, side * half);
    }
  }
  ctx.stroke();
  ctx.restore();
}
