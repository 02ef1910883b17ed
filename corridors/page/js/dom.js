/* Elements without markup: every text becomes a text node, no attribute is ever code. */

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, string|number|boolean|null|undefined>} attributes null, undefined and false are left out
 * @param {...(Node|string|number|null|undefined|Array)} children strings become text
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (/^(on|style$|src|href$)/i.test(name)) throw new Error(`attribute ${name} is not set here`);
    element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Make a button that calls `action` when pressed. */
export function button(attributes, action, ...children) {
  const element = h("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", action);
  return element;
}

/** Make a folded section; `dress` paints the pictures in it when it is first opened. */
export function folded(attributes, summary, content, dress) {
  const details = h("details", attributes, h("summary", {}, summary), content);
  details.addEventListener("toggle", () => dress(details), { once: true });
  return details;
}

/** A heading and how many things are under it. */
export function counted(text, count) {
  return [text, h("span", { class: "count" }, ` ${count}`)];
}

/** Make a link to an http or https address; anything else stays plain text. */
export function link(address, ...children) {
  if (!isWebAddress(address)) return h("span", {}, ...children);
  const element = h("a", { rel: "noopener noreferrer nofollow", target: "_blank" }, ...children);
  element.href = address;
  return element;
}

/** Whether an address may become a link. */
export function isWebAddress(address) {
  if (typeof address !== "string" || !/^https?:\/\//i.test(address)) return false;
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
