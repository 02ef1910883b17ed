/* Where on its line each quote of a corridor is marked. */

const MOST = 12;
const cache = new WeakMap();

/**
 * The badges of a corridor: one for each quote, or one for all where there are many.
 * @returns {{x: number, y: number, text: string, mentions: number[]}[]} x, y on the unit square
 */
export function badgeAnchors(model, projection, corridor) {
  const known = cache.get(corridor) ?? {};
  cache.set(corridor, known);
  known[projection.id] ??= computeAnchors(model, projection, corridor);
  return known[projection.id];
}

function computeAnchors(model, projection, corridor) {
  const quotes = model.quotesOf.get(corridor.id).map((m) => m.n);
  const ways = [...model.shapes(projection).ways.get(corridor.id)].sort((a, b) => b.length_km - a.length_km);
  const way = ways[0]?.points ?? [];
  if (quotes.length === 0 || way.length < 4) return [];
  if (quotes.length > MOST) return [{ ...pointAt(way, 0.5), text: `❝ ${quotes.length}`, mentions: quotes }];
  return quotes.map((n, i) => ({ ...pointAt(way, (i + 1) / (quotes.length + 1)), text: String(n), mentions: [n] }));
}

function pointAt(way, share) {
  let total = 0;
  for (let i = 2; i < way.length; i += 2) total += Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
  let left = total * share;
  for (let i = 2; i < way.length; i += 2) {
    const length = Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: way[i - 2] + (way[i] - way[i - 2]) * part, y: way[i - 1] + (way[i + 1] - way[i - 1]) * part };
    }
    left -= length;
  }
  return { x: way[way.length - 2], y: way[way.length - 1] };
}
