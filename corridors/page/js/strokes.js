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
 * Clear the ground under runs of [x, y, …] pixels, so that crossings read.
 * @param {number} size 1 is normal; a chosen line is larger
 */
export function drawCasing(ctx, runs, style, colour, size = 1) {
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.setLineDash([]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = (style.hollow ? 5.2 : 2.6) * size + 2.6;
  ctx.stroke(pathOf(runs));
}

/** Draw the line itself; `colours` are its own and that of the ground it is hollow to. */
export function drawLine(ctx, runs, style, colours, size = 1) {
  const path = style.mode === "river" && !style.hollow && !style.dotted ? wave(runs, size) : pathOf(runs);
  ctx.lineJoin = "round";
  const pen = (colour, lineWidth, dash = [], cap = "round") => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = lineWidth * size;
    ctx.lineCap = cap;
    ctx.setLineDash(dash.map((length) => length * size));
    ctx.stroke(path);
  };
  if (style.dotted) {
    pen(colours.line, 2.8, [0.01, 5.6]);
  } else if (style.hollow) {
    drawHollow(pen, style, colours);
  } else if (style.mode === "rail") {
    pen(colours.line, 2);
    pen(colours.line, 6.6, [1.4, SLEEPER_GAP - 1.4], "butt");
  } else if (style.mode === "road") {
    pen(colours.line, 3, [6, 3.5], "butt");
  } else {
    pen(colours.line, style.mode === "river" ? 2 : 2.6);
  }
  ctx.setLineDash([]);
}

function drawHollow(pen, { mode, status }, colours) {
  if (mode === "rail") pen(colours.line, 8.6, [1.4, 9.6], "butt");
  pen(colours.line, 4.8, mode === "road" ? [9, 4] : [], "butt");
  pen(colours.casing, 2.4, [], "butt");
  if (status === "under-construction") pen(colours.line, 2.6, [6, 6], "butt");
}

/** Where colours repeat, marks tell corridors apart: one to three bars across, then one to three dots. */
export function drawTurns(ctx, runs, turn, ink, size, gap = 52) {
  if (turn === 0) return;
  ctx.lineCap = "butt";
  ctx.lineWidth = 1.7;
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  const { count, round } = turnMarks(turn);
  for (const run of runs) {
    walk(run, gap, (x, y, dx, dy) => {
      for (let i = 0; i < count; i += 1) {
        const along = (i - (count - 1) / 2) * (round ? 7 : 4) * size;
        const [px, py] = [x + dx * along, y + dy * along];
        ctx.beginPath();
        if (round) {
          ctx.arc(px, py, 2.6 * size, 0, 2 * Math.PI);
          ctx.fill();
        } else {
          ctx.moveTo(px - dy * 5 * size, py + dx * 5 * size);
          ctx.lineTo(px + dy * 5 * size, py - dx * 5 * size);
          ctx.stroke();
        }
      }
    });
  }
}

/** How many marks, and of what shape, stand for how often the set of colours was used up. */
export function turnMarks(turn) {
  return { count: ((turn - 1) % 3) + 1, round: (turn - 1) % 6 > 2 };
}

/** Arrowheads along runs, in the direction of the leg. */
export function drawArrows(ctx, runs, colours, size) {
  for (const run of runs) {
    walk(run, 90, (x, y, dx, dy) => {
      const [long, wide] = [6.5 * size, 4 * size];
      ctx.beginPath();
      ctx.moveTo(x + dx * long, y + dy * long);
      ctx.lineTo(x - dx * long * 0.6 - dy * wide, y - dy * long * 0.6 + dx * wide);
      ctx.lineTo(x - dx * long * 0.6 + dy * wide, y - dy * long * 0.6 - dx * wide);
      ctx.closePath();
      ctx.fillStyle = colours.line;
      ctx.fill();
      ctx.lineWidth = 1.2;
      ctx.strokeStyle = colours.casing;
      ctx.stroke();
    });
  }
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
