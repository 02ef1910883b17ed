/* The plate's colours, taken from the style sheet so that there is one place to change them. */

import { isDark, readable } from "./colour.js";

const NAMES = ["sea", "land", "coast", "grid", "ink", "muted", "paper", "water-ink", "grey", "halo"];

/** Read the colours in force and derive each corridor's from them. */
export function readTheme(corridors) {
  return deriveTheme(corridors, getComputedStyle(document.documentElement));
}

/** The colours of light ground, whatever is in force: paper is white. */
export function readPaperTheme(corridors) {
  const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return deriveTheme(corridors, sheets.find((rule) => rule.selectorText === ":root").style);
}

function deriveTheme(corridors, style) {
  const theme = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const grounds = [theme.sea, theme.land, theme.paper];
  const scheme = isDark(theme.paper) ? "dark" : "light";
  theme.line = new Map(corridors.map(({ id, colours }) => [id, readable(colours[scheme], grounds, 3.05)]));
  theme.text = new Map(corridors.map(({ id, colours }) => [id, readable(colours[scheme], grounds, 4.6)]));
  theme.turn = new Map(corridors.map(({ id, colours }) => [id, colours.turn]));
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
