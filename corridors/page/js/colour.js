/* Colours that can be seen: a corridor's hue, as light or dark as the ground asks for. */

/** Parse #rrggbb; anything else counts as mid grey. */
export function parseHex(text) {
  const match = /^#([0-9a-f]{6})$/i.exec(String(text).trim());
  const value = match ? parseInt(match[1], 16) : 0x777777;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toHex(rgb) {
  return `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Whether a ground is dark. */
export function isDark(ground) {
  return luminance(parseHex(ground)) <= 0.3;
}

/** Contrast ratio of two colours as WCAG 2 defines it. */
export function contrast(a, b) {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** Move a colour towards black or white until it stands out from every ground by `ratio`. */
export function readable(colour, grounds, ratio) {
  const from = parseHex(colour);
  const behind = grounds.map(parseHex);
  const towards = isDark(grounds[0]) ? 255 : 0;
  for (let share = 0; share <= 1; share += 0.04) {
    const mixed = from.map((c) => c + (towards - c) * share);
    if (behind.every((ground) => contrast(mixed, ground) >= ratio)) return toHex(mixed);
  }
  return toHex([towards, towards, towards]);
}
