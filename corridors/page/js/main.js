/* Puts the parts together. `start` makes the map that folium's template asks for; layers of folium may follow. */

import { showCard } from "./card.js";
import { button, h } from "./dom.js";
import { corridorEntry } from "./entry.js";
import { filterElement } from "./filter.js";
import { createFormat } from "./format.js";
import { createFrame } from "./frame.js";
import { headingElement, pageSummary, pageTitle } from "./heading.js";
import { hitTest } from "./hit.js";
import { legendElement } from "./legend.js";
import { copyButton, readHash, writeHash } from "./links.js";
import { createModel, readPayload } from "./model.js";
import { preparePrinting } from "./print.js";
import { joinBoxes, leafletCrs, mercator, polar } from "./projections.js";
import { quoteElement } from "./quotes.js";
import { createPlateLayer } from "./renderer.js";
import { createSheet } from "./sheet.js";
import { createState } from "./state.js";
import { storyBar } from "./story.js";
import { paintSwatches } from "./swatches.js";
import { tableDrawer } from "./table.js";
import { publishColours, readTheme } from "./theme.js";

const NOTHING = { corridor: null, mention: null, leg: null, place: null };

function start(id, options) {
  const model = createModel(readPayload());
  const format = createFormat(model.payload);
  const embedded = new URLSearchParams(location.search).has("embed");
  document.documentElement.classList.toggle("embed", embedded);
  const state = createState({ ...NOTHING, hovered: null, hoveredMention: null, shown: null, remaining: null, polar: false });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let theme = null;
  let frame = null;
  let own = false;

  const projection = () => (state.get().polar ? polar : mercator);
  const map = L.map(id, {
    ...options,
    crs: leafletCrs(mercator),
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 90,
    minZoom: 1,
    maxZoom: 10,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
  });
  const page = { model, format, actions: null };
  const given = () => ({ model, theme, format, chosen: state.get() });
  const plate = createPlateLayer(given, projection);
  const actions = createActions();
  page.actions = actions;

  buildPanel();
  const story = storyBar(page);
  const table = tableDrawer(page);
  const card = h("aside", { class: "card", "aria-live": "polite", "aria-label": format.t("card"), hidden: true });
  const sheet = buildShell();
  refreshTheme();
  openAddress();
  plate.addTo(map);
  frame = createFrame(map, () => theme, projection);
  refreshTheme();
  listen();
  story.update(state.get());
  return map;

  function createActions() {
    const change = (values) => state.set(values);
    return {
      chosen: () => state.get(),
      copyButton: (hash, label) => copyButton(hash, label, format.t),
      hover: ({ mention, corridor }) => change({ hoveredMention: mention, hovered: corridor }),
      isShown: (n) => state.get().remaining === null || state.get().remaining.mentions.has(n),
      closeCard: () => change({ leg: null, place: null }),
      clear: () => change(NOTHING),
      chooseCorridor(corridor) {
        const already = state.get().corridor === corridor && state.get().mention === null && state.get().leg === null;
        change(already ? NOTHING : { ...NOTHING, corridor });
        if (!already) showCorridor(corridor);
      },
      chooseMention(n) {
        const mention = model.mentions.get(n);
        if (!mention) return;
        const known = mention.corridor !== null && model.corridors.has(mention.corridor);
        const moved = known && state.get().corridor !== mention.corridor;
        change({ ...NOTHING, mention: n, corridor: known ? mention.corridor : null });
        if (moved) showCorridor(mention.corridor);
        reveal(`[data-mention="${n}"]`);
      },
      chooseLeg(legId) {
        const leg = model.legs.get(legId);
        change({ ...NOTHING, corridor: leg.corridor, leg: legId });
        showBox(new Set([legId]), leg.corridor);
      },
      choosePlace(place) {
        change({ leg: null, place: place.id });
      },
      toggleTable(open) {
        const drawer = table.drawer;
        drawer.hidden = open === undefined ? !drawer.hidden : !open;
        if (!drawer.hidden) {
          table.open();
          publishColours(theme);
        }
        document.querySelector(".tool-table")?.setAttribute("aria-pressed", String(!drawer.hidden));
        map.invalidateSize({ pan: false });
      },
      setPolar(on) {
        if (state.get().polar === on) return;
        const centre = map.getCenter();
        change({ polar: on });
        map.options.crs = leafletCrs(projection());
        map.setView(centre, map.getZoom(), { reset: true, animate: false });
        frame?.draw();
      },
    };
  }

  function buildPanel() {
    const panel = document.getElementById("panel-body");
    const left = h("section", { class: "loose", hidden: model.loose.length === 0 }, h("h2", {}, format.t("loose")), model.loose.map((m) => quoteElement(m, page)));
    panel.append(
      headingElement(page),
      ...(model.payload.corridors.length === 0 && model.loose.length === 0 ? [] : [filterElement(page, applyFilter)]),
      h("div", { class: "corridors" }, model.payload.corridors.map((c) => corridorEntry(c, page))),
      left,
      h("footer", {}, h("p", {}, format.t("credit"))),
    );
    document.title = pageTitle(model, format);
  }

  function buildShell() {
    const container = map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", `${format.t("map")}: ${pageSummary(model, format)}`);
    const stage = document.getElementById("stage");
    const tool = (name, sign, action) => button({ class: `tool tool-${name}`, "aria-label": format.t(`tool.${name}`), title: format.t(`tool.${name}`) }, action, sign);
    const tools = h(
      "div",
      { class: "tools", role: "toolbar", "aria-label": format.t("tools") },
      tool("in", "+", () => map.zoomIn()),
      tool("out", "−", () => map.zoomOut()),
      tool("all", "⤢", () => {
        state.set(NOTHING);
        showAll();
      }),
      h("span", { class: "gap" }),
      tool("polar", "◔", () => {
        own = true;
        actions.setPolar(!state.get().polar);
        const { corridor } = state.get();
        if (corridor === null) showAll();
        else frameBox(boxOf(corridor));
      }),
      tool("table", "▤", () => actions.toggleTable()),
    );
    tools.querySelector(".tool-polar").setAttribute("aria-pressed", "false");
    tools.querySelector(".tool-table").setAttribute("aria-pressed", "false");
    stage.append(tools, card, h("div", { class: "corner" }, legendElement(page)), h("p", { class: "credit" }, format.t("credit.short")), table.drawer);
    document.getElementById("panel").append(story.bar);
    L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
    const image = h("img", { id: "print-map", alt: pageSummary(model, format) });
    document.querySelector(".heading").after(image);
    preparePrinting(image, given, projection, () => boxOf(null));
    return createSheet(document.getElementById("panel"), document.getElementById("handle"), () => {});
  }

  function refreshTheme() {
    theme = readTheme(model.payload.corridors);
    theme.casing = theme.paper;
    theme.halo = theme.paper;
    publishColours(theme);
    paintSwatches(theme);
    plate.redraw();
    frame?.draw();
  }

  function boxOf(corridor) {
    const ids = new Set(model.payload.legs.filter((leg) => corridor === null || leg.corridor === corridor).map((leg) => leg.id));
    return model.boxOfLegs(projection(), ids);
  }

  function frameBox(box) {
    if (!Number.isFinite(box[0])) {
      map.setView([40, 80], 2);
      return;
    }
    const size = map.getSize();
    const narrow = isNarrow();
    const bottom = narrow && !embedded ? { low: 0.14, half: 0.5, full: 0.5 }[sheet.height()] * size.y : 0;
    const [width, height] = [Math.max(80, size.x - (narrow ? 56 : 110)), Math.max(80, size.y - bottom - (narrow ? 80 : 110))];
    const scale = Math.min(width / (box[2] - box[0]), height / (box[3] - box[1]));
    const zoom = Math.max(map.getMinZoom(), Math.min(8, Math.floor(Math.log2(scale / 256) * 4) / 4));
    const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + bottom / 2 / (256 * 2 ** zoom)];
    const [lon, lat] = projection().unproject(middle[0], middle[1]);
    map.setView([lat, lon], zoom, { animate: !calm && map._loaded, duration: 0.25 });
  }

  function isNarrow() {
    return matchMedia("(max-width: 760px)").matches;
  }

  function showAll() {
    frameBox(boxOf(null));
  }

  function showCorridor(id) {
    if (!own) actions.setPolar(model.corridors.get(id).polar);
    frameBox(boxOf(id));
    reveal(`[data-corridor="${CSS.escape(id)}"]`);
  }

  function showBox(legIds, corridor) {
    const box = model.boxOfLegs(projection(), legIds);
    const seen = map.getPixelBounds();
    const scale = map.options.crs.scale(map.getZoom());
    const inside = box[0] * scale > seen.min.x && box[2] * scale < seen.max.x && box[1] * scale > seen.min.y && box[3] * scale < seen.max.y;
    if (!inside) frameBox(joinBoxes([box]));
    const item = document.querySelector(`[data-leg="${CSS.escape([...legIds][0])}"]`);
    const entry = document.querySelector(`[data-corridor="${CSS.escape(corridor)}"]`);
    if (!entry.contains(document.activeElement)) (item?.closest("details")?.open ? item : entry).scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function reveal(selector) {
    const element = document.querySelector(selector);
    if (!element || embedded) return;
    if (isNarrow() && sheet.height() === "low") sheet.set("half");
    element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  function applyFilter(left) {
    for (const element of document.querySelectorAll("[data-corridor]")) element.hidden = left !== null && !left.corridors.has(element.dataset.corridor);
    for (const element of document.querySelectorAll("[data-mention]")) element.hidden = left !== null && !left.mentions.has(Number(element.dataset.mention));
    state.set({ remaining: left, shown: left === null ? null : left.legs });
  }

  function openAddress() {
    const { corridor, mention, map: at, polar: asked } = readHash(location.hash);
    map.setView([45, 90], 2);
    if (asked) actions.setPolar(true);
    if (mention !== null && model.mentions.has(mention)) actions.chooseMention(mention);
    else if (corridor !== null && model.corridors.has(corridor)) {
      state.set({ ...NOTHING, corridor });
      showCorridor(corridor);
    } else showAll();
    if (at) map.setView([at.lat, at.lon], at.zoom, { animate: false });
  }

  function listen() {
    let moved = false;
    state.listen((now, before) => {
      plate.redraw();
      if (now.corridor !== before.corridor || now.mention !== before.mention || now.leg !== before.leg) markChosen(now);
      if (now.leg !== before.leg || now.place !== before.place) {
        showCard(card, now, page);
        publishColours(theme);
        paintSwatches(theme);
      }
      if (now.mention !== before.mention || now.corridor !== before.corridor) writeHash(now, map, moved, now.polar);
      story.update(now);
      document.querySelector(".tool-polar").setAttribute("aria-pressed", String(now.polar));
    });
    map.on("dragend zoomend", () => {
      moved = true;
      writeHash(state.get(), map, moved, state.get().polar);
    });
    map.on("click", (event) => choosePoint(event.containerPoint));
    map.on("mousemove", (event) => pointAt(event.containerPoint));
    window.addEventListener("hashchange", openAddress);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refreshTheme);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") state.set(state.get().leg || state.get().place ? { leg: null, place: null } : NOTHING);
    });
    markChosen(state.get());
  }

  function hit(containerPoint) {
    const at = plate.toCanvas(containerPoint);
    return hitTest(plate.found(), at.x, at.y);
  }

  function choosePoint(containerPoint) {
    const found = hit(containerPoint);
    if (!found) state.set(NOTHING);
    else if (found.badge) {
      if (found.badge.mentions.length === 1) actions.chooseMention(found.badge.mentions[0]);
      else actions.chooseCorridor(found.badge.corridor);
    } else if (found.place) actions.choosePlace(found.place);
    else {
      state.set({ ...NOTHING, corridor: found.stroke.corridor, leg: found.stroke.legs[0] });
      reveal(`[data-corridor="${CSS.escape(found.stroke.corridor)}"]`);
    }
  }

  function pointAt(containerPoint) {
    const found = hit(containerPoint);
    map.getContainer().classList.toggle("pointing", found !== null);
    const corridor = found?.stroke?.corridor ?? found?.badge?.corridor ?? null;
    const mention = found?.badge?.mentions.length === 1 ? found.badge.mentions[0] : null;
    state.set({ hovered: corridor, hoveredMention: mention });
  }

  function markChosen({ corridor, mention, leg }) {
    for (const element of document.querySelectorAll("[data-corridor]")) {
      const on = element.dataset.corridor === corridor;
      element.classList.toggle("chosen", on);
      element.querySelector(".choose").setAttribute("aria-pressed", String(on));
    }
    for (const element of document.querySelectorAll("[data-mention]")) {
      const on = Number(element.dataset.mention) === mention;
      element.classList.toggle("chosen", on);
      if (on) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
    for (const element of document.querySelectorAll("[data-leg]")) element.classList.toggle("chosen", element.dataset.leg === leg);
  }
}

globalThis.corridors = Object.freeze({ start });
