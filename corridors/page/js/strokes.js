/*
 * How a stretch of line looks. Colour says which corridor; everything else must also be told apart without colour:
 *   sea    a long smooth line            rail   a thin line with sleepers
 *   road   short dashes                  river  a wave
 *   planned                              hollow
 *   under construction                   hollow, its core filled in pieces
 *   suspended                            grey
 *   no alignment of its own (uncertain)  dots
 */

const SLEEPER_GAP = 7;

/** Which drawing a leg asks for. */
export function styleOf({ mode, status, certainty }) {
  const unbuilt = status === "planned" || status === "under-construction";
  return { mode, status, hollow: unbuilt, dotted: certainty === "uncertain" && !unbuilt, grey: status === "suspended" };
}

/**
 * Draw runs of [x, y, …] pixels.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[][]} runs
 * @param {{mode: string, hollow: boolean, dotted: boolean, status: string}} style
 * @param {{line: string, casing: string}} colours
 * @param {number} size 1 is normal; a chosen line is larger
 */
export function drawStroke(ctx, runs, style, colours, size = 1) {
  const width = 2.6 * size;
  const path = style.mode === "river" && !style.hollow ? wave(runs, size) : pathOf(runs);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  const pen = (colour, lineWidth, dash = [], cap = "round") => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = lineWidth;
    ctx.lineCap = cap;
    ctx.setLineDash(dash);
    ctx.stroke(path);
  };
  pen(colours.casing, (style.hollow ? 5.4 : 2.6) * size + 3.2);
  if (style.dotted) {
    pen(colours.line, width + 0.3, [0.01, 6 * size]);
  } else if (style.hollow) {
    if (style.mode === "rail") pen(colours.line, 9 * size, [1.5, SLEEPER_GAP * 1.6 * size - 1.5], "butt");
    pen(colours.line, 5.2 * size, style.mode === "road" ? [9 * size, 4 * size] : [], "butt");
    pen(colours.casing, 2.6 * size);
    if (style.status === "under-construction") pen(colours.line, 2.6 * size, [7 * size, 7 * size], "butt");
  } else if (style.mode === "rail") {
    pen(colours.line, 2 * size);
    pen(colours.line, 7 * size, [1.5 * size, (SLEEPER_GAP - 1.5) * size], "butt");
  } else if (style.mode === "road") {
    pen(colours.line, 3 * size, [6 * size, 3.5 * size], "butt");
  } else {
    pen(colours.line, style.mode === "river" ? 2 * size : width);
  }
  ctx.setLineDash([]);
}

function pathOf(runs) {
  const path = new Path2D();
  for (const run of runs) {
    path.moveTo(run[0], run[1]);
    for (let i = 2; i < run.length; i += 2) path.lineTo(run[i], run[i + 1]);
  }
  return path;
}

/** The same way, swinging to both sides. */
function wave(runs, size) {
  const [length, height, step] = [11 * size, 2.6 * size, 1.5];
  const path = new Path2D();
  for (const run of runs) {
    let along = 0;
    path.moveTo(run[0], run[1]);
    walk(run, step, (x, y, dx, dy) => {
      along += step;
      const swing = height * Math.sin((along / length) * 2 * Math.PI);
      path.lineTo(x - dy * swing, y + dx * swing);
    });
    path.lineTo(run[run.length - 2], run[run.length - 1]);
  }
  return path;
}

/** Visit points every `step` pixels along a run, with the direction there. */
export function walk(run, step, visit) {
  let left = step;
  for (let i = 2; i < run.length; i += 2) {
    const [x0, y0, x1, y1] = [run[i - 2], run[i - 1], run[i], run[i + 1]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
    while (left <= length) {
      visit(x0 + dx * left, y0 + dy * left, dx, dy);
      left += step;
    }
    left -= length;
  }
}

/**
 * Cut a line of the unit square to what a view shows: runs of pixels, thinned, with nothing far outside.
 */
export function runsInView(points, view, copy, margin = 40) {
  const { scale, left, top, width, height } = view;
  const runs = [];
  let run = null;
  let px = (points[0] + copy) * scale - left;
  let py = points[1] * scale - top;
  for (let i = 2; i < points.length; i += 2) {
    const x = (points[i] + copy) * scale - left;
    const y = points[i + 1] * scale - top;
    const last = i + 2 >= points.length;
    if (!last && Math.abs(x - px) + Math.abs(y - py) < 1.2) continue;
    const outside =
      Math.max(x, px) < -margin || Math.min(x, px) > width + margin || Math.max(y, py) < -margin || Math.min(y, py) > height + margin;
    if (outside) {
      run = null;
    } else {
      if (run === null) runs.push((run = [px, py]));
      run.push(x, y);
    }
    px = x;
    py = y;
  }
  return runs;
}
