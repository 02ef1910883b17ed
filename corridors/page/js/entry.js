/* One corridor in the panel. */

import { corridorItem } from "./card.js";
import { button, counted, folded, h } from "./dom.js";
import { baselineSection, lengthSection, publishedSection, sourceLine, wholeSection } from "./figures.js";
import { quoteElement } from "./quotes.js";
import { stripSections } from "./strip.js";
import { hueMark, lineSwatch } from "./swatches.js";

const AT_A_TIME = 40;

/** Put a corridor's entry into the panel, in steps: name, figures, quotes, legs. */
export function* entrySteps(corridor, page, panel) {
  const { model, format, actions } = page;
  const { t } = format;
  const quotes = model.quotesOf.get(corridor.id);
  const title = `corridor-${corridor.id}`;
  const told = h("section", { class: "quotes" }, h("h3", {}, counted(t("quotes"), quotes.length)), quotes.length === 0 ? h("p", { class: "note" }, t("quotes.none")) : null);
  const entry = h(
    "article",
    { class: "corridor", "data-corridor": corridor.id, "data-hue": corridor.id, tabindex: -1, "aria-labelledby": title },
    h(
      "header",
      {},
      h("h2", { id: title }, button({ class: "choose", "aria-pressed": "false" }, () => actions.chooseCorridor(corridor.id), hueMark(corridor), corridor.name)),
      actions.copyButton(`corridor=${corridor.id}`, t("copy.corridor", { name: corridor.name })),
    ),
    modeLine(corridor, model, t),
    corridor.summary ? h("p", { class: "summary" }, corridor.summary) : null,
    memberSection(corridor, page),
    lengthSection(corridor, page),
    told,
  );
  panel.append(entry);
  page.dress(entry);
  yield* quoteSteps(quotes, page, told);
  for (const section of [wholeSection, publishedSection, baselineSection, stripSections, backgroundSection]) {
    entry.append(...[section(corridor, page)].flat().filter(Boolean));
    yield;
  }
}

/** Put quotes into a section, some at a time. */
export function* quoteSteps(quotes, page, section) {
  for (let i = 0; i < quotes.length; i += AT_A_TIME) {
    section.append(...quotes.slice(i, i + AT_A_TIME).map((mention) => quoteElement(mention, page)));
    yield;
  }
}

function modeLine(corridor, model, t) {
  const legs = corridor.branches.flatMap((b) => b.legs.map((i) => model.payload.legs[i]));
  const statuses = [...new Set(legs.map((leg) => leg.status))].filter((s) => s !== "operating");
  if (legs.length === 0) return null;
  const kinds = [
    ...corridor.modes.map((mode) => [{ mode, status: "operating", certainty: "certain" }, t(`mode.${mode}`)]),
    ...statuses.map((status) => [legs.find((leg) => leg.status === status), t(`status.${status}`)]),
  ];
  return h("ul", { class: "modes" }, kinds.map(([leg, text]) => h("li", {}, lineSwatch(leg, corridor.id, 34), text)));
}

/** The corridors that an umbrella points to: those on this map can be chosen, of the others the name is given. */
function memberSection(corridor, { model, format, actions }) {
  if (!corridor.umbrella) return null;
  const { t } = format;
  const item = ({ id, name, shown }) => (shown ? corridorItem(model.corridors.get(id), actions) : h("li", {}, name));
  const part = (key, members) => (members.length === 0 ? null : [h("h3", {}, t(key)), h("ul", { class: "members" }, members.map(item))]);
  return h(
    "section",
    { class: "umbrella" },
    h("p", { class: "note" }, t("umbrella")),
    part("umbrella.shown", corridor.members.filter((m) => m.shown)),
    part("umbrella.other", corridor.members.filter((m) => !m.shown)),
  );
}

function backgroundSection(corridor, { model, format, dress }) {
  const { t, list, country } = format;
  const sources = model.payload.sources;
  const part = (heading, items, content) => (items.length === 0 ? null : [h("h4", {}, t(heading)), content(items)]);
  const limit = ({ name, note, source }) => h("p", {}, h("b", {}, name), note ? `. ${note} ` : " ", sourceLine(sources[source], format));
  if ([corridor.parties, corridor.names, corridor.limits, corridor.sources].every((items) => items.length === 0)) return null;
  return folded({}, [t("background")], [
    part("parties", corridor.parties, (codes) => h("p", {}, list(codes.map(country)))),
    part("names", corridor.names, (names) => h("ul", { class: "names" }, names.map(({ text, language }) => h("li", { lang: language, dir: "auto" }, text)))),
    part("limits", corridor.limits, (limits) => limits.map(limit)),
    part("sources", corridor.sources, (indices) => h("ul", { class: "facts" }, indices.map((i) => h("li", {}, sourceLine(sources[i], format))))),
  ], dress);
}
