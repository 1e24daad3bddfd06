// @ts-check
/** The error over both weights of a network that has two, with several balls that roll over it by themselves. */

import { toggle } from "../../charts/choice.js";
import { html, say } from "../../dom.js";
import { alphaControl } from "../../plane/alpha.js";
import { pairOf, roll } from "../../plane/ball.js";
import { controls } from "../../plane/controls.js";
import { beginAt, dropAt, leapOf } from "../../plane/dropping.js";
import { field, grounds, POSTS_START } from "../../plane/field.js";
import { recalled, remember } from "../../plane/kept.js";
import { ballList } from "../../plane/list.js";
import { planeMap } from "../../plane/map.js";
import { pages } from "../../plane/pages.js";
import { rolling } from "../../plane/rolling.js";
import { FARTHEST, farText } from "../../plane/words.js";
import { styleSheet } from "../../sheet.js";

/** @typedef {import("../../lab.js").State} State @typedef {import("../../plane/field.js").Pair} Pair */

/** Milliseconds between two writings of the numbers while balls roll. */
const READABLE = 125;
const ARROWS = "Which way −derivative points, on a grid. The length is the fourth root of how steep it is.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function planePanel(element, lab) {
  await Promise.all([styleSheet(lab.url("plane.css")), styleSheet(lab.url("pieces.css"))]);
  let { alpha, pace, balls } = recalled();
  const groundOf = grounds();
  let ground = groundOf(lab.state());
  let ours = field(ground);
  let wroteAt = -Infinity;

  const stage = html("div", { class: "surface-stage plane-stage" });
  const told = html("p", { class: "plane-told", role: "status" });
  const buttons = controls({
    roll: () => rolls.turn(!rolls.on()),
    step: () => changed(() => advance(1)),
    putBack: () => changed(balls.putBack),
    clear: () => changed(balls.clear),
    begin: starts => changed(() => say(told, beginAt(balls, starts))),
    pace: setPace,
  });
  const knob = alphaControl(setAlpha);
  const list = ballList({ choose: number => changed(() => balls.choose(number)), remove: number => changed(() => balls.remove(number)) });
  const about = pages({ leap });
  element.append(
    html("div", { class: "plane-left" }, stage, buttons.actions, html("div", { class: "plane-row" }, knob.element, buttons.paces), told),
    html("div", { class: "plane-right" }, list.element, buttons.starts, ...about.elements),
  );
  const arrows = toggle(element.closest("section")?.querySelector(".panel-tools") ?? element, {
    text: "Arrows", sentence: ARROWS, key: "plane.arrows", on: true, changed: on => stage.classList.toggle("no-arrows", !on),
  });
  stage.classList.toggle("no-arrows", !arrows.on());
  const map = planeMap(stage, {
    lab, of: () => ground.of, field: () => ours,
    drop: weights => changed(() => say(told, dropAt(balls, weights))),
    start: () => pairOf(balls.chosen()?.weights ?? POSTS_START),
    changed: () => {
      map.redraw();
      map.paint(balls.list(), balls.chosen());
    },
  });
  const rolls = rolling(element, { pace: () => pace, advance: rolled, turned });
  addEventListener("pagehide", keep);
  knob.show(alpha);
  buttons.paced(pace);
  about.begin();
  show();

  /** @param {number} wanted */
  function setAlpha(wanted) {
    alpha = wanted;
    remember({ alpha });
    knob.show(alpha);
    write();
  }

  /** @param {number} wanted */
  function setPace(wanted) {
    pace = wanted;
    remember({ pace });
    buttons.paced(pace);
  }

  /** Whether any has still somewhere to go. @param {number} count */
  function advance(count) {
    const going = balls.list().filter(({ iteration }) => iteration < FARTHEST);
    for (const ball of going) roll(ball, ours, alpha, Math.min(count, FARTHEST - ball.iteration));
    if (!going.length && balls.list().length) say(told, farText(ground.of !== ""));
    return going.length > 0;
  }

  /** As they roll: all is drawn, and written when it can be read. @param {number} count */
  function rolled(count) {
    const goes = advance(count);
    map.paint(balls.list(), balls.chosen());
    if (performance.now() - wroteAt >= READABLE) write();
    return goes;
  }

  /** @param {boolean} on */
  function turned(on) {
    buttons.turned(on);
    if (on) say(told, "");
    else keep();
    write();
  }

  /** @param {() => unknown} how */
  function changed(how) {
    say(told, "");
    how();
    keep();
    show();
  }

  /** One large step from where the post begins. @param {number} wanted alpha */
  function leap(wanted) {
    rolls.turn(false);
    const made = leapOf(balls, ours, wanted);
    if (made) changed(() => setAlpha(wanted));
    return made;
  }

  function keep() {
    remember({ balls });
  }

  function show() {
    map.paint(balls.list(), balls.chosen());
    write();
  }

  function write() {
    wroteAt = performance.now();
    list.show(balls.list(), balls.chosen(), ball => ours.error(ball.weights));
    about.show(balls.chosen(), ours.derivative, alpha, ground.of !== "");
  }

  /** @param {State} state */
  function paint(state) {
    const now = groundOf(state);
    if (now === ground) return;
    ground = now;
    ours = field(ground);
    balls.forgetWays();
    map.redraw();
    show();
  }

  return { paint, redraw: () => map.redraw(), retheme: () => map.retheme() };
}
