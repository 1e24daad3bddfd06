// @ts-check
/**
 * The changes on the timeline, as small diamonds over it: what has come about is filled, what waits is hollow. Several
 * near each other are one with a count.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../messages.js").Mark} Mark
 * @typedef {import("./groups.js").Group} Group
 * @typedef {ReturnType<typeof import("./track.js").track>} Track
 */

import { html, say, set } from "../dom.js";
import { called, gather, identity, past, told } from "./groups.js";
import { moving } from "./moving.js";
import { changesSheet } from "./sheet.js";

/** Pixels: a finger needs more room than a pointer. */
const [NEAR, FINGER] = [15, 40];
const finger = matchMedia("(pointer: coarse)");
const HOW = "Press for more, drag to move, Delete takes it away.";
const HOW_MANY = "Press to see each of them.";

/** @param {HTMLElement} element @param {Track} track @param {Lab} lab */
export function changes(element, track, lab) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  /** @type {Group[]} */
  let groups = [];
  let drawn = { marks: /** @type {Mark[]} */ ([]), key: "" };
  let behind = -1;
  /** The change that is to have the focus once it is there. */
  let wanted = "";
  const sheet = changesSheet(element, { lab, track, moved: mark => (wanted = identity(mark)) });
  moving(element, { lab, track, groupOf, settle: redraw, refused, moved: mark => (wanted = identity(mark)) });

  /** @param {EventTarget | null} target */
  function groupOf(target) {
    const place = target instanceof Element ? buttons.findIndex(button => button.contains(target)) : -1;
    return groups[place] ? { group: groups[place], button: buttons[place] } : null;
  }

  /** @param {Mark} mark @param {string} sentence */
  function refused(mark, sentence) {
    wanted = "";
    redraw();
    const place = placeOf(identity(mark));
    if (place >= 0) sheet.open(groups[place].marks, buttons[place]).refuse(mark, sentence);
    else lab.say(sentence);
  }

  /** @param {string} name */
  function placeOf(name) {
    return groups.findIndex(({ marks }) => marks.some(mark => identity(mark) === name));
  }

  element.addEventListener("click", event => {
    const found = groupOf(event.target);
    if (found) sheet.toggle(found.group.marks, found.button);
  });
  element.addEventListener("keydown", event => {
    const found = groupOf(event.target);
    if (!found || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const { group: { marks }, button } = found;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction) buttons[buttons.indexOf(button) + direction]?.focus();
    else if (event.key !== "Delete" && event.key !== "Backspace") return;
    else if (marks.length === 1) remove(marks[0]);
    else sheet.open(marks, button);
    event.preventDefault();
  });

  /** @param {Mark} mark */
  function remove({ iteration, field }) {
    lab.send({ type: "remove_edit", iteration, field }, refusal => refused({ iteration, field, label: "" }, refusal.message));
  }

  function redraw() {
    drawn.key = "";
    draw(lab.state().marks);
  }

  /** @param {Mark[]} marks */
  function draw(marks) {
    const { end, toShare } = track.scale();
    const width = track.width();
    const near = finger.matches ? FINGER : NEAR;
    const key = `${end} ${width} ${near}`;
    if (drawn.marks === marks && drawn.key === key) return;
    drawn = { marks, key };
    const focused = buttons.findIndex(button => button === document.activeElement);
    groups = gather(marks, iteration => toShare(iteration) * width, near);
    behind = -1;
    while (buttons.length < groups.length) {
      buttons.push(html("button", { type: "button", class: "change", "aria-expanded": "false" }, html("i"), html("b")));
      element.append(buttons[buttons.length - 1]);
    }
    groups.forEach(({ at, marks: own }, i) => {
      const many = own.length > 1;
      buttons[i].style.left = `${(100 * at) / Math.max(1, width)}%`;
      buttons[i].style.transform = "";
      buttons[i].hidden = false;
      say(buttons[i].children[1], many ? String(own.length) : "");
      set(buttons[i], "aria-label", called(own));
      set(buttons[i], "data-explain", `${told(own)}\n${many ? HOW_MANY : HOW}`);
    });
    keepFocus(focused);
    for (const button of buttons.slice(groups.length)) button.hidden = true;
    sheet.follow(marks);
  }

  /** Who moved a change stays with it; who took one away goes to the next. @param {number} focused */
  function keepFocus(focused) {
    const place = wanted ? placeOf(wanted) : -1;
    if (place >= 0) wanted = "";
    if (focused < 0) return;
    if (place >= 0) buttons[place].focus();
    else if (focused >= groups.length && groups.length) buttons[groups.length - 1].focus();
    else if (!groups.length) track.focus();
  }

  return {
    /** Also when nothing else moved: the run goes past them. @param {Mark[]} marks @param {number} now */
    paint(marks, now) {
      draw(marks);
      const count = past(groups, now);
      if (count === behind) return;
      behind = count;
      groups.forEach((_, i) => buttons[i].classList.toggle("ahead", i >= count));
    },
  };
}
