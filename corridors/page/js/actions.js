/* What a reader can do, whichever side of the page it is done on. */

import { isNarrow } from "./camera.js";
import { copyButton } from "./links.js";

export const NOTHING = Object.freeze({ corridor: null, mention: null, leg: null, place: null, baseline: null });

/** What is not laid out yet has a guessed height: go to an element again until it stays where it should be. */
function holdInView(element, block, frames = 12) {
  const top = element.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    element.scrollIntoView({ block });
    if (frames > 0 && element.getBoundingClientRect().top !== top) holdInView(element, block, frames - 1);
  });
}

export function createActions(page) {
  const { model, state, format, calm } = page;
  const reveal = (selector, block = "start") => {
    const element = document.querySelector(selector);
    if (!element || page.embedded) return;
    if (isNarrow() && page.sheet.height() === "low") page.sheet.set("half");
    element.scrollIntoView({ block, behavior: calm || !page.opened || page.many ? "auto" : "smooth" });
    if (page.many) holdInView(element, block);
  };
  const entry = (id) => `[data-corridor="${CSS.escape(id)}"]`;
  return {
    chosen: () => state.get(),
    copyButton: (hash, label) => copyButton(hash, label, format.t),
    hover: (values) => state.set(values),
    isShown: (n) => state.get().remaining === null || state.get().remaining.mentions.has(n),
    closeCard: () => state.set({ leg: null, place: null }),
    clear: () => state.set(NOTHING),

    /** Choose a corridor, or let go of it when it is the one chosen. */
    chooseCorridor(id) {
      const { corridor, mention, leg } = state.get();
      if (corridor === id && mention === null && leg === null) {
        state.set(NOTHING);
        return;
      }
      state.set({ ...NOTHING, corridor: id });
      page.camera.showCorridor(id);
      reveal(entry(id));
    },

    /** Choose a quote, and with it the corridor it names. */
    chooseMention(n) {
      const mention = model.mentions.get(n);
      const known = model.corridors.has(mention.corridor);
      const elsewhere = known && state.get().corridor !== mention.corridor;
      state.set({ ...NOTHING, mention: n, corridor: known ? mention.corridor : null });
      if (elsewhere) page.camera.showCorridor(mention.corridor);
      reveal(`[data-mention="${n}"]`, "center");
    },

    /** Choose a leg from the panel or the table: the map goes there. */
    chooseLeg(id) {
      const { corridor } = model.legs.get(id);
      state.set({ ...NOTHING, corridor, leg: id });
      page.camera.showLeg(id);
    },

    /** Choose what was pointed at on the map: the panel goes there. */
    chooseStroke(stroke) {
      state.set({ ...NOTHING, corridor: stroke.corridor, leg: stroke.legs[0] });
      reveal(entry(stroke.corridor));
    },

    choosePlace: (place) => state.set({ leg: null, place: place.id }),

    /** Show or hide the route a corridor is compared with. */
    toggleBaseline(corridor, key) {
      const on = state.get().baseline !== key;
      state.set({ ...NOTHING, corridor, baseline: on ? key : null });
      if (on) page.camera.showBaseline(corridor, key);
    },

    toggleTable(open) {
      page.table.show(open);
      page.map.invalidateSize({ animate: false });
    },

    applyFilter(left) {
      page.whole();
      const mark = (selector, isLeft) => {
        for (const element of document.querySelectorAll(selector)) element.hidden = left !== null && !isLeft(element);
      };
      mark("[data-corridor]", (element) => left.corridors.has(element.dataset.corridor));
      mark("[data-mention]", (element) => left.mentions.has(Number(element.dataset.mention)));
      state.set({ remaining: left, shown: left === null ? null : left.legs });
    },
  };
}
