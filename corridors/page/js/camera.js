/* Where the map looks: everything, one corridor, some legs; in Mercator or from above the Pole. */

import { joinBoxes, leafletCrs, mercator, polar } from "./projections.js";

const NARROW = "screen and (max-width: 760px)";
const CLOSEST = 8;
/** Pixels left free round what is framed, for labels and tools. */
const ROOM = { wide: { left: 80, right: 90, top: 50, bottom: 50 }, narrow: { left: 30, right: 66, top: 58, bottom: 26 } };

/** Whether the page is laid out as a map with a sheet over it. */
export function isNarrow() {
  return matchMedia(NARROW).matches;
}

/** `sheetShare()` is the part of the map's height that a sheet covers. */
export function createCamera({ map, model, state, isStill, sheetShare }) {
  let chosenByHand = false;
  const projection = () => (state.get().polar ? polar : mercator);

  const frame = (box) => {
    if (!Number.isFinite(box[0])) {
      map.setView([30, 60], 2, { animate: false });
      return;
    }
    const size = map.getSize();
    const covered = sheetShare() * size.y;
    const free = isNarrow() ? ROOM.narrow : ROOM.wide;
    const width = Math.max(90, size.x - free.left - free.right);
    const height = Math.max(90, size.y - covered - free.top - free.bottom);
    const scale = Math.min(width / (box[2] - box[0]), height / (box[3] - box[1]));
    const zoom = Math.max(map.getMinZoom(), Math.min(CLOSEST, Math.floor(Math.log2(scale / 256) * 8) / 8));
    const pixel = 1 / (256 * 2 ** zoom);
    const x = (box[0] + box[2]) / 2 + ((free.right - free.left) / 2) * pixel;
    const y = (box[1] + box[3]) / 2 + ((covered + free.bottom - free.top) / 2) * pixel;
    const [lon, lat] = projection().unproject(x, y);
    map.setView([lat, lon], zoom, { animate: !isStill(), duration: 0.25 });
  };

  const turn = (on) => {
    if (state.get().polar === on) return;
    const centre = map.getCenter();
    state.set({ polar: on });
    map.options.crs = leafletCrs(projection());
    map.setView(centre, map.getZoom(), { reset: true, animate: false });
  };

  const idsOf = (corridor) => new Set(model.payload.legs.filter((leg) => !model.isBehind(leg.corridor, corridor)).map((leg) => leg.id));

  return {
    projection,
    turn,
    /** The box of a corridor, or of all, on the unit square. */
    boxOf: (corridor) => model.boxOfLegs(projection(), idsOf(corridor)),
    showAll: () => frame(model.boxOfLegs(projection(), idsOf(null))),
    /** Frame a corridor, in the view that suits it unless the reader has chosen one. */
    showCorridor(id) {
      if (!chosenByHand) turn(model.corridors.get(id).polar);
      const ids = idsOf(id);
      frame(model.boxOfLegs(projection(), ids.size > 0 ? ids : idsOf(null)));
    },
    /** Frame a corridor together with a route it is compared with. */
    showBaseline(id, key) {
      turn(false);
      const boxes = model.shapes(projection()).baselines.get(key).map(({ box }) => box);
      frame(joinBoxes([model.boxOfLegs(projection(), idsOf(id)), ...boxes]));
    },
    /** Bring a leg into view if it is not. */
    showLeg(id) {
      const box = model.boxOfLegs(projection(), new Set([id]));
      const scale = map.options.crs.scale(map.getZoom());
      const seen = map.getPixelBounds();
      const inside = box[0] * scale > seen.min.x && box[2] * scale < seen.max.x && box[1] * scale > seen.min.y && box[3] * scale < seen.max.y;
      if (!inside) frame(box);
    },
    /** Switch the view by hand and keep to it. */
    switchByHand() {
      chosenByHand = true;
      turn(!state.get().polar);
      const { corridor } = state.get();
      frame(model.boxOfLegs(projection(), idsOf(corridor)));
    },
  };
}
