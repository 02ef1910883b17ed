/* Puts the parts together. folium's template calls `corridors.start`; layers of folium may follow. */

import { createActions, NOTHING } from "./actions.js";
import { createCamera } from "./camera.js";
import { placeCard, showCard } from "./card.js";
import { createFormat } from "./format.js";
import { createFrame } from "./frame.js";
import { readHash, writeHash } from "./links.js";
import { createModel, readPayload } from "./model.js";
import { listenToPointer } from "./pointer.js";
import { preparePrinting } from "./print.js";
import { leafletCrs, mercator } from "./projections.js";
import { createPlateLayer } from "./renderer.js";
import { buildStage, panelSteps } from "./shell.js";
import { createSheet } from "./sheet.js";
import { inSlices } from "./slices.js";
import { createState } from "./state.js";
import { storyBar } from "./story.js";
import { paintSwatches } from "./swatches.js";
import { tableDrawer } from "./table.js";
import { listenToTiles } from "./tiles.js";
import { publishColours, readTheme } from "./theme.js";

/** From so many corridors and quotes on, the panel is filled bit by bit and laid out only where it is in sight. */
const MANY = 150;
/** Milliseconds of filling at a time. */
const BUDGET = 14;
const HIDDEN_BY_SHEET = { low: 0.14, half: 0.5, full: 0.5 };

/** Make the page; returns the Leaflet map, as folium expects. */
function start(id, options) {
  const page = createPage(id, options);
  const { state, map, camera, format } = page;
  const story = storyBar(page);
  page.table = tableDrawer(page);
  fillPanel(page, story);
  const { card, tools } = buildStage(page, page.table);
  page.sheet = createSheet(document.getElementById("panel"), document.getElementById("handle"));
  page.repaint();
  map.invalidateSize({ animate: false });
  listenToState(page, { card, tools, story });
  open(page);
  page.plate.addTo(map);
  map.plate = page.plate;
  createFrame(map, page.theme, camera.projection, format.t);
  L.control.scale({ position: "bottomleft", imperial: false }).addTo(map);
  preparePrinting(document.getElementById("print-map"), page, () => camera.boxOf(null));
  listenToPointer(page);
  listenToTiles(page);
  listenToReader(page);
  markChosen(state.get());
  story.update(state.get());
  page.opened = true;
  window.addEventListener("hashchange", () => open(page));
  window.addEventListener("beforeprint", page.whole);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", page.repaint);
  return map;
}

function fillPanel(page, story) {
  const idle = globalThis.requestIdleCallback;
  const wait = idle ? (go) => idle(go, { timeout: 80 }) : (go) => setTimeout(go, 10);
  const work = inSlices(panelSteps(page, story), { budget: BUDGET, wait, done: () => {} });
  /** Have everything in the panel. */
  page.whole = () => work.finish();
  if (!page.many) page.whole();
}

function createPage(id, options) {
  const model = createModel(readPayload());
  const embedded = new URLSearchParams(location.search).has("embed");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.documentElement.classList.toggle("embed", embedded);
  const many = model.payload.mentions.length + model.payload.corridors.length > MANY;
  document.documentElement.classList.toggle("many", many);
  const page = { model, embedded, calm, many, format: createFormat(model.payload), sheet: null, table: null, opened: false };
  page.state = createState({ ...NOTHING, hovered: null, hoveredMention: null, shown: null, remaining: null, polar: false });
  page.map = L.map(id, {
    ...options, crs: leafletCrs(mercator), zoomControl: false, attributionControl: false, zoomSnap: 0.125, zoomDelta: 0.75,
    wheelPxPerZoomLevel: 90, minZoom: 1, maxZoom: 10, zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm,
  });
  const sheetShare = () => (getComputedStyle(document.getElementById("panel")).position === "fixed" && !embedded ? HIDDEN_BY_SHEET[page.sheet.height()] : 0);
  page.camera = createCamera({ ...page, isStill: () => calm || !page.opened, sheetShare });
  let theme = null;
  page.theme = () => theme;
  page.given = () => ({ model, theme, format: page.format, chosen: page.state.get() });
  page.plate = createPlateLayer(page.given, page.camera.projection);
  /** Paint the pictures under an element, which were made without their colours. */
  page.dress = (root) => {
    if (theme !== null) paintSwatches(theme, root);
  };
  /** Take the colours now in force and draw everything in them. */
  page.repaint = () => {
    theme = readTheme(model.payload.corridors);
    publishColours(theme);
    page.dress(document);
    page.plate.redraw();
    page.map.fire("repaint");
  };
  page.actions = createActions(page);
  return page;
}

/** Show what the address asks for. */
function open({ model, state, map, camera, actions }) {
  const { corridor, mention, map: at, polar } = readHash(location.hash);
  if (!map._loaded) map.setView([30, 60], 2);
  if (mention !== null && model.mentions.has(mention)) actions.chooseMention(mention);
  else if (corridor !== null && model.corridors.has(corridor)) {
    state.set(NOTHING);
    actions.chooseCorridor(corridor);
  } else if (!at) camera.showAll();
  if (at) {
    camera.turn(polar);
    map.setView([at.lat, at.lon], at.zoom, { animate: false });
  }
}

function listenToState(page, { card, tools, story }) {
  page.state.listen((now, before) => {
    const differs = (...keys) => keys.some((key) => now[key] !== before[key]);
    page.plate.ask();
    if (differs("corridor", "mention", "leg", "baseline")) {
      page.whole();
      markChosen(now);
    }
    if (differs("leg", "place")) {
      const inside = card.contains(document.activeElement);
      if (!inside) page.opener = document.activeElement;
      showCard(card, now, page);
      if (!card.hidden) placeCard(card, page);
      if (inside) (card.hidden ? page.opener : card.querySelector("button")).focus();
      page.dress(card);
    }
    if (differs("mention", "corridor")) writeHash(now, page.map, null);
    if (differs("polar")) tools.querySelector(".tool-polar").setAttribute("aria-pressed", String(now.polar));
    story.update(now);
  });
}

function listenToReader({ map, state, actions }) {
  map.on("dragend", () => writeHash(state.get(), map, state.get().polar));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const { leg, place } = state.get();
    if (leg !== null || place !== null) actions.closeCard();
    else actions.clear();
  });
}

function markChosen({ corridor, mention, leg, baseline }) {
  const mark = (selector, isOn, attribute) => {
    for (const element of document.querySelectorAll(selector)) {
      const on = isOn(element);
      element.classList.toggle("chosen", on);
      if (attribute === "aria-pressed") element.setAttribute(attribute, String(on));
      else if (on) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  };
  mark("[data-corridor]", (element) => element.dataset.corridor === corridor);
  mark("h2 > .choose", (element) => element.closest("[data-corridor]")?.dataset.corridor === corridor, "aria-pressed");
  mark("[data-mention]", (element) => Number(element.dataset.mention) === mention);
  mark("[data-leg]", (element) => element.dataset.leg === leg);
  mark("[data-baseline]", (element) => element.dataset.baseline === baseline, "aria-pressed");
}

globalThis.corridors = Object.freeze({ start });
