// @ts-check
/** What is taken hold of to move the ball: by mouse, by finger, or as a slider by keys. */

import { html, set } from "../dom.js";
import { onEscape, STILL } from "../network/dragging.js";
import { brief } from "../numbers.js";

/**
 * @param {HTMLElement} box
 * @param {object} wires
 * @param {() => boolean} wires.take whether it could be taken
 * @param {(pixels: number) => void} wires.move to the right of where it was taken
 * @param {() => void} wires.release
 * @param {() => void} wires.putBack
 * @param {(key: string, far: boolean) => boolean} wires.nudge whether the key has a use
 */
export function grip(box, { take, move, release, putBack, nudge }) {
  const element = html("div", { class: "slice-grip", role: "slider", tabindex: 0, "aria-orientation": "horizontal", hidden: true });
  /** @type {{pointer: number, x: number, moved: boolean} | null} */
  let held = null;
  box.append(element);

  element.addEventListener("pointerdown", event => {
    if (held || event.button !== 0) return;
    held = { pointer: event.pointerId, x: event.clientX, moved: false };
    element.setPointerCapture(event.pointerId);
  });

  element.addEventListener("pointermove", event => {
    if (!held || event.pointerId !== held.pointer) return;
    const pixels = event.clientX - held.x;
    if (!held.moved && Math.abs(pixels) <= STILL) return;
    if (!held.moved && !take()) return letGo();
    held.moved = true;
    element.classList.add("held");
    move(pixels);
  });

  /** @param {() => void} [then] */
  function letGo(then) {
    const moved = held?.moved;
    held = null;
    element.classList.remove("held");
    if (moved) then?.();
  }

  for (const over of ["pointerup", "pointercancel", "lostpointercapture"]) {
    element.addEventListener(over, event => {
      if (held && /** @type {PointerEvent} */ (event).pointerId === held.pointer) letGo(release);
    });
  }
  onEscape(() => held?.moved === true, () => letGo(putBack));
  element.addEventListener("keydown", event => {
    if (held?.moved || event.ctrlKey || event.metaKey || event.altKey || !nudge(event.key, event.shiftKey)) return;
    event.preventDefault();
  });

  return {
    isFocused: () => document.activeElement === element,
    /** @param {{x: number, y: number} | null} at the ball; null: there is none */
    stand(at) {
      if (element.hidden !== !at) element.hidden = !at;
      if (at) set(element, "style", `left: ${at.x.toFixed(1)}px; top: ${at.y.toFixed(1)}px`);
    },
    /** @param {string} name @param {import("./range.js").Range} range @param {number} weight @param {string} words */
    tell(name, [low, high], weight, words) {
      const values = { label: name, valuemin: low, valuemax: high, valuenow: brief(weight), valuetext: words };
      for (const [key, value] of Object.entries(values)) set(element, `aria-${key}`, String(value));
    },
  };
}
