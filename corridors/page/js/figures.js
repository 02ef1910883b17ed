/* Lengths and other figures of a corridor: what the line measures beside what is published. */

import { h, link } from "./dom.js";

/** Measured length of each branch, its share by mode, and the disagreement in words. */
export function lengthSection(corridor, { model, format }) {
  const { t, km, nm } = format;
  const atSea = corridor.modes.every((mode) => mode === "sea");
  return h(
    "section",
    { class: "lengths" },
    h("h3", {}, t("length.measured")),
    corridor.branches.map((branch) => {
      const through = branch.legs.map((i) => model.payload.legs[i]).filter((leg) => leg.variant === "");
      return h(
        "div",
        { class: "branch" },
        h("p", { class: "measure" }, h("span", { class: "branch-name" }, branch.name), h("span", { class: "figure" }, atSea ? `${nm(branch.length_km)} · ${km(branch.length_km)}` : km(branch.length_km))),
        modeBar(through, format),
        branch.lengths.map((length) => h("p", { class: "words" }, format.thin(length.words))),
      );
    }),
  );
}

/** How much of a branch goes by which mode, as a bar and in words. */
function modeBar(legs, { t, km }) {
  const sums = new Map();
  for (const leg of legs) sums.set(leg.mode, (sums.get(leg.mode) ?? 0) + leg.length_km);
  if (sums.size < 2) return null;
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  const bar = h("div", { class: "bar", "aria-hidden": "true" });
  for (const [mode, sum] of sums) {
    const piece = h("span", { class: `share ${mode}` });
    piece.style.flexGrow = String(sum / total);
    bar.append(piece);
  }
  return h("div", {}, bar, h("p", { class: "shares" }, [...sums].map(([mode, sum]) => `${t(`mode.${mode}`)} ${km(sum)}`).join(" · ")));
}

/** Published figures, each with its source. */
export function publishedSection(corridor, page) {
  const { t } = page.format;
  if (corridor.facts.length === 0) return null;
  return h("details", {}, h("summary", {}, t("published"), h("span", { class: "count" }, ` ${corridor.facts.length}`)), h("ul", { class: "facts" }, corridor.facts.map((fact) => factItem(fact, page))));
}

function factItem(fact, { model, format }) {
  const { t, figure, km } = format;
  const converted = fact.km !== null && fact.unit !== "km" ? ` (${km(fact.km)})` : "";
  return h(
    "li",
    {},
    h("span", { class: "figure" }, figure(fact), converted),
    fact.official ? h("span", { class: "tag" }, t("official")) : null,
    h("span", { class: "about", dir: "auto" }, ` ${fact.about}`),
    fact.note ? h("span", { class: "note", dir: "auto" }, ` ${fact.note}`) : null,
    " ",
    sourceLine(model.payload.sources[fact.source], format),
  );
}

/** A source: publisher, date and title, with a link where there is an address. */
export function sourceLine(source, { t, date }) {
  const name = source.publisher || source.title;
  return h(
    "span",
    { class: "source", dir: "auto" },
    source.url ? link(source.url, name) : name,
    source.publisher && source.title ? `, ${source.title}` : "",
    `, ${source.date ? date(source.date) : t("undated")}`,
  );
}

/** The route a corridor is compared with, with its published figures. */
export function baselineSection(corridor, page) {
  const { t } = page.format;
  const told = corridor.baselines.filter((b) => b.facts.length > 0);
  if (told.length === 0) return null;
  return h(
    "details",
    {},
    h("summary", {}, t("baseline")),
    told.map((b) => h("div", {}, h("h4", {}, b.name), b.note ? h("p", { class: "note" }, b.note) : null, h("ul", { class: "facts" }, b.facts.map((fact) => factItem(fact, page))))),
  );
}
