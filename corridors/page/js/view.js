/* What part of the plane a canvas shows: canvas pixel = unit × scale − origin. */

/**
 * @param {object} projection
 * @param {number} scale pixels to the unit square's side
 * @param {number} left @param {number} top of the canvas, in pixels of the plane
 * @param {number} width @param {number} height of the canvas in CSS pixels
 */
export function makeView(projection, scale, left, top, width, height) {
  const view = { projection, scale, left, top, width, height, zoom: Math.log2(scale / 256), ground: true };
  view.copies = projection.repeats
    ? range(Math.floor(left / scale) - 1, Math.floor((left + width) / scale) + 1)
    : [0];
  view.point = (lon, lat, copy = 0) => {
    const [x, y] = projection.project(lon, lat);
    return [(x + copy) * scale - left, y * scale - top];
  };
  view.shows = ([west, north, east, south], copy, margin = 0) =>
    (west + copy) * scale - left < width + margin &&
    (east + copy) * scale - left > -margin &&
    north * scale - top < height + margin &&
    south * scale - top > -margin;
  return view;
}

/** The view of a canvas that holds `box` (of the unit square) with room around it. */
export function viewOfBox(projection, box, width, height, margin) {
  const scale = Math.min((width - 2 * margin) / (box[2] - box[0]), (height - 2 * margin) / (box[3] - box[1]));
  const left = ((box[0] + box[2]) / 2) * scale - width / 2;
  const top = ((box[1] + box[3]) / 2) * scale - height / 2;
  return makeView(projection, scale, left, top, width, height);
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
