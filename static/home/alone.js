// @ts-check
/**
 * A copy of a drawing on which no style sheet works any more: every style that it has on the page is written into it.
 */

/** What children have from their parents, with what it is where nobody says anything. @type {Record<string, string>} */
const INHERITED = {
  fill: "#000000", "fill-opacity": "1", stroke: "none", "stroke-width": "1", "stroke-opacity": "1", "stroke-dasharray": "none",
  "stroke-dashoffset": "0", "stroke-linecap": "butt", "stroke-linejoin": "miter", "paint-order": "normal", "font-family": "",
  "font-size": "", "font-weight": "400", "text-anchor": "start", "dominant-baseline": "auto",
};
const OWN_ATTRIBUTES = /^(class|style|tabindex|role|aria-.*|data-.*)$/;

/** Fonts as other programs may have them. */
export const FONTS = {
  sans: 'Inter, "Helvetica Neue", Arial, sans-serif',
  mono: '"JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/**
 * @param {SVGElement} original on the page
 * @returns {SVGElement}
 */
export function standingAlone(original) {
  const copy = /** @type {SVGElement} */ (original.cloneNode(true));
  settle(original, copy, INHERITED);
  return copy;
}

/** @param {Element} original @param {Element} copy @param {Record<string, string>} around what it has from its parent */
function settle(original, copy, around) {
  const style = getComputedStyle(original);
  const children = [...original.children].map((child, i) => [child, copy.children[i]]);
  for (const { name } of [...copy.attributes]) if (OWN_ATTRIBUTES.test(name)) copy.removeAttribute(name);
  /** @type {Record<string, string>} */
  const own = {};
  for (const name of Object.keys(INHERITED)) {
    own[name] = plain(name, style.getPropertyValue(name));
    copy.removeAttribute(name);
    if (own[name] !== around[name]) copy.setAttribute(name, own[name]);
  }
  copy.removeAttribute("opacity");
  if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  if (style.transform !== "none") copy.setAttribute("transform", style.transform);
  for (const [child, its] of children) {
    if (isSeen(child)) settle(child, its, own);
    else its.remove();
  }
}

/** What only defines something is kept: it has no style of its own. @param {Element} element */
function isSeen(element) {
  if (element.closest("defs")) return true;
  const { display, visibility } = getComputedStyle(element);
  return display !== "none" && (visibility !== "hidden" || element.childElementCount > 0) && !element.matches(".hit");
}

/** As every program reads it. @param {string} name @param {string} value */
function plain(name, value) {
  if (name === "font-family") return /mono/i.test(value) ? FONTS.mono : FONTS.sans;
  if (name === "fill" || name === "stroke") return colour(value);
  return value.replaceAll("px", "");
}

/** "rgb(1, 2, 3)" or "color(srgb 0.1 0.2 0.3)" -> "#010203". @param {string} value */
export function colour(value) {
  const mixed = value.startsWith("color(srgb ");
  if (!mixed && !value.startsWith("rgb")) return value;
  const [r, g, b, alpha] = (value.replace("srgb", "").match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (alpha === 0) return "none";
  const hex = [r, g, b].map(part => Math.round(part * (mixed ? 255 : 1)).toString(16).padStart(2, "0")).join("");
  return alpha === undefined || alpha === 1 ? `#${hex}` : value;
}
