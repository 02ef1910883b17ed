/* Quotes: the sentence, who said it and where it stands. */

import { button, h, link } from "./dom.js";

/**
 * Make the element of one quote.
 * @param {object} mention record of the payload
 * @param {{model: object, format: object, actions: object}} page
 */
export function quoteElement(mention, { model, format, actions }) {
  const { t } = format;
  const label = `quote-${mention.n}`;
  const figure = h(
    "figure",
    { class: "quote", "data-mention": mention.n, "data-hue": mention.corridor ?? "", tabindex: -1, "aria-labelledby": label },
    h(
      "div",
      { class: "quote-tools" },
      button({ class: "number", id: label, "aria-label": t("quote.show", { n: mention.n }) }, () => actions.chooseMention(mention.n), mention.n),
      actions.copyButton(`mention=${mention.n}`, t("copy.quote", { n: mention.n })),
    ),
    h("blockquote", { dir: "auto", lang: model.payload.documents[mention.document].language || null }, mention.parts.map((part) => partElement(part, mention, model))),
    h("figcaption", {}, speakerLine(mention, t), " ", documentLine(model.payload.documents[mention.document], format), certaintyLine(mention, t)),
  );
  figure.addEventListener("click", (event) => {
    const chosenText = String(getSelection()).length > 0;
    if (!chosenText && !event.target.closest("a, button")) actions.chooseMention(mention.n);
  });
  figure.addEventListener("mouseenter", () => actions.hover({ mention: mention.n, corridor: mention.corridor }));
  figure.addEventListener("mouseleave", () => actions.hover({ mention: null, corridor: null }));
  return figure;
}

function partElement([text, n], mention, model) {
  if (n === 0) return text;
  const own = n === mention.n;
  return h(own ? "mark" : "span", { class: own ? "own" : "other", "data-hue": model.mentions.get(n)?.corridor ?? "" }, text);
}

/** Who speaks: their own words, words reported of them, or the author's voice. */
export function speakerLine(mention, t) {
  if (mention.speaker === null) return h("span", { class: "voice" }, t("voice.author"));
  return h("span", { class: "voice" }, h("b", { class: "speaker", dir: "auto" }, mention.speaker), " ", h("span", { class: "manner" }, t(mention.direct ? "voice.said" : "voice.reported")));
}

/** Title, publisher and date of a document, with a link where there is an address; its id where nothing is known. */
export function documentLine(document, { t, date }) {
  const title = document.title || document.publisher || document.id;
  const publisher = document.title ? document.publisher : "";
  return h(
    "span",
    { class: "source" },
    h("cite", { dir: "auto" }, document.url ? link(document.url, title) : title),
    publisher ? h("span", { dir: "auto" }, ` · ${publisher}`) : null,
    ` · ${document.date ? date(document.date) : t("undated")}`,
  );
}

function certaintyLine(mention, t) {
  return mention.certainty === "certain" ? null : h("span", { class: "hedge" }, ` · ${t(`reading.${mention.certainty}`)}`);
}
