// @ts-check
/**
 * The program of the experiment, with the present settings in it: what is being run, until something is changed. It is
 * a control too: a line of the loop is gone to, a number typed over, a line changed for another.
 *
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("../code/lines.js").Slot} Slot
 */

import { choiceMenu } from "../code/choices.js";
import { copyButton } from "../code/copying.js";
import { folding } from "../code/folding.js";
import { inPlace } from "../code/in-place.js";
import { lineElement } from "../code/lines.js";
import { complaint, placeOf } from "../code/loop.js";
import { fillHole, placeOfSlot } from "../code/slots.js";
import { goToLine, leaveLines } from "../code/stepping.js";
import { settle, stopsIn, walkable } from "../code/walking.js";
import { html, say, set } from "../dom.js";
import { comeToLine, cross } from "../lines/crossing.js";
import { tellMore } from "../lines/more.js";
import { filledLine, fillings } from "../python.js";

/** With no more lines than this there is room to set them wider. */
const AIRY = 15;

const AS_IT_RUNS = "the whole training, in the present settings";
const CHANGED = "what Reset would run, from the start";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function codePanel(element, lab) {
  const list = html("ol", { class: "code", "aria-label": "the program, line by line; Enter goes to a line of the loop, and once more to its matrices; Escape comes back" });
  const complains = html("p", { role: "status" });
  const mend = html("button", { type: "button", class: "plain" }, "Mend");
  const fold = folding(list);
  element.append(html("div", { class: "mending" }, complains, mend), list);
  const leave = html("button", { type: "button", class: "plain", hidden: true, "aria-label": "Leave the lines", "data-explain": "Ends the walk from line to line, as Escape does." }, "Leave");
  leave.addEventListener("click", () => {
    const line = list.querySelector("[aria-current]");
    leaveLines(lab);
    if (line instanceof HTMLElement) line.focus({ preventScroll: true }); // the button goes, and would take the focus along
  });
  element.closest("section")?.querySelector(".panel-tools")?.append(fold.button, leave, copyButton(lab));
  const hint = element.closest("section")?.querySelector(".panel-hint");
  tellMore(list, list);
  const editor = inPlace(element, lab);
  const menu = choiceMenu(element, change);
  walkable(list);
  comeToLine(() => list.querySelector("[aria-current]"));
  mend.addEventListener("click", () => lab.send({ type: "mend" }));

  /** @type {{made: string, element: HTMLLIElement, slots: Slot[]}[]} */
  let lines = [];
  /** @type {Snapshot | null} */
  let drawn = null;
  /** @type {number | null} */
  let stood = null;

  /** Only lines that differ are made anew, so that nobody loses the place. @param {Snapshot} run */
  function build(run) {
    drawn = run;
    if (lines.length !== run.code.length) {
      lines = [];
      list.replaceChildren();
    }
    run.code.forEach((line, i) => {
      const made = JSON.stringify([line, run.code[i - 1]?.task, run.code[i + 1]?.task, run.columns, run.rows]);
      const old = lines[i];
      if (old?.made === made) return;
      if (old && editor.isIn(old.element)) {
        drawn = null; // once it is closed
        return;
      }
      lines[i] = { made, ...lineElement(run, i) };
      if (old) exchange(list, old.element, lines[i].element);
      else list.append(lines[i].element);
    });
    list.classList.toggle("airy", lines.length <= AIRY);
    if (!list.querySelector("li[tabindex='0']") && lines[0]) settle(list, lines[0].element);
    say(complains, complaint(run.code));
  }

  /** @param {number} line @param {string} choice */
  function change(line, choice) {
    lab.send({ type: "switch_line", line, choice });
  }

  /** @param {Element} target that was pressed */
  function press(target) {
    const { run, controls } = lab.state();
    const line = lines.findIndex(({ element: li }) => li.contains(target));
    if (!run || !controls || !lines[line]) return;
    const slot = lines[line].slots.find(({ element: at }) => at.contains(target));
    const button = target.closest("button");
    if (slot) editor.edit(placeOfSlot(slot, lab));
    else if (button?.matches(".mend")) change(line, run.code[line].choices[0].name);
    else if (button) menu.open(button, line, run.code[line], text => filledLine(text, fillings(controls)));
    else if (lines[line].element.dataset.goes !== undefined) goToLine(lab, controls.line === line ? null : line);
  }

  list.addEventListener("click", ({ target }) => {
    // Whoever marks text to copy it goes nowhere.
    if (target instanceof Element && !target.closest("input") && getSelection()?.isCollapsed !== false) press(target);
  });
  list.addEventListener("keydown", event => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.closest("button, input")) return;
    if (key !== "Enter" && !(key === " " && target.getAttribute("role") === "button")) return;
    event.preventDefault();
    if (target.matches("[aria-current]")) cross(false);
    else press(target);
  });

  return {
    paint({ run, controls, marks }) {
      if (!run || !controls) return;
      editor.follow();
      const fresh = drawn !== run;
      if (fresh) build(run);
      const values = fillings(controls);
      for (const { slots } of lines) for (const slot of slots) if (slot.hole) fillHole(slot, values[slot.hole] ?? "", fresh);
      lines.forEach(({ element: li }, i) => stand(li, placeOf(run.code, i, controls.line)));
      fold.paint(run.code, controls.line !== null);
      leave.hidden = controls.line === null;
      if (controls.line !== stood) comeInto(list, lines[controls.line ?? 0]?.element);
      stood = controls.line;
      if (hint) say(hint, controls.line === null ? (marks.length ? CHANGED : AS_IT_RUNS) : `line ${controls.line + 1} of ${run.code.length}`);
    },
  };
}

/** @param {HTMLElement} li @param {ReturnType<typeof placeOf>} place */
function stand(li, place) {
  set(li, "data-place", place);
  if (place === "here") set(li, "aria-current", "step");
  else li.removeAttribute("aria-current");
}

/** Where the list is lower than the program, the line comes into its middle. @param {HTMLElement} list @param {HTMLElement | undefined} li */
function comeInto(list, li) {
  if (li) list.scrollTop = li.offsetTop - list.offsetTop - (list.clientHeight - li.offsetHeight) / 2;
}

/** The focus stays in its line, and there at its place. @param {HTMLElement} list @param {HTMLElement} old @param {HTMLElement} fresh */
function exchange(list, old, fresh) {
  const focused = document.activeElement;
  const at = [old, ...stopsIn(old)].findIndex(stop => stop === focused);
  const onButton = focused?.matches("button") && at >= 0;
  const current = old.tabIndex === 0;
  old.replaceWith(fresh);
  if (current) settle(list, fresh);
  const stops = [fresh, ...stopsIn(fresh)];
  if (at >= 0) (onButton ? fresh.querySelector("button") ?? fresh : stops[at] ?? fresh).focus();
}
