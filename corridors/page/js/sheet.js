/* On a narrow screen the panel is a sheet over the map with three heights. */

const HEIGHTS = ["low", "half", "full"];

/** Make the handle work: press for the next height, drag for any of the three. */
export function createSheet(panel, handle) {
  const set = (height) => {
    panel.dataset.height = height;
    handle.setAttribute("aria-expanded", String(height !== "low"));
  };
  let drag = null;
  handle.addEventListener("pointerdown", (event) => {
    drag = { from: event.clientY, top: panel.getBoundingClientRect().top, moved: false };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (drag === null) return;
    const by = event.clientY - drag.from;
    if (Math.abs(by) > 6) drag.moved = true;
    if (drag.moved) panel.style.transform = `translateY(${Math.max(by, -drag.top)}px)`;
  });
  handle.addEventListener("pointerup", (event) => {
    if (drag === null) return;
    panel.style.transform = "";
    const share = (drag.top + event.clientY - drag.from) / window.innerHeight;
    if (drag.moved) set(share > 0.7 ? "low" : share > 0.3 ? "half" : "full");
    else set(HEIGHTS[(HEIGHTS.indexOf(panel.dataset.height) + 1) % HEIGHTS.length]);
    drag = null;
  });
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const at = HEIGHTS.indexOf(panel.dataset.height);
    if (step !== undefined) set(HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, at + step))]);
    else if (event.key === "Enter" || event.key === " ") set(HEIGHTS[(at + 1) % HEIGHTS.length]);
    else return;
    event.preventDefault();
  });
  return { set, height: () => panel.dataset.height };
}
