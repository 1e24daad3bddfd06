// @ts-check
/** The error over both weights of a network that has two, with several balls that roll over it by themselves. */

import { toggle } from "../../charts/choice.js";
import { html, say } from "../../dom.js";
import { tabMemory } from "../../memory.js";
import { whole } from "../../numbers.js";
import { tabset } from "../../pieces/tabset.js";
import { alphaControl, alphaOf } from "../../plane/alpha.js";
import { pairOf, putBack, roll } from "../../plane/ball.js";
import { collection, FULL } from "../../plane/balls.js";
import { bowlPage } from "../../plane/bowl.js";
import { controls } from "../../plane/controls.js";
import { field, groundOf, POSTS_GROUND, POSTS_START } from "../../plane/field.js";
import { ballList, placeText } from "../../plane/list.js";
import { planeMap } from "../../plane/map.js";
import { quizPage } from "../../plane/quiz.js";
import { PACES, rolling } from "../../plane/rolling.js";
import { stepPage } from "../../plane/step.js";
import { styleSheet } from "../../sheet.js";

/** @typedef {import("../../lab.js").State} State @typedef {import("../../plane/field.js").Pair} Pair */

const PAGES = [{ name: "step", title: "The step" }, { name: "bowl", title: "Why no alpha is too large" }, { name: "quiz", title: "A question" }];
/** Where rolling ends by itself. */
const FARTHEST = 100_000;
/** Milliseconds between two writings of the numbers while balls roll. */
const READABLE = 125;
/** A click so near to a ball means that ball. */
const ON_IT = 0.45;
const ARROWS = "Which way −derivative points, on a grid. The length is the fourth root of how steep it is.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function planePanel(element, lab) {
  await Promise.all([styleSheet(lab.url("plane.css")), styleSheet(lab.url("pieces.css"))]);
  const balls = collection(tabMemory.get("plane.balls"));
  let alpha = alphaOf(tabMemory.get("plane.alpha") ?? "") ?? 1;
  let pace = PACES.find(choice => String(choice) === tabMemory.get("plane.pace")) ?? 100;
  let ground = groundOf(lab.state());
  let ours = field(ground);
  let wroteAt = -Infinity;

  const stage = html("div", { class: "surface-stage plane-stage" });
  const told = html("p", { class: "plane-told", role: "status" });
  const buttons = controls({ roll: () => rolls.turn(!rolls.on()), step: () => changed(() => advance(1)), putBack: () => changed(balls.putBack), clear: () => changed(balls.clear), begin, pace: setPace });
  const knob = alphaControl(setAlpha);
  const list = ballList({ choose: number => changed(() => balls.choose(number)), remove: number => changed(() => balls.remove(number)) });
  const step = stepPage();
  const bowl = bowlPage({ leap });
  const tabs = tabset("About the plane", "plane.page", PAGES, () => {});
  tabs.pages.forEach((page, i) => page.append([step.element, bowl.element, quizPage(field(POSTS_GROUND).error)][i]));
  element.append(
    html("div", { class: "plane-left" }, stage, buttons.actions, html("div", { class: "plane-row" }, knob.element, buttons.paces), told),
    html("div", { class: "plane-right" }, list.element, buttons.starts, tabs.list, ...tabs.pages),
  );
  const arrows = toggle(element.closest("section")?.querySelector(".panel-tools") ?? element, {
    text: "Arrows", sentence: ARROWS, key: "plane.arrows", on: true, changed: on => stage.classList.toggle("no-arrows", !on),
  });
  stage.classList.toggle("no-arrows", !arrows.on());
  const map = planeMap(stage, {
    lab, of: () => ground.of, field: () => ours, drop,
    start: () => pairOf(balls.chosen()?.weights ?? POSTS_START),
    changed: () => {
      map.redraw();
      show();
    },
  });
  const rolls = rolling(element, { pace: () => pace, advance, turned });
  addEventListener("pagehide", keep);
  knob.show(alpha);
  buttons.paced(pace);
  tabs.begin();
  show();

  /** @param {number} wanted */
  function setAlpha(wanted) {
    alpha = wanted;
    tabMemory.set("plane.alpha", String(alpha));
    knob.show(alpha);
    write();
  }

  /** @param {number} wanted */
  function setPace(wanted) {
    pace = wanted;
    tabMemory.set("plane.pace", String(pace));
    buttons.paced(pace);
  }

  /** Whether any has still somewhere to go. @param {number} count */
  function advance(count) {
    const going = balls.list().filter(({ iteration }) => iteration < FARTHEST);
    for (const ball of going) roll(ball, ours, alpha, Math.min(count, FARTHEST - ball.iteration));
    show();
    if (!going.length && balls.list().length) say(told, `${whole(FARTHEST)} iterations, and still no bottom: a little lower with every step.`);
    return going.length > 0;
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
    write();
  }

  /** @param {Pair} weights */
  function drop(weights) {
    const there = balls.list().find(ball => Math.hypot(ball.weights[0] - weights[0], ball.weights[1] - weights[1]) < ON_IT);
    changed(() => {
      if (there) balls.choose(there.number);
      const ball = there ?? balls.drop(weights);
      say(told, !ball ? FULL : there ? `Ball ${ball.number} is looked at.` : `Ball ${ball.number} dropped at ${placeText(ball.start)}.`);
    });
  }

  /** Balls where none began yet. @param {Pair[]} starts */
  function begin(starts) {
    changed(() => {
      const before = balls.chosen();
      const fresh = starts.filter(start => !balls.from(start));
      const dropped = fresh.map(start => balls.drop(start));
      const chosen = starts.length > 1 && before ? before : balls.from(starts[0]);
      if (chosen) balls.choose(chosen.number);
      if (dropped.includes(null)) say(told, FULL);
      else if (!fresh.length) say(told, starts.length > 1 ? "There is a ball from each corner already." : "A ball began there already.");
    });
  }

  /** One large step from where the post begins. @param {number} wanted alpha */
  function leap(wanted) {
    rolls.turn(false);
    const ball = balls.from(POSTS_START) ?? balls.drop(POSTS_START);
    if (!ball) return null;
    changed(() => {
      balls.choose(ball.number);
      putBack(ball);
      setAlpha(wanted);
      roll(ball, ours, alpha, 1);
    });
    return { alpha, from: ball.start, to: ball.weights, error: ours.error(ball.weights) };
  }

  function keep() {
    tabMemory.set("plane.balls", balls.text());
  }

  function show() {
    map.paint(balls.list(), balls.chosen());
    if (!rolls.on() || performance.now() - wroteAt >= READABLE) write();
  }

  function write() {
    wroteAt = performance.now();
    list.show(balls.list(), balls.chosen(), ball => ours.error(ball.weights));
    step.show(balls.chosen(), ours.derivative, alpha, ground.of !== "");
    bowl.show(ground.of !== "");
  }

  /** @param {State} state */
  function paint(state) {
    const now = groundOf(state);
    if (now.of === ground.of) return;
    ground = now;
    ours = field(ground);
    balls.forgetWays();
    map.redraw();
    show();
  }

  return { paint, redraw: () => map.redraw(), retheme: () => map.retheme() };
}
