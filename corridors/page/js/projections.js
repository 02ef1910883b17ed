/* Two ways to lay the globe on a plane. A plane is a unit square: x to the right, y down, as Leaflet's CRS wants it. */

const RADIANS = Math.PI / 180;
const MERCATOR_LIMIT = 85.0511287798;

/** The meridian that points down in the polar view: Siberia then reads from west to east. */
const DOWNWARD_MERIDIAN = 100;
/** The polar disc ends at this latitude. */
export const POLAR_EDGE = -12;

export const mercator = {
  id: "mercator",
  repeats: true,
  project(lon, lat) {
    const bounded = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat));
    const sine = Math.sin(bounded * RADIANS);
    return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  },
  unproject(x, y) {
    return [(x - 0.5) * 360, Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS];
  },
};

/** Lambert's azimuthal equal-area projection about the North Pole, at the scale of Mercator's equator. */
export const polar = {
  id: "polar",
  repeats: false,
  project(lon, lat) {
    const radius = Math.sin((90 - lat) * RADIANS / 2) / Math.PI;
    const angle = (lon - DOWNWARD_MERIDIAN) * RADIANS;
    return [0.5 + radius * Math.sin(angle), 0.5 + radius * Math.cos(angle)];
  },
  unproject(x, y) {
    const radius = Math.min(1, Math.hypot(x - 0.5, y - 0.5) * Math.PI);
    const lon = Math.atan2(x - 0.5, y - 0.5) / RADIANS + DOWNWARD_MERIDIAN;
    return [lon > 180 ? lon - 360 : lon, 90 - 2 * Math.asin(radius) / RADIANS];
  },
};

/** Radius of the polar disc on the unit square. */
export const POLAR_RADIUS = Math.sin((90 - POLAR_EDGE) * RADIANS / 2) / Math.PI;

/** Make the Leaflet CRS of a projection. */
export function leafletCrs(projection) {
  if (projection.id === "mercator") return L.CRS.EPSG3857;
  return L.extend({}, L.CRS.Earth, {
    code: "corridors:polar",
    wrapLng: undefined,
    infinite: true,
    transformation: new L.Transformation(1, 0, 1, 0),
    projection: {
      project: (at) => new L.Point(...projection.project(at.lng, at.lat)),
      unproject: (point) => {
        const [lon, lat] = projection.unproject(point.x, point.y);
        return new L.LatLng(lat, lon);
      },
      bounds: new L.Bounds([0, 0], [1, 1]),
    },
  });
}

/** Project [lon, lat, …] into [x, y, …] on the unit square. */
export function projectFlat(projection, flat) {
  const out = new Float64Array(flat.length);
  for (let i = 0; i < flat.length; i += 2) {
    const [x, y] = projection.project(flat[i], flat[i + 1]);
    out[i] = x;
    out[i + 1] = y;
  }
  return out;
}

/** The box [west, north, east, south] of points on the unit square. */
export function boxOf(flat) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.length; i += 2) {
    west = Math.min(west, flat[i]);
    east = Math.max(east, flat[i]);
    north = Math.min(north, flat[i + 1]);
    south = Math.max(south, flat[i + 1]);
  }
  return [west, north, east, south];
}

/** The box around several boxes. */
export function joinBoxes(boxes) {
  return boxes.reduce(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
