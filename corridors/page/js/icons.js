/* Signs on buttons, drawn as lines so that no font has to have them. */

const PATHS = {
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  all: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  polar: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 1.5v13M1.5 8h13",
  table: "M2 3h12v10H2zM2 6.4h12M2 9.7h12M6.5 3v10",
  link: "M6.6 9.4a2.8 2.8 0 0 0 4 0l2.6-2.6a2.8 2.8 0 0 0-4-4l-1 1M9.4 6.6a2.8 2.8 0 0 0-4 0L2.800 9.200a2.8 2.8 0 0 0 4 4l1-1",
  done: "M3 8.500l3.500 3.500L13 4.500",
  close: "M4 4l8 8M12 4l-8 8",
  previous: "M10 3L5 8l5 5",
  next: "M6 3l5 5-5 5",
};

const SVG = "http://www.w3.org/2000/svg";

/** Make an icon; its button says in words what it does. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const set = (element, values) => Object.entries(values).forEach(([key, value]) => element.setAttribute(key, value));
  set(svg, { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true", focusable: "false" });
  set(path, { d: PATHS[name], fill: "none", stroke: "currentColor", "stroke-width": "1.4", "stroke-linecap": "round", "stroke-linejoin": "round" });
  svg.append(path);
  return svg;
}
