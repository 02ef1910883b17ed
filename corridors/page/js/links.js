/* The page's address: what a link opens, and a link to what is shown. */

import { button } from "./dom.js";
import { icon } from "./icons.js";

/** Read #corridor=, #mention=, #map=zoom/lat/lon and #view=polar. */
export function readHash(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const at = (values.get("map") ?? "").split("/").map(Number);
  const valid = at.length === 3 && at.every(Number.isFinite) && Math.abs(at[1]) <= 90;
  return {
    corridor: values.get("corridor"),
    mention: /^\d+$/.test(values.get("mention") ?? "") ? Number(values.get("mention")) : null,
    map: valid ? { zoom: at[0], lat: at[1], lon: at[2] } : null,
    polar: values.get("view") === "polar",
  };
}

/** Put what is chosen into the address, and where the map looks unless `polar` is null; no new entry in the history. */
export function writeHash({ mention, corridor }, map, polar) {
  const parts = [];
  if (mention !== null) parts.push(`mention=${mention}`);
  else if (corridor !== null) parts.push(`corridor=${encodeURIComponent(corridor)}`);
  if (polar !== null) {
    const { lat, lng } = map.getCenter();
    parts.push(`map=${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`);
    if (polar) parts.push("view=polar");
  }
  const address = parts.length === 0 ? location.pathname + location.search : `#${parts.join("&")}`;
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page inside a notebook has no address of its own.
  }
}

/** A button that copies a link to a part of the page and says so. */
export function copyButton(hash, label, t) {
  const element = button({ class: "copy", "aria-label": label, title: label }, async () => {
    const address = `${location.href.split("#")[0]}#${hash}`;
    const done = await copy(address);
    element.replaceChildren(done ? icon("done") : "!");
    element.setAttribute("aria-label", done ? t("copied") : address);
    setTimeout(() => {
      element.replaceChildren(icon("link"));
      element.setAttribute("aria-label", label);
    }, 1600);
  }, icon("link"));
  return element;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
