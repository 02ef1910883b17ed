/* Files made in the page itself: tables as CSV, lines as GeoJSON. */

const FORMULA = /^[=+\-@\t\r]/;

/** Hand a text to the reader as a file. */
export function saveFile(name, type, text) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

/** A cell of a CSV file; one that a spreadsheet would run as a formula gets an apostrophe. */
function cell(value) {
  const joined = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  const text = typeof value !== "number" && FORMULA.test(joined) ? `'${joined}` : joined;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function csv(columns, rows) {
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** The legs as CSV. */
export function legsCsv({ payload }) {
  const columns = ["id", "corridor", "branch", "seq", "mode", "status", "from", "to", "length_km", "countries", "passages", "gauge_mm", "certainty", "variant", "season", "note"];
  return csv(columns, payload.legs.map((leg) => columns.map((name) => leg[name])));
}

/** The mentions as CSV. */
export function mentionsCsv({ payload }) {
  const columns = ["n", "document", "title", "publisher", "date", "url", "corridor", "kind", "exact", "start", "end", "quote", "speaker", "direct", "certainty"];
  return csv(columns, payload.mentions.map((m) => {
    const { id, title, publisher, date, url } = payload.documents[m.document];
    return [m.n, id, title, publisher, date, url, m.corridor, m.kind, m.exact, m.start, m.end, m.parts.map(([text]) => text).join(""), m.speaker, m.direct, m.certainty];
  }));
}

/** The legs as GeoJSON (RFC 7946), cut at the antimeridian, in the page's own simplified geometry. */
export function legsGeoJson({ payload, lines }) {
  const features = payload.legs.map((leg) => {
    const { line, sources, ...properties } = leg;
    const cut = cutAtAntimeridian(lines[line]);
    return {
      type: "Feature",
      id: leg.id,
      properties: { ...properties, sources: sources.map((i) => payload.sources[i]) },
      geometry: cut.length === 1 ? { type: "LineString", coordinates: cut[0] } : { type: "MultiLineString", coordinates: cut },
    };
  });
  return `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;
}

/** Cut a line with continuous longitudes into parts within ±180. */
export function cutAtAntimeridian(flat) {
  const turn = (lon) => Math.floor((lon + 180) / 360);
  const round = (value) => Math.round(value * 1e4) / 1e4;
  const parts = [];
  let part = [];
  let at = turn((flat[0] + flat[2]) / 2);
  const add = (lon, lat) => part.push([round(lon - at * 360), round(lat)]);
  add(flat[0], flat[1]);
  for (let i = 2; i < flat.length; i += 2) {
    const next = turn(flat[i]);
    const onSeam = (flat[i] + 180) % 360 === 0;
    if (next !== at && !onSeam) {
      const seam = (next > at ? next : at) * 360 - 180;
      const span = flat[i] - flat[i - 2];
      const lat = span === 0 ? flat[i + 1] : flat[i - 1] + ((flat[i + 1] - flat[i - 1]) * (seam - flat[i - 2])) / span;
      add(seam, lat);
      parts.push(part);
      part = [];
      at = next;
      add(seam, lat);
    }
    add(flat[i], flat[i + 1]);
  }
  parts.push(part);
  return parts.filter((p) => p.length > 1);
}
