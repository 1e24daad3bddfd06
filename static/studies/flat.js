// @ts-check
/** A chart that is made of boxes and words, as a drawing: so that it can be saved as a picture, in the light colours. */

import { html, svg } from "../dom.js";
import { colour } from "../home/alone.js";
import { inLight } from "../home/light.js";

const SIDES = ["Top", "Right", "Bottom", "Left"];

/**
 * @param {HTMLElement} box
 * @param {() => void} again paints what it has in colours of its own, in those of the theme
 * @param {{title: string, about: string, note: string}} words
 * @returns {import("../charts/picture.js").Drawing}
 */
export function flatDrawing(box, again, { title, about, note }) {
  const drawn = inLight(() => {
    again();
    return flat(box);
  });
  again();
  // The picture is made from what is on the page, and takes its heading and its note from around it.
  const holder = html("section", { class: "offstage flat-drawing", "aria-hidden": "true" },
    html("header", {}, html("h3", {}, title)), html("p", { class: "chart-note" }, note), drawn.svg);
  document.querySelector(".flat-drawing")?.remove();
  document.body.append(holder);
  return { box: holder, ...drawn, about };
}

/** @param {HTMLElement} box */
function flat(box) {
  const { left, top, width: seen, height } = box.getBoundingClientRect();
  const picture = svg("svg");
  let width = seen; // what scrolls is wider
  const away = [box, ...box.querySelectorAll("*")].map(element => ({ element, by: element.scrollLeft })).filter(({ by }) => by > 0);
  for (const { element } of away) element.scrollLeft = 0;
  draw(box);
  for (const { element, by } of away) element.scrollLeft = by;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) picture.setAttribute(name, String(value));
  return { svg: picture, size: { width, height } };

  /** @param {Element} element */
  function draw(element) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return;
    const at = element.getBoundingClientRect();
    rect(at.left, at.top, at.width, at.height, style.backgroundColor, style.opacity, parseFloat(style.borderTopLeftRadius));
    for (const side of SIDES) border(side, at, style);
    for (const child of element.childNodes) {
      if (child instanceof Element) draw(child);
      else if (child instanceof Text) write(child, style);
    }
  }

  /** @param {string} side @param {DOMRect} at @param {CSSStyleDeclaration} style */
  function border(side, at, style) {
    const thick = parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`));
    const fill = style.getPropertyValue(`border-${side.toLowerCase()}-color`);
    const [x, y] = [side === "Right" ? at.right - thick : at.left, side === "Bottom" ? at.bottom - thick : at.top];
    const upright = side === "Left" || side === "Right";
    if (thick) rect(x, y, upright ? thick : at.width, upright ? at.height : thick, fill, style.opacity, 0);
  }

  /** @param {number} x @param {number} y @param {number} wide @param {number} high @param {string} colours @param {string} opacity @param {number} rx */
  function rect(x, y, wide, high, colours, opacity, rx) {
    const fill = colour(colours);
    if (fill === "none" || !wide || !high) return;
    width = Math.max(width, x - left + wide);
    picture.append(svg("rect", { x: x - left, y: y - top, width: wide, height: high, rx: rx || null, fill, "fill-opacity": opacity }));
  }

  /** Word by word, for they may stand in several lines. @param {Text} text @param {CSSStyleDeclaration} style */
  function write(text, style) {
    const range = document.createRange();
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const at = range.getBoundingClientRect();
      if (!at.width) continue;
      picture.append(svg("text", {
        x: at.left - left, y: at.top + at.height / 2 - top, fill: colour(style.color), "dominant-baseline": "central",
        "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight,
      }, word));
    }
  }
}
