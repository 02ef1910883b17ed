/* Lengths and other figures of a corridor: what the line measures beside what is published. */

import { button, counted, folded, h, link } from "./dom.js";

const ALIKE = 0.001;

/** Measured length of each branch, its share by mode, and what is published of it. */
export function lengthSection(corridor, page) {
  const { t } = page.format;
  if (corridor.branches.length === 0) return null;
  const silent = corridor.branches.every((branch) => branch.lengths[0].facts.length === 0);
  return h(
    "section",
    { class: "lengths" },
    h("h3", {}, t("length.measured")),
    corridor.branches.map((branch) => branchElement(branch, corridor, page)),
    silent && corridor.listed ? h("p", { class: "words" }, t("length.unpublished")) : null,
  );
}

/** Published lengths of the corridor as a whole, which are no branch's own. */
export function wholeSection(corridor, page) {
  const whole = corridor.facts.filter((fact) => fact.what === "length" && fact.branch.length === 0);
  if (whole.length === 0) return null;
  const { t } = page.format;
  const content = [disagreement(whole, page.format), h("ul", { class: "facts" }, whole.map((fact) => factItem(fact, page)))];
  return folded({}, counted(t("length.whole"), whole.length), content, page.dress);
}

function branchElement(branch, corridor, page) {
  const { t } = page.format;
  const legs = branch.legs.map((i) => page.model.payload.legs[i]).filter((leg) => leg.variant === "");
  const atSea = legs.every((leg) => leg.mode === "sea");
  const [own, ...stretches] = branch.lengths;
  return h(
    "div",
    { class: "branch" },
    h("p", { class: "measure" }, h("span", { class: "branch-name" }, branch.name), measured(branch.length_km, atSea, page.format)),
    modeBar(legs, page.format),
    own.facts.length === 0 ? null : inWords(own, corridor, page.format),
    own.facts.length === 0
      ? null
      : folded({}, counted(t("length.published"), own.facts.length), comparison(own, corridor, page), page.dress),
    stretches.length === 0
      ? null
      : folded({}, counted(t("length.stretches"), stretches.length), stretches.map((stretch) => stretchElement(stretch, atSea, corridor, page)), page.dress),
  );
}

function stretchElement(stretch, atSea, corridor, page) {
  return h(
    "div",
    { class: "stretch" },
    h("p", { class: "measure" }, h("span", {}, stretch.about), stretch.measured_km === null ? "" : measured(stretch.measured_km, atSea, page.format)),
    comparison(stretch, corridor, page, stretch.about),
  );
}

/** The published lengths of a branch and how they part from its line, in one sentence. */
function inWords({ facts, measured_km: length }, corridor, format) {
  const told = facts.map((i) => corridor.facts[i]).map((fact) => {
    const [name, off] = [format.figure(fact), difference(fact, length, format)];
    return [fact.official ? `${name} ${format.t("official.brackets")}` : name, off].filter(Boolean).join(", ");
  });
  return h("p", { class: "words" }, `${format.t("length.told")} ${[...new Set(told)].join("; ")}.`);
}

function measured(length, atSea, { km, nm }) {
  return h("span", { class: "figure" }, atSea ? [nm(length), h("span", { class: "also" }, ` ${km(length)}`)] : km(length));
}

/** Published lengths, each with its distance from the measured one. */
function comparison({ facts, measured_km: length }, corridor, page, heading = "") {
  const published = facts.map((i) => corridor.facts[i]);
  return [disagreement(published, page.format), h("ul", { class: "facts" }, published.map((fact) => factItem(fact, page, length, heading)))];
}

/** That the sources themselves part, and by how much. */
function disagreement(facts, { t, percent }) {
  const lengths = facts.flatMap((fact) => [fact.km, fact.km_to ?? fact.km]).filter((length) => length !== null);
  const apart = Math.max(...lengths) / Math.min(...lengths) - 1;
  return facts.length > 1 && apart > ALIKE ? h("p", { class: "words" }, t("length.disagree", { percent: percent(apart) })) : null;
}

/** How a published length differs from the measured one, in words. */
function difference(fact, length, { t, percent }) {
  if (fact.km === null || length === null || length === undefined) return null;
  const [low, high] = [fact.km, fact.km_to ?? fact.km];
  const off = length < low ? low - length : length > high ? high - length : 0;
  const share = Math.abs(off) / length;
  return share < ALIKE ? t("length.same") : t(off > 0 ? "length.longer" : "length.shorter", { percent: percent(share) });
}

/** How much of a branch goes by which mode, as a bar and in words. */
function modeBar(legs, { t, km }) {
  const sums = new Map();
  for (const leg of legs) sums.set(leg.mode, (sums.get(leg.mode) ?? 0) + leg.length_km);
  if (sums.size < 2) return null;
  const bar = h("div", { class: "bar", "aria-hidden": "true" });
  for (const [mode, sum] of sums) {
    const piece = h("span", { class: `share ${mode}` });
    piece.style.flexGrow = String(sum);
    bar.append(piece);
  }
  return [bar, h("p", { class: "shares" }, [...sums].map(([mode, sum]) => `${t(`mode.${mode}`)} ${km(sum)}`).join(" · "))];
}

/** Published figures other than lengths, grouped by what they are of. */
export function publishedSection(corridor, page) {
  const { t, slug } = page.format;
  const facts = corridor.facts.filter((fact) => fact.what !== "length");
  if (facts.length === 0) return null;
  const kinds = [...new Set(facts.map((fact) => fact.what))];
  const content = kinds.map((what) => [h("h4", {}, slug("what", what)), h("ul", { class: "facts" }, facts.filter((fact) => fact.what === what).map((fact) => factItem(fact, page)))]);
  return folded({}, counted(t("published"), facts.length), content, page.dress);
}

function factItem(fact, page, length, heading = "") {
  const { t, figure, km } = page.format;
  const converted = fact.km !== null && fact.unit !== "km" && fact.value_to === null ? h("span", { class: "also" }, ` ${km(fact.km)}`) : null;
  return h(
    "li",
    {},
    h("span", { class: "figure" }, figure(fact), converted),
    fact.official ? h("span", { class: "tag" }, t("official")) : null,
    h("span", { class: "difference" }, difference(fact, length, page.format)),
    fact.about === heading ? null : h("span", { class: "about", dir: "auto" }, fact.about),
    fact.note ? h("span", { class: "note", dir: "auto" }, fact.note) : null,
    sourceLine(page.model.payload.sources[fact.source], page.format),
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

/** The routes a corridor is compared with: on the map on request, with what is published of them. */
export function baselineSection(corridor, page) {
  const { t } = page.format;
  if (corridor.baselines.length === 0) return null;
  return folded({}, [t("baseline")], corridor.baselines.map((baseline) => baselineElement(baseline, corridor, page)), page.dress);
}

function baselineElement(baseline, corridor, page) {
  const key = `${corridor.id}/${baseline.id}`;
  return h(
    "div",
    { class: "branch" },
    h("p", { class: "measure" }, h("span", { class: "branch-name" }, baseline.name), measured(baseline.length_km, baseline.at_sea, page.format)),
    baseline.note ? h("p", { class: "note" }, baseline.note) : null,
    button({ class: "plain", "data-baseline": key, "aria-pressed": "false" }, () => page.actions.toggleBaseline(corridor.id, key), page.format.t("baseline.show")),
    h("ul", { class: "facts" }, baseline.facts.map((fact) => factItem(fact, page, fact.what === "length" ? baseline.length_km : undefined))),
  );
}
