// @ts-check
/**
 * Pointing at one of many dots: by mouse or finger the nearest one, by arrow keys one after the other. What is pointed
 * at is told beside it and stays told while it moves; a click or Enter chooses its example.
 *
 * @typedef {import("./dots.js").Dot} Dot
 * @typedef {import("./slopes.js").Scales} Scales
 */

import { draw, say, set, show } from "../charts/svg.js";
import { voice } from "../charts/voice.js";
import { fixed, small } from "../numbers.js";

const NEAR = 16;

/**
 * @param {import("../charts/chart.js").Chart} chart
 * @param {{changed: () => void, choose: (row: number) => void}} wishes
 */
export function pointer({ box, layers }, { changed, choose }) {
  const ring = draw(layers.above, "circle", { class: "dot-ring", r: 8 });
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.setAttribute("aria-hidden", "true"); // it changes with every frame; a key is answered by the voice
  box.append(tip);
  const speak = voice(box, "Sigmoid slopes. Arrow keys go from dot to dot, Enter chooses the dot's example.");
  /** @type {{row: number, unit: number} | null} */
  let pointed = null;
  let last = /** @type {{dots: Dot[], scales: Scales | null}} */ ({ dots: [], scales: null });

  /** @param {Dot | null} dot */
  function point(dot) {
    pointed = dot && { row: dot.row, unit: dot.unit };
    changed();
  }

  box.addEventListener("pointermove", event => point(nearest(last, box, event)));
  box.addEventListener("pointerleave", () => point(null));
  box.addEventListener("blur", () => point(null));
  box.addEventListener("click", event => {
    const dot = nearest(last, box, event);
    point(dot);
    if (dot) choose(dot.row);
  });
  box.addEventListener("keydown", event => {
    const { key } = event;
    if (key === "Enter" && pointed) choose(pointed.row);
    if (!["ArrowLeft", "ArrowRight"].includes(key) || !last.dots.length) return;
    event.preventDefault();
    const at = last.dots.findIndex(dot => isPointed(dot, pointed));
    const step = key === "ArrowRight" ? 1 : at < 0 ? 0 : -1;
    point(last.dots[(at + step + last.dots.length) % last.dots.length]);
    speak(tip.textContent ?? "");
  });

  return {
    /** @param {Dot[]} dots @param {Scales} scales @param {(unit: number) => string} unitName */
    paint(dots, scales, unitName) {
      last = { dots, scales };
      const dot = dots.find(dot => isPointed(dot, pointed));
      const seen = dot !== undefined && !Number.isNaN(dot.slope);
      show(ring, seen);
      tip.hidden = !seen;
      if (!dot || !seen) return;
      const [x, y] = [scales.x(dot.z), scales.out(dot.out)];
      set(ring, { cx: x, cy: y });
      say(tip, [
        `example ${dot.row + 1}, ${unitName(dot.unit)}`,
        `sum ${fixed(dot.z, 3)} → out ${fixed(dot.out, 4)}`,
        `slope ${small(dot.slope)}`,
      ].join("\n"));
      const left = x > (scales.area.left + scales.area.right) / 2;
      tip.style.left = `${left ? x - 14 : x + 14}px`;
      tip.classList.toggle("to-the-left", left);
      tip.style.top = `${Math.max(0, y - 30)}px`;
    },
  };
}

/** @param {Dot} dot @param {{row: number, unit: number} | null} pointed */
function isPointed(dot, pointed) {
  return pointed !== null && dot.row === pointed.row && dot.unit === pointed.unit;
}

/** @param {{dots: Dot[], scales: Scales | null}} last @param {Element} box @param {MouseEvent} event */
function nearest({ dots, scales }, box, event) {
  if (!scales) return null;
  const frame = box.getBoundingClientRect();
  const [px, py] = [event.clientX - frame.left, event.clientY - frame.top];
  let best = /** @type {Dot | null} */ (null);
  let distance = NEAR;
  for (const dot of dots) {
    const aside = scales.x(dot.z) - px;
    const away = Math.min(Math.hypot(aside, scales.out(dot.out) - py), Math.hypot(aside, scales.slope(dot.slope) - py));
    if (away < distance) [best, distance] = [dot, away];
  }
  return best;
}
