// @ts-check
/**
 * The small field that stands beside the line of one weight.
 *
 * @typedef {import("./walk.js").Edge} Edge
 * @typedef {import("../lab.js").Refused} Refused
 */

import { html, say } from "../dom.js";
import { field } from "../field.js";
import { brief } from "../numbers.js";

const AWAY = 14;
/** In a drawing that is lower than this it stands at the bottom, where it covers least. */
const LOW = 360;

/**
 * @param {HTMLElement} element the drawing
 * @param {object} wires
 * @param {(value: number | string, refused: Refused) => boolean} wires.send
 * @param {() => void} wires.close
 */
export function weightEditor(element, { send, close }) {
  const name = html("label", { for: "edge-weight" });
  const input = html("input", { id: "edge-weight", type: "text", inputmode: "decimal", autocomplete: "off", size: 8 });
  const shut = html("button", { type: "button", class: "icon", "aria-label": "Close" }, "×");
  const box = html("div", { class: "edge-editor", hidden: true },
    name, html("span", { class: "typed" }, input), shut);
  element.append(box);
  const typed = field(input, send);
  shut.addEventListener("click", close);
  box.addEventListener("keydown", event => {
    // The first Escape is the field's, when something was typed.
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });

  let at = { x: 0, y: 0 };

  /** Beside a place in the drawing. */
  function settle() {
    const left = Math.min(Math.max(4, at.x - box.offsetWidth / 2), element.clientWidth - box.offsetWidth - 4);
    const [lowest, below] = [element.clientHeight - box.offsetHeight - 4, at.y + AWAY];
    const near = below < lowest ? below : Math.max(4, at.y - AWAY - box.offsetHeight);
    const top = element.clientHeight < LOW ? lowest : near;
    box.style.transform = `translate(${left}px, ${top}px)`;
  }
  // With a refusal in it the box is larger.
  new ResizeObserver(() => !box.hidden && settle()).observe(box);

  return {
    get open() {
      return !box.hidden;
    },
    get focused() {
      return box.contains(document.activeElement);
    },
    /** @param {EventTarget | null} target */
    holds: target => target instanceof Node && box.contains(target),
    refuse: typed.refuse,
    /** @param {Edge} edge @param {number} weight */
    turnTo({ layer, from, to }, weight) {
      say(name, `syn${layer}[${from}, ${to}]`);
      input.blur();
      typed.show(brief(weight));
      box.hidden = false;
    },
    /** @param {{x: number, y: number}} place */
    place(place) {
      at = place;
      settle();
    },
    focus() {
      input.focus();
      input.select();
    },
    /** What is true; whoever is typing is not interrupted. @param {number} weight */
    show: weight => typed.show(brief(weight)),
    hide() {
      box.hidden = true;
    },
  };
}
