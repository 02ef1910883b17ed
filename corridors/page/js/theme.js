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

const sheet = new CSSStyleSheet();

/** Give the style sheet each corridor's colours: elements with data-hue find them as --hue and --hue-text. */
export function publishColours(theme) {
  const rules = [...theme.line].map(([id, line]) => `[data-hue="${CSS.escape(id)}"] { --hue: ${line}; --hue-text: ${theme.text.get(id)}; }`);
  sheet.replaceSync(rules.join("\n"));
  document.adoptedStyleSheets = [sheet];
}
