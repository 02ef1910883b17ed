/* Walking the quotes one by one, in the order of the documents. */

import { button, h } from "./dom.js";
import { icon } from "./icons.js";

/** Make the bar with previous, position and next; `update` keeps it in step. */
export function storyBar({ model, format, actions }) {
  const { t } = format;
  const numbers = model.payload.mentions.map((m) => m.n);
  const place = h("span", { role: "status", class: "place" });
  const go = (step) => {
    const shown = numbers.filter((n) => actions.isShown(n));
    if (shown.length === 0) return;
    const at = shown.indexOf(actions.chosen().mention);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    actions.chooseMention(shown[next]);
  };
  const bar = h(
    "nav",
    { class: "story", "aria-label": t("story") },
    button({ "aria-label": t("story.previous") }, () => go(-1), icon("previous")),
    place,
    button({ "aria-label": t("story.next") }, () => go(1), icon("next")),
  );
  bar.hidden = numbers.length === 0;
  const update = ({ mention }) => {
    place.textContent = mention === null ? format.count(numbers.length, "quotes.n") : t("story.place", { n: mention, of: numbers.length });
  };
  return { bar, update };
}
