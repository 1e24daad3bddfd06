// @ts-check
/**
 * One ball that is played: it rolls, is held, makes one step, is put back.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./roll.js").Roll} Roll
 * @typedef {import("./rules.js").Settings} Settings
 */

import { CURVES } from "./curves.js";
import { advance, again, begun, forecast, LIMIT } from "./roll.js";
import { RULES } from "./rules.js";
import { runner, SPEEDS, still } from "./runner.js";
import { between, scene } from "./scene.js";

/** A ball that never settles has shown so after this many steps. */
const JUMPS = 300;

/**
 * @param {import("./plot.js").Plot} plot
 * @param {object} what
 * @param {() => string} what.speed
 * @param {() => void} what.changed after its steps, and when it begins and is held
 */
export function player(plot, { speed, changed }) {
  const drawn = scene(plot);
  let curve = CURVES.round;
  let rule = RULES.alpha;
  /** @type {Settings} */
  let settings = { alpha: 1, step: 1 };
  let roll = begun(curve, 0);
  /** @type {Roll | null} */
  let fate = null;
  let shown = false;

  const run = runner(plot.box, {
    pace: () => SPEEDS[/** @type {keyof typeof SPEEDS} */ (speed())],
    step() {
      advance(curve, rule, settings, roll);
      if (!roll.end && roll.count >= JUMPS && foreseen().end === "jumping") roll.end = "jumping";
      return !roll.end;
    },
    stepped: changed,
    paint,
    turned: changed,
  });

  function foreseen() {
    return (fate ??= forecast(curve, rule, settings, roll.from));
  }

  /** What had ended begins again. */
  function restart() {
    const anew = again(curve, roll);
    if (anew === roll) return;
    run.settle();
    roll = anew;
  }

  /** @param {number} [share] */
  function paint(share = 1) {
    if (!shown) return;
    const [before, now] = roll.points.slice(-2);
    const moving = share < 1 && now;
    const place = moving ? between(curve, before.x, now.x, share) : { x: roll.x };
    const way = moving ? [...roll.points.slice(0, -1), place] : roll.points;
    drawn.paint({ curve, ...place, to: moving || roll.end ? null : rule.next(roll.x, roll.slope, settings), way });
  }

  return {
    /** Put the ball somewhere. @param {Curve} on @param {number} x */
    put(on, x) {
      run.settle();
      [curve, fate] = [on, null];
      roll = begun(curve, x);
      paint();
    },
    /** From the next step on it goes by these. @param {string} name @param {Settings} wanted */
    follow(name, wanted) {
      const isOther = rule !== RULES[name] || settings.alpha !== wanted.alpha || settings.step !== wanted.step;
      [rule, settings, fate] = [RULES[name], { ...wanted }, null];
      if (isOther) restart();
      paint();
    },
    /** One that has ended rolls again, from where it began. */
    start() {
      restart();
      if (roll.end) return changed();
      if (still()) return this.finish();
      run.start();
    },
    hold: run.hold,
    once() {
      if (!roll.end) run.once();
    },
    /** At once to where it ends. */
    finish() {
      run.settle();
      advance(curve, rule, settings, roll, LIMIT);
      paint();
      changed();
    },
    running: run.running,
    roll: () => roll,
    /** The same ball at its end, from where it began by the present rule. */
    foreseen,
    paint,
    /** @param {boolean} on */
    show(on) {
      shown = on;
      if (!on) run.settle();
      drawn.show(on);
      paint();
    },
  };
}

/** @typedef {ReturnType<typeof player>} Player */
