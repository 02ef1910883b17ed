/* The parts of the page around the map, put in their places. */

import { button, h } from "./dom.js";
import { corridorEntry } from "./entry.js";
import { filterElement } from "./filter.js";
import { headingElement, pageSummary, pageTitle } from "./heading.js";
import { icon } from "./icons.js";
import { legendElement } from "./legend.js";
import { quoteElement } from "./quotes.js";

/** Fill the panel: heading, search, corridors, routes outside the catalogue, credits. */
export function buildPanel(page, story) {
  const { model, format, actions } = page;
  const { corridors, mentions } = model.payload;
  const entries = (listed) => corridors.filter((corridor) => corridor.listed === listed).map((corridor) => corridorEntry(corridor, page));
  const apart = [...entries(false), ...model.loose.map((mention) => quoteElement(mention, page))];
  document.title = pageTitle(model, format);
  document.getElementById("panel-body").append(
    headingElement(page),
    h("div", { class: "printed" }, h("img", { id: "print-map", alt: pageSummary(model, format) }), legendElement(page)),
    corridors.length + mentions.length === 0 ? "" : filterElement(page, actions.applyFilter),
    h("div", { class: "corridors" }, entries(true)),
    apart.length === 0 ? "" : h("section", { class: "loose" }, h("h2", {}, format.t("loose")), apart),
    h("footer", {}, h("p", {}, format.t("credit"))),
  );
  document.getElementById("panel").append(story.bar);
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
