// @ts-check
/** Our own SVG, at the price of one attribute: what moves on every frame is drawn with this and not with Plotly. */

const SPACE = "http://www.w3.org/2000/svg";

/**
 * Append an element.
 *
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @returns {SVGElement}
 */
export function draw(parent, name, attributes = {}) {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

/**
 * Set attributes, but leave alone what is so already: comparing is far cheaper than a new layout.
 *
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
export function set(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? value.toFixed(1) : value;
    if (element.getAttribute(key) !== text) element.setAttribute(key, text);
  }
}

/** @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {boolean} shown */
export function show(element, shown) {
  if (shown !== element.hasAttribute("display")) return;
  if (shown) element.removeAttribute("display");
  else element.setAttribute("display", "none");
}

/**
 * A line through points; one that is not finite lifts the pen.
 *
 * @param {number} count
 * @param {(i: number) => number} x
 * @param {(i: number) => number} y
 * @param {number} [from]
 */
export function line(count, x, y, from = 0) {
  let path = "";
  let down = false;
  for (let i = from; i < count; i++) {
    const [px, py] = [x(i), y(i)];
    const drawn = Number.isFinite(px) && Number.isFinite(py);
    if (drawn) path += `${down ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`;
    down = drawn;
  }
  return path;
}

/**
 * Elements that are made when first needed and hidden when not.
 *
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 */
export function pool(parent, name, attributes) {
  /** @type {SVGElement[]} */
  const all = [];
  return {
    /** @param {number} i */
    at(i) {
      while (all.length <= i) all.push(draw(parent, name, attributes));
      show(all[i], true);
      return all[i];
    },
    /** Hide all from this one on. @param {number} count */
    trim(count) {
      for (let i = count; i < all.length; i++) show(all[i], false);
    },
  };
}
