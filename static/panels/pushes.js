// @ts-check
/** What every example asks of one weight: the pushes, their sum, and what of them cancels. */

import { readable } from "../cadence.js";
import { sayNamed } from "../code/named.js";
import { html, say, set } from "../dom.js";
import { powers } from "../numbers.js";
import { balanceBar } from "../pushes/balance.js";
import { numbersOf, picker } from "../pushes/picker.js";
import { pushesOf } from "../pushes/pushes.js";
import { single } from "../pushes/single.js";
import { pushTable } from "../pushes/table.js";
import { balance, lesson } from "../pushes/words.js";
import { unbroken } from "../story/wording.js";

/** Fewer rows than this are seen at a glance, in whatever order. */
const MANY = 7;

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function pushesPanel(element, lab) {
  const matrices = picker(lab);
  const place = numbersOf(lab);
  const identity = html("p", { class: "identity" });
  const table = pushTable(lab);
  const bar = balanceBar();
  const words = html("p", { class: "sums" });
  const takeaway = html("p", { class: "lesson" });
  const whole = html("div", { class: "whole" }, table.element, bar.element, words, takeaway);
  const one = single(lab);
  place.element.append(html("a", { href: "#slice", class: "whence" }, "see its slice ↓"));
  element.append(matrices.element, place.element, identity, whole, one.element);
  let alone = false;
  let bySize = false;

  const all = toggle("all examples", "Every example pushes the weight; its update is the sum of all pushes.", () => turn(false));
  const only = toggle("only this one", "The selected example alone, as if there were no other.", () => turn(true));
  const sort = toggle("largest first", "Sorts the examples by the size of their push.", () => {
    bySize = !bySize;
    paint(lab.state());
  });
  element.closest("section")?.querySelector(".panel-tools")?.append(sort, html("span", { role: "group", "aria-label": "which examples", class: "toggles" }, all, only));

  /** @param {boolean} wanted */
  function turn(wanted) {
    alone = wanted;
    paint(lab.state());
  }

  /** @param {string} name @param {string} sentence @param {() => void} press */
  function toggle(name, sentence, press) {
    const button = html("button", { type: "button", class: "plain", "aria-pressed": "false" }, name);
    lab.explain(button, sentence);
    button.addEventListener("click", press);
    return button;
  }

  /** @param {import("../lab.js").State} state */
  function paint(state) {
    const { controls, run } = state;
    matrices.paint(state);
    place.paint(state);
    const pushes = pushesOf(state);
    if (!pushes || !controls || !run) return;
    set(all, "aria-pressed", String(!alone));
    set(only, "aria-pressed", String(alone));
    set(sort, "aria-pressed", String(bySize));
    sort.hidden = alone || pushes.all.length < MANY;
    whole.hidden = alone;
    one.element.hidden = !alone;
    sayNamed(identity, identityOf(pushes));
    if (alone) return paintOne(state, pushes);
    table.paint(pushes, controls.row, bySize);
    bar.paint(pushes);
    say(words, unbroken(powers(balance(pushes))));
    say(takeaway, lesson(pushes));
  }

  /** @param {import("../lab.js").State} state @param {import("../pushes/pushes.js").Pushes} pushes */
  function paintOne({ run, controls, detailed }, pushes) {
    const push = pushes.all.find(({ row }) => row === controls?.row);
    const { synapse, row, column } = pushes.place;
    const from = (synapse === 0 ? run?.columns[row] : null) ?? `l${synapse}[${row}]`;
    const output = push ? detailed?.layers[synapse][push.row - (run?.first_row ?? 0)]?.[column] : undefined;
    one.paint(pushes, push, from, output ?? NaN);
  }

  return {
    paint(state) {
      if (readable(state)) paint(state);
    },
  };
}

/** Which line of the code this is, and what it does to this weight. @param {import("../pushes/pushes.js").Pushes} pushes */
function identityOf({ line, update, input, delta, flipped }) {
  const where = line === null ? "" : `Line ${line + 1}: `;
  return `${where}${update} = ${flipped ? "−(" : ""}${input} · ${delta}${flipped ? ")" : ""}`;
}
