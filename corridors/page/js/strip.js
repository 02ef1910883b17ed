/* The legs of a branch as a strip: stops under one another, between them how one gets on. */

import { button, counted, folded, h } from "./dom.js";
import { lineSwatch } from "./swatches.js";

/** Make the folded strips of all branches of a corridor. */
export function stripSections(corridor, page) {
  const { t } = page.format;
  return corridor.branches.map((branch) => {
    const heading = corridor.branches.length > 1 ? t("legs.of", { branch: branch.name }) : t("legs");
    const content = [
      branch.note ? h("p", { class: "note" }, branch.note) : null,
      h("ol", { class: "strip" }, branch.legs.map((i) => legItem(page.model.payload.legs[i], page))),
    ];
    return folded({ class: "legs" }, counted(heading, branch.legs.length), content, page.dress);
  });
}

function legItem(leg, page) {
  const { format, actions } = page;
  const { t } = format;
  const extras = [t(`mode.${leg.mode}`), ...legTraits(leg, page)];
  return h(
    "li",
    { class: leg.variant ? "variant" : null },
    button(
      { class: "leg", "data-leg": leg.id },
      () => actions.chooseLeg(leg.id),
      lineSwatch(leg, leg.corridor, 34),
      h("span", { class: "ends" }, `${leg.from} – ${leg.to}`),
      h("span", { class: "leg-length" }, format.km(leg.length_km)),
      h("span", { class: "extras" }, extras.join(" · ")),
    ),
  );
}

/** What else is worth saying of a leg, in a few words each. */
export function legTraits(leg, { model, format: { t, number } }) {
  const line = model.corridors.get(leg.corridor).listed ? leg.certainty : "named";
  return [
    leg.status === "operating" ? "" : t(`status.${leg.status}`),
    leg.gauge_mm === null ? "" : `${number(leg.gauge_mm)}\u202f${t("unit.mm")}`,
    leg.season,
    leg.variant ? t("variant", { text: leg.variant }) : "",
    line === "certain" ? "" : t(`line.${line}`),
  ].filter(Boolean);
}
