/* Pointing at the map. */

import { h } from "./dom.js";
import { hitTest } from "./hit.js";

/** Let clicks choose and the pointer light up what lies under it. */
export function listenToPointer({ map, model, plate, state, actions }) {
  const under = (event, found) => {
    const { x, y } = plate.toCanvas(event.containerPoint);
    return hitTest(found, x, y);
  };
  map.on("click", (event) => {
    const found = under(event, plate.found());
    if (!found) actions.clear();
    else if (found.place) actions.choosePlace(found.place);
    else if (found.stroke) actions.chooseStroke(found.stroke);
    else if (found.badge.mentions.length === 1) actions.chooseMention(found.badge.mentions[0]);
    else actions.chooseCorridor(found.badge.corridor);
  });
  const tip = h("div", { class: "tip", "aria-hidden": "true", hidden: true });
  map.getContainer().append(tip);
  const say = (text, at) => {
    tip.hidden = text === "";
    tip.textContent = text;
    tip.classList.toggle("left", at.x > map.getSize().x / 2);
    L.DomUtil.setTransform(tip, at);
  };
  map.on("mousemove", (event) => {
    if (map.dragging.moving()) return;
    const found = under(event, plate.seen());
    say(describe(found, model), event.containerPoint);
    map.getContainer().classList.toggle("pointing", found !== null);
    const mention = found?.badge?.mentions.length === 1 ? found.badge.mentions[0] : null;
    state.set({ hovered: found?.stroke?.corridor ?? found?.badge?.corridor ?? null, hoveredMention: mention });
  });
  map.on("mouseout", (event) => {
    say("", event.containerPoint);
    state.set({ hovered: null, hoveredMention: null });
  });
}

function describe(found, model) {
  if (found?.place) return found.place.name;
  if (!found?.stroke) return "";
  const leg = model.legs.get(found.stroke.legs[0]);
  return `${leg.from} – ${leg.to}`;
}
