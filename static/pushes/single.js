// @ts-check
/** One example and one weight: the posts' little picture, an input, a line, a unit, with the numbers on them. */

import { html, say, set, svg } from "../dom.js";
import { strength } from "../network/geometry.js";
import { fullness } from "../network/paint.js";
import { fixed, powers, signed } from "../numbers.js";
import { unbroken } from "../story/wording.js";
import { alone, plain } from "./words.js";

const [LEFT, RIGHT, MIDDLE, R] = [64, 326, 62, 25];

/** @param {import("../lab.js").Lab} lab */
export function single(lab) {
  const [input, unit] = [LEFT, RIGHT].map(disc);
  const line = svg("path", { d: `M${LEFT + R} ${MIDDLE}H${RIGHT - R}` });
  const weight = text((LEFT + RIGHT) / 2, MIDDLE - 12, "weight");
  const update = text((LEFT + RIGHT) / 2, MIDDLE + 24, "update");
  const delta = text(RIGHT, MIDDLE + R + 17, "delta");
  const given = text(LEFT, MIDDLE + R + 17, "given");
  const picture = svg("svg", { viewBox: "0 0 400 118", role: "img" }, line, ...input.parts, ...unit.parts, weight, update, delta, given);
  const words = html("p");
  const [back, on] = [["‹", "previous example", -1], ["›", "next example", 1]].map(([sign, name, by]) => turner(lab, String(sign), String(name), Number(by)));
  const which = html("span");
  return {
    element: html("div", { class: "single" }, html("p", { class: "which" }, back, which, on), picture, words),
    /** @param {import("./pushes.js").Pushes} pushes @param {import("./pushes.js").Push | undefined} one @param {string} from @param {number} output of the unit */
    paint(pushes, one, from, output) {
      set(picture, "aria-label", "one input, one weight and one unit");
      say(which, `example ${(lab.state().controls?.row ?? 0) + 1}`);
      if (!one) return say(words, "The numbers of this example are on their way.");
      input.show(from, one.input, plain(one.input));
      unit.show(`l${pushes.place.synapse + 1}[${pushes.place.column}]`, output, fixed(output, 2));
      set(line, "class", pushes.weight < 0 ? "negative" : "positive");
      set(line, "stroke-width", (1 + 7 * strength(pushes.weight)).toFixed(1));
      say(weight, `weight ${fixed(pushes.weight, 2)}`);
      say(given, `input ${plain(one.input)}`);
      say(delta, `delta ${signed(one.delta, 4)}`);
      const [arrow, way] = one.push > 0 ? ["↑ ", "up"] : one.push < 0 ? ["↓ ", "down"] : ["", "none"];
      say(update, `${arrow}update ${one.push === 0 ? "0" : signed(one.push, 4)}`);
      set(update, "class", `update ${way}`);
      say(words, unbroken(powers(alone(pushes, one))));
    },
  };
}

/** @param {import("../lab.js").Lab} lab @param {string} sign @param {string} name @param {number} by */
function turner(lab, sign, name, by) {
  const button = html("button", { type: "button", class: "plain", "aria-label": name }, sign);
  button.addEventListener("click", () => {
    const { run, controls } = lab.state();
    const row = (controls?.row ?? 0) + by;
    if (run && row >= 0 && row < run.rows) lab.chooseRow(row);
  });
  return button;
}

/** @param {number} x */
function disc(x) {
  const circle = svg("circle", { cx: x, cy: MIDDLE, r: R });
  const fill = svg("circle", { cx: x, cy: MIDDLE, r: R, class: "fill" });
  const name = text(x, MIDDLE - R - 8, "title");
  const value = text(x, MIDDLE + 4.5, "value");
  return {
    parts: [circle, fill, name, value],
    /** @param {string} title @param {number} level @param {string} number */
    show(title, level, number) {
      const full = Math.min(1, Math.max(0, level));
      set(fill, "fill-opacity", Number.isFinite(full) ? full.toFixed(2) : "0");
      set(value, "class", `value ${fullness(full)}`);
      say(name, title);
      say(value, number);
    },
  };
}

/** @param {number} x @param {number} y @param {string} kind */
function text(x, y, kind) {
  return svg("text", { x, y, class: kind, "text-anchor": "middle" });
}
