/* The top of the panel: what this is, in one sentence, and what it was made from. */

import { isNarrow } from "./camera.js";
import { h } from "./dom.js";
import { documentLine } from "./quotes.js";

/** The page's title. */
export function pageTitle(model, format) {
  return capital(titleOf(model, format));
}

/** One sentence that sums up the page; also the map's text alternative. */
export function pageSummary(model, format) {
  return capital(summaryOf(model, format));
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** How many corridors there are, and how many routes that only the texts name. */
function counted({ corridors }, count) {
  const listed = corridors.filter((corridor) => corridor.listed).length;
  return [listed && count(listed, "corridors"), listed < corridors.length && count(corridors.length - listed, "routes")].filter(Boolean);
}

function titleOf({ payload }, { t, count }) {
  if (payload.title) return payload.title;
  if (payload.corridors.length === 0) return t("title.none");
  if (payload.corridors.length === 1) return payload.corridors[0].name;
  return t("title", { corridors: counted(payload, count).join(", ") });
}

function summaryOf({ payload }, { t, count, list }) {
  const documents = count(payload.documents.length, "documents");
  if (payload.corridors.length === 0) return t("summary.none", { documents });
  const corridors = list(counted(payload, count));
  if (payload.mentions.length === 0) return t("summary.catalogue", { corridors });
  return t("summary", {
    corridors,
    mentions: count(payload.mentions.length, "times"),
    documents,
  });
}

/** Title, summary and the documents read. */
export function headingElement(page) {
  const { model, format } = page;
  const { documents, corridors, catalogue } = model.payload;
  return h(
    "header",
    { class: "heading" },
    h("h1", {}, pageTitle(model, format)),
    h("p", { class: "lead" }, pageSummary(model, format)),
    documents.length === 0
      ? null
      : h("details", { class: "read", open: documents.length <= 3 && !isNarrow() }, h("summary", {}, format.t("read")), h("ol", {}, documents.map((d) => h("li", {}, documentLine(d, format), ` · ${format.count(d.mentions, "mentions")}`)))),
    corridors.length > 0
      ? null
      : h("section", { class: "empty" }, h("h2", {}, format.t("known", { n: catalogue.length })), h("ul", {}, catalogue.map((name) => h("li", {}, name)))),
  );
}
