/* The parts of the page around the map, put in their places. */

import { button, h } from "./dom.js";
import { entrySteps, quoteSteps } from "./entry.js";
import { filterElement } from "./filter.js";
import { headingElement, pageSummary, pageTitle } from "./heading.js";
import { icon } from "./icons.js";
import { legendElement } from "./legend.js";

/** Fill the panel in steps: heading, search, corridors, routes outside the catalogue, credits. */
export function* panelSteps(page, story) {
  const { model, format, actions } = page;
  const { corridors, mentions } = model.payload;
  const listed = h("div", { class: "corridors" });
  const apart = h("section", { class: "loose" }, h("h2", {}, format.t("loose")));
  const undrawn = model.payload.undrawn.map((sentence) => h("p", { class: "note", dir: "auto" }, sentence));
  const unlisted = corridors.filter((corridor) => !corridor.listed);
  document.title = pageTitle(model, format);
  document.getElementById("panel-body").append(
    headingElement(page),
    h("div", { class: "printed" }, h("img", { id: "print-map", alt: pageSummary(model, format) }), legendElement(page)),
    corridors.length + mentions.length === 0 ? "" : filterElement(page, actions.applyFilter),
    listed,
    unlisted.length + model.loose.length + undrawn.length === 0 ? "" : apart,
    h("footer", {}, h("p", {}, `${format.t("credit")} ${format.t("credit.leaflet")}`)),
  );
  document.getElementById("panel").append(story.bar);
  for (const corridor of corridors) yield* entrySteps(corridor, page, corridor.listed ? listed : apart);
  yield* quoteSteps(model.loose, page, apart);
  apart.append(...undrawn);
}

/** Put tools and card over the map, legend and credits under it. */
export function buildStage(page, table) {
  const { model, format, map, camera, actions } = page;
  const { t } = format;
  map.getContainer().setAttribute("role", "region");
  map.getContainer().setAttribute("aria-label", `${t("map")}: ${pageSummary(model, format)}`);
  const tool = (name, sign, action, pressed) => button({ class: `tool tool-${name}`, "aria-label": t(`tool.${name}`), title: t(`tool.${name}`), "aria-pressed": pressed }, action, icon(sign));
  const tools = h(
    "div",
    { class: "tools", role: "group", "aria-label": t("tools") },
    tool("in", "plus", () => map.zoomIn()),
    tool("out", "minus", () => map.zoomOut()),
    tool("all", "all", () => {
      actions.clear();
      camera.showAll();
    }),
    tool("polar", "polar", () => camera.switchByHand(), "false"),
    tool("table", "table", () => actions.toggleTable(), "false"),
  );
  const card = h("aside", { class: "card", "aria-live": "polite", "aria-label": t("card"), hidden: true });
  const foot = h("div", { class: "foot" }, legendElement(page), h("p", { class: "credit" }, t("credit.short")));
  const plate = map.getContainer().parentElement;
  plate.prepend(h("div", { class: "over" }, tools, card));
  plate.after(foot, table.drawer);
  return { card, tools };
}
