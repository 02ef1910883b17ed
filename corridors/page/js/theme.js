/* The plate's colours, taken from the style sheet so that there is one place to change them. */

import { readable } from "./colour.js";

const NAMES = ["sea", "land", "coast", "grid", "ink", "muted", "paper", "water-ink", "grey", "halo"];

/** Read the colours in force and derive each corridor's from them. */
export function readTheme(corridors) {
  const style = getComputedStyle(document.documentElement);
  const theme = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const grounds = [theme.sea, theme.land, theme.paper];
  theme.line = new Map();
  theme.text = new Map();
  for (const { id, colour } of corridors) {
    theme.line.set(id, readable(colour, grounds, 3.05));
    theme.text.set(id, readable(colour, grounds, 4.6));
  }
  theme.casing = theme.halo;
  return theme;
}

/** Give the style sheet each corridor's colours, through rules made here. */
export function publishColours(theme) {
  for (const element of document.querySelectorAll("[data-hue]")) {
    const id = element.getAttribute("data-hue");
    element.style.setProperty("--hue", theme.line.get(id) ?? theme.grey);
    element.style.setProperty("--hue-text", theme.text.get(id) ?? theme.ink);
  }
}
