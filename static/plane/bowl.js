// @ts-check
/** Why no alpha makes a ball leap to and fro on this plane, and a button to try. */

import { button } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { leapText } from "./words.js";

const WHY = [
  "A ball that leaps too far needs a far side to land on. This plane has none: x1 is 1 only where the target is 1, and x2 only where it is 0. "
    + "So one derivative is negative and the other positive wherever a ball is, and every step leads to the same corner, right and down.",
  "However large alpha is, it only gets there sooner. Where it lands the sigmoid is flat, and the next step is next to nothing.",
  "The other corner, (−10, 10), is flat as well: there everything is wrong, and the slopes are too small to say so. A large alpha is what helps.",
];
const OWN = "That is so for the post’s rows; the map shows those of the run in view, which may have a bowl.";

/** @param {{leap: (alpha: number) => import("./words.js").Leap | null}} actions */
export function bowlPage({ leap }) {
  const told = html("p", { class: "plane-told", role: "status" });
  const tries = html("div", { class: "plane-row" });
  for (const alpha of [100, 1000]) {
    button(tries, `One step of ${alpha}`, `Puts a ball where the post begins and takes one step with alpha ${alpha}.`, () => say(told, leapText(leap(alpha))));
  }
  const own = html("p", { class: "plane-note", hidden: true }, OWN);
  const elsewhere = html("p", {}, "To see an alpha that is too large do harm, go to ",
    html("a", { href: "#bucket" }, "the bucket"), ", or race alphas on XOR in ", html("a", { href: "#alphas" }, "the alpha race"), ".");
  const element = html("div", { class: "plane-page" }, ...WHY.map(text => html("p", {}, text)), own, tries, told, elsewhere);
  return {
    element,
    /** @param {boolean} isOwn */
    show(isOwn) {
      own.hidden = !isOwn;
    },
  };
}
