/* The card in a corner of the map: what is known of the chosen leg or place. */

import { button, h } from "./dom.js";
import { sourceLine } from "./figures.js";
import { icon } from "./icons.js";
import { walk } from "./strokes.js";
import { legTraits } from "./strip.js";
import { hueMark, lineSwatch } from "./swatches.js";

/** Move the card to the corner of the map where it hides least of the lines. */
export function placeCard(card, { map, plate }) {
  const size = map.getSize();
  const shift = plate.toCanvas(L.point(0, 0));
  const [width, height] = [card.offsetWidth + 30, card.offsetHeight + 30];
  const corners = { "top-left": [0, 0], "bottom-left": [0, size.y - height], "bottom-right": [size.x - width, size.y - height] };
  let least = Infinity;
  for (const [corner, [left, top]] of Object.entries(corners)) {
    let hidden = 0;
    for (const { runs, faded } of plate.seen().strokes) {
      for (const run of faded ? [] : runs) {
        walk(run, 6, (x, y) => {
          const [dx, dy] = [x - shift.x - left, y - shift.y - top];
          if (dx > 0 && dy > 0 && dx < width && dy < height) hidden += 1;
        });
      }
    }
    if (hidden < least) {
      least = hidden;
      card.dataset.corner = corner;
    }
  }
}

/** Fill the card for a leg, or for a place, or empty and hide it. */
export function showCard(card, chosen, page) {
  card.replaceChildren();
  const leg = chosen.leg === null ? null : page.model.legs.get(chosen.leg);
  const place = chosen.place === null ? null : page.model.places.get(chosen.place);
  card.hidden = !leg && !place;
  if (card.hidden) return;
  card.append(button({ class: "close", "aria-label": page.format.t("close") }, () => page.actions.closeCard(), icon("close")));
  card.append(...(leg ? legText(leg, page) : placeText(place, page)));
}

function legText(leg, page) {
  const { model, format } = page;
  const { t } = format;
  const corridor = model.corridors.get(leg.corridor);
  const branch = corridor.branches.find((b) => b.id === leg.branch);
  const rows = [
    [t("card.length"), format.length(leg.length_km, leg.mode)],
    [t("card.countries"), leg.countries.map(format.country).join(", ")],
    [t("card.passages"), leg.passages.map((id) => model.payload.passages[id] ?? id).join(", ")],
    [t("card.note"), leg.note],
  ].filter(([, value]) => value);
  return [
    h("p", { class: "eyebrow" }, corridor.name, corridor.branches.length > 1 ? ` · ${branch.name}` : ""),
    h("h2", {}, `${leg.from} – ${leg.to}`),
    h("p", { class: "traits" }, lineSwatch(leg, leg.corridor), [t(`mode.${leg.mode}`), ...legTraits(leg, page)].join(" · ")),
    h("dl", {}, rows.map(([name, value]) => [h("dt", {}, name), h("dd", { dir: "auto" }, value)])),
    leg.sources.length === 0 ? null : h("ul", { class: "facts" }, leg.sources.map((i) => h("li", {}, sourceLine(model.payload.sources[i], format)))),
  ].filter(Boolean);
}

function placeText(place, { model, format, actions }) {
  const { t } = format;
  const gauge = model.payload.breaks.find((b) => b.place === place.id);
  return [
    h("p", { class: "eyebrow" }, t(`kind.${place.kind}`), place.country ? ` · ${format.country(place.country)}` : ""),
    h("h2", {}, place.name),
    gauge ? h("p", {}, `${t("break")}: ${gauge.gauges.map((g) => format.number(g)).join(" | ")} ${t("unit.mm")}`) : null,
    h("ul", { class: "through" }, place.corridors.map((id) => corridorItem(model.corridors.get(id), actions))),
  ].filter(Boolean);
}

/** A corridor's name as an item of a list that chooses it. */
export function corridorItem(corridor, actions) {
  return h("li", { "data-hue": corridor.id }, button({ class: "choose" }, () => actions.chooseCorridor(corridor.id), hueMark(corridor), corridor.name));
}
