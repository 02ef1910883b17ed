/* The legend: the marks themselves, drawn as on the map. */

import { h } from "./dom.js";
import { markKind } from "./marks.js";
import { breakSwatch, hueMark, limitSwatch, lineSwatch, markSwatch } from "./swatches.js";

/** Make the legend of what this map really shows. */
export function legendElement({ model, format, embedded }) {
  const { t } = format;
  const { legs, corridors, places, breaks } = model.payload;
  const row = (picture, text, hue = null) => h("li", { "data-hue": hue }, picture, h("span", {}, text));
  const modes = [...new Set(legs.map((leg) => leg.mode))];
  const statuses = ["under-construction", "planned", "suspended"].filter((s) => legs.some((leg) => leg.status === s));
  const sample = (status) => ({ mode: legs.find((leg) => leg.status === status).mode, status, certainty: "certain" });
  const dotted = legs.filter((leg) => leg.certainty === "uncertain" && leg.status === "operating");
  const kinds = [...new Set(places.map((place) => markKind(place.kind)))].sort();
  return h(
    "section",
    { class: "legend", "aria-label": t("legend") },
    h(
      "ul",
      {},
      corridors.length > 8 || !embedded ? null : corridors.map((c) => row(hueMark(c), c.name, c.id)),
      modes.map((mode) => row(lineSwatch({ mode, status: "operating", certainty: "certain" }), t(`mode.${mode}`))),
      statuses.map((status) => row(lineSwatch(sample(status)), t(`status.${status}`))),
      dotted.some((leg) => !model.corridors.get(leg.corridor).listed) ? row(lineSwatch({ mode: "road", status: "operating", certainty: "uncertain" }), t("line.named")) : null,
      dotted.some((leg) => model.corridors.get(leg.corridor).listed) ? row(lineSwatch({ mode: "road", status: "operating", certainty: "uncertain" }), t("line.uncertain")) : null,
      corridors.some((c) => c.limits.length > 0) ? row(limitSwatch(), t("limit")) : null,
      kinds.map((kind) => row(markSwatch(kind), t(`kind.${kind}`))),
      breaks.length > 0 ? row(breakSwatch(), t("break")) : null,
    ),
  );
}
