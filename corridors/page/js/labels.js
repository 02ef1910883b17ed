/* Labels that do not run into one another: the important ones first, each at the best free spot beside its point. */

const CELL = 48;

/**
 * Remembers taken boxes [left, top, right, bottom] and points that should stay in sight.
 * @param {number[]|null} frame no label may be cut by the edge of this box
 */
export function createSpace(frame = null) {
  const cells = new Map();
  const points = new Map();
  const visit = (box, use) => {
    for (let i = Math.floor(box[0] / CELL); i <= Math.floor(box[2] / CELL); i += 1) {
      for (let j = Math.floor(box[1] / CELL); j <= Math.floor(box[3] / CELL); j += 1) use(`${i},${j}`);
    }
  };
  return {
    take(box) {
      visit(box, (key) => {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(box);
      });
    },
    isFree(box) {
      let free = frame === null || !isCut(box, frame);
      visit(box, (key) => {
        for (const other of cells.get(key) ?? []) {
          if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) free = false;
        }
      });
      return free;
    },
    /** Note that a line passes here. */
    pass(x, y) {
      const key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
      if (!points.has(key)) points.set(key, []);
      points.get(key).push(x, y);
    },
    /** How often lines pass through a box. */
    crossings(box) {
      let count = 0;
      visit(box, (key) => {
        const near = points.get(key) ?? [];
        for (let i = 0; i < near.length; i += 2) {
          if (near[i] > box[0] && near[i] < box[2] && near[i + 1] > box[1] && near[i + 1] < box[3]) count += 1;
        }
      });
      return count;
    },
  };
}

function isCut(box, frame) {
  const inside = box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
  const outside = box[2] < frame[0] || box[3] < frame[1] || box[0] > frame[2] || box[1] > frame[3];
  return !inside && !outside;
}

/** Spots around a point: [horizontal, vertical] shares of the label's size, the best first. */
const SPOTS = [[0, 0.5], [-1, 0.5], [-0.5, 1], [-0.5, 0], [0, 1], [0, 0], [-1, 1], [-1, 0]];

/**
 * Find a place for a label of `width` × `height` pixels beside a mark of radius `gap`.
 * @returns {number[]|null} the label's box, or null when every spot is taken or too much line would be covered
 */
export function placeLabel(space, x, y, width, height, gap, tolerance = 3) {
  let best = null;
  let least = Infinity;
  SPOTS.forEach(([right, down], index) => {
    const offsetX = right === -0.5 ? 0 : right === 0 ? gap : -gap;
    const diagonal = right !== -0.5 && down !== 0.5;
    const offsetY = right === -0.5 ? (down === 1 ? -gap : gap) : diagonal ? (down === 1 ? -gap * 0.4 : gap * 0.4) : 0;
    const left = x + right * width + offsetX;
    const top = y - down * height + offsetY;
    const box = [left, top, left + width, top + height];
    if (!space.isFree(box)) return;
    const cost = space.crossings(box) * 2 + index * 0.5;
    if (cost < least) {
      least = cost;
      best = box;
    }
  });
  return least <= tolerance * 2 + 4 ? best : null;
}

/** Write text with a halo in the ground's colour. */
export function writeWithHalo(ctx, text, x, y, ink, halo, width = 3.5) {
  ctx.lineJoin = "round";
  ctx.strokeStyle = halo;
  ctx.lineWidth = width;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
}
