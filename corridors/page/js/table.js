/* The attribute tables: legs and mentions, sortable, linked with the map. */

import { button, h } from "./dom.js";
import { legsCsv, legsGeoJson, mentionsCsv, saveFile } from "./download.js";
import { icon } from "./icons.js";

/** Make the drawer with both tables. Rows are made when it is first opened. */
export function tableDrawer(page) {
  const { format, actions } = page;
  const { t } = format;
  const body = h("div", { class: "table-body", tabindex: 0, role: "region", "aria-label": t("table") });
  const tabs = ["legs", "mentions"].map((kind) => button({ class: "tab", "aria-pressed": kind === "legs" }, () => show(kind), t(`table.${kind}`)));
  const show = (kind) => {
    tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(["legs", "mentions"][i] === kind)));
    body.replaceChildren(makeTable(kind === "legs" ? legColumns(page) : mentionColumns(page), kind, page));
    page.dress(body);
  };
  const drawer = h(
    "div",
    { class: "drawer", id: "table", hidden: true },
    h(
      "div",
      { class: "drawer-bar" },
      tabs,
      h("span", { class: "spacer" }),
      button({ class: "plain" }, () => saveFile("legs.csv", "text/csv", legsCsv(page.model)), t("download.legs")),
      button({ class: "plain" }, () => saveFile("mentions.csv", "text/csv", mentionsCsv(page.model)), t("download.mentions")),
      button({ class: "plain" }, () => saveFile("corridors.geojson", "application/geo+json", legsGeoJson(page.model)), t("download.geojson")),
      button({ class: "close", "aria-label": t("close") }, () => actions.toggleTable(false), icon("close")),
    ),
    body,
  );
  return {
    drawer,
    /** Open, close or toggle the drawer. */
    show(open = drawer.hidden) {
      drawer.hidden = !open;
      document.querySelector(".foot").hidden = open;
      if (open && body.childElementCount === 0) show("legs");
      const tool = document.querySelector(".tool-table");
      tool.setAttribute("aria-pressed", String(open));
      if (!open) tool.focus();
    },
  };
}

function legColumns({ model, format }) {
  const { t } = format;
  return {
    rows: model.payload.legs,
    columns: [
      [t("column.corridor"), (leg) => model.corridors.get(leg.corridor).name],
      [t("column.branch"), (leg) => model.corridors.get(leg.corridor).branches.find((b) => b.id === leg.branch).name],
      [t("column.seq"), (leg) => leg.seq],
      [t("column.from"), (leg) => leg.from],
      [t("column.to"), (leg) => leg.to],
      [t("column.mode"), (leg) => t(`mode.${leg.mode}`)],
      [t("column.status"), (leg) => t(`status.${leg.status}`)],
      [t("column.km"), (leg) => leg.length_km],
      [t("column.gauge"), (leg) => leg.gauge_mm ?? ""],
      [t("column.countries"), (leg) => leg.countries.map(format.country).join(", ")],
    ],
  };
}

function mentionColumns({ model, format }) {
  const { t } = format;
  const document = (m) => model.payload.documents[m.document];
  return {
    rows: model.payload.mentions,
    columns: [
      ["№", (m) => m.n],
      [t("column.corridor"), (m) => model.corridors.get(m.corridor)?.name ?? t("loose.short")],
      [t("column.mention"), (m) => m.exact],
      [t("column.speaker"), (m) => m.speaker ?? ""],
      [t("column.manner"), (m) => (m.speaker === null ? t("voice.author") : t(m.direct ? "voice.said" : "voice.reported"))],
      [t("column.title"), (m) => document(m).title || document(m).publisher || document(m).id],
      [t("column.publisher"), (m) => document(m).publisher],
      [t("column.date"), (m) => document(m).date],
    ],
  };
}

function makeTable({ rows, columns }, kind, page) {
  const { actions } = page;
  const choose = kind === "legs" ? (row) => actions.chooseLeg(row.id) : (row) => actions.chooseMention(row.n);
  const body = h("tbody");
  const fill = (ordered) =>
    body.replaceChildren(
      ...ordered.map((row) => {
        const cells = columns.map(([, value], i) => {
          const text = value(row);
          const shown = typeof text === "number" ? page.format.number(text, 1) : text;
          const key = kind === "legs" ? 3 : 2;
          return h(i === key ? "th" : "td", { scope: i === key ? "row" : null, class: typeof text === "number" ? "numeric" : text.length > 44 ? "long" : null, dir: "auto" }, i === key ? button({ class: "plain" }, () => choose(row), shown) : shown);
        });
        return h("tr", { "data-hue": row.corridor ?? "" }, cells);
      }),
    );
  const heads = columns.map(([name], i) => h("th", { scope: "col", "aria-sort": "none" }, button({ class: "sort" }, () => sort(i), name)));
  let sorted = [-1, 1];
  const sort = (column) => {
    sorted = [column, sorted[0] === column ? -sorted[1] : 1];
    heads.forEach((head, i) => head.setAttribute("aria-sort", i !== column ? "none" : sorted[1] > 0 ? "ascending" : "descending"));
    fill([...rows].sort((a, b) => sorted[1] * compare(columns[column][1](a), columns[column][1](b))));
    page.dress(body);
  };
  fill(rows);
  return h("table", {}, h("thead", {}, h("tr", {}, heads)), body);
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b));
}
