/* Search and filter: which quotes, corridors and legs are shown. */

import { button, h } from "./dom.js";

const KINDS = ["mode", "status", "document", "speaker"];

/** Make the search box and the filters; `apply` is called with what remains after each change. */
export function filterElement(page, apply) {
  const { model, format } = page;
  const { t } = format;
  const input = h("input", { type: "search", id: "search", placeholder: t("search"), "aria-label": t("search"), autocomplete: "off", spellcheck: "false" });
  const result = h("p", { class: "result", role: "status" });
  const wanted = Object.fromEntries(KINDS.map((kind) => [kind, new Set()]));
  const run = () => {
    const left = select(model, input.value, wanted);
    result.textContent = left === null ? "" : t("search.found", { quotes: format.count(left.mentions.size, "quotes.n"), corridors: format.count(left.corridors.size, "corridors") });
    apply(left);
  };
  input.addEventListener("input", run);
  const groups = choices(model, format).map(([kind, options]) => group(kind, options, wanted[kind], run, t));
  const clear = button({ class: "plain" }, () => {
    input.value = "";
    for (const box of groups.flatMap((g) => [...g.querySelectorAll("input")])) box.checked = false;
    for (const set of Object.values(wanted)) set.clear();
    run();
    input.focus();
  }, t("filter.clear"));
  return h("search", { class: "filter" }, input, result, groups.length === 0 ? null : h("details", {}, h("summary", {}, t("filter")), groups, clear));
}

function choices({ payload }, { t }) {
  const unique = (items) => [...new Set(items)];
  return [
    ["mode", unique(payload.legs.map((leg) => leg.mode)).map((mode) => [mode, t(`mode.${mode}`)])],
    ["status", unique(payload.legs.map((leg) => leg.status)).map((status) => [status, t(`status.${status}`)])],
    ["document", payload.documents.map((d, i) => [i, d.title || d.publisher || d.id])],
    ["speaker", unique(payload.mentions.map((m) => m.speaker)).map((s) => [s, s ?? t("voice.author")])],
  ].filter(([, options]) => options.length > 1);
}

function group(kind, options, chosen, run, t) {
  return h(
    "fieldset",
    {},
    h("legend", {}, t(`filter.${kind}`)),
    options.map(([value, text]) => {
      const box = h("input", { type: "checkbox" });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(value);
        else chosen.delete(value);
        run();
      });
      return h("label", { dir: "auto" }, box, " ", text);
    }),
  );
}

/** What search words and filters leave: sets of ids, or null where nothing is asked for. */
export function select(model, query, wanted) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0 && Object.values(wanted).every((set) => set.size === 0)) return null;
  const legFits = (leg) => fits(wanted.mode, leg.mode) && fits(wanted.status, leg.status);
  const legsAsked = wanted.mode.size + wanted.status.size > 0;
  const quotesAsked = wanted.document.size + wanted.speaker.size > 0;
  const left = { corridors: new Set(), mentions: new Set(), legs: new Set() };
  for (const corridor of model.payload.corridors) {
    const legs = model.payload.legs.filter((leg) => leg.corridor === corridor.id && legFits(leg));
    const quotes = model.quotesOf.get(corridor.id).filter((m) => fits(wanted.document, m.document) && fits(wanted.speaker, m.speaker));
    if ((legsAsked && legs.length === 0) || (quotesAsked && quotes.length === 0)) continue;
    const own = matches(corridorText(corridor, model), words);
    const told = quotes.filter((m) => own || matches(quoteText(m, model), words));
    const drawn = legs.filter((leg) => own || matches(`${leg.from} ${leg.to} ${leg.note}`, words));
    if (!own && told.length === 0 && drawn.length === 0) continue;
    left.corridors.add(corridor.id);
    for (const m of told) left.mentions.add(m.n);
    for (const leg of drawn.length > 0 && words.length > 0 && told.length === 0 ? drawn : legs) left.legs.add(leg.id);
  }
  for (const m of model.loose) {
    if (!legsAsked && fits(wanted.document, m.document) && fits(wanted.speaker, m.speaker) && matches(quoteText(m, model), words)) left.mentions.add(m.n);
  }
  return left;
}

const fits = (set, value) => set.size === 0 || set.has(value);
const fold = (text) => String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const matches = (text, words) => {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
};

function corridorText(corridor) {
  return [corridor.name, corridor.summary, ...corridor.names.map((n) => n.text), ...corridor.branches.map((b) => b.name)].join(" ");
}

function quoteText(mention, { payload }) {
  const document = payload.documents[mention.document];
  return [mention.parts.map(([text]) => text).join(""), mention.speaker ?? "", document.title, document.publisher].join(" ");
}
