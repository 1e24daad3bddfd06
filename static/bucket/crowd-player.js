// @ts-check
/** Many balls that are played: they are dropped, roll, are held, and one more comes to them.  @typedef {import("./parts.js").Table} Table */

import { places } from "./balls.js";
import { bounded } from "./curves.js";
import { runner, SPEEDS, still } from "./runner.js";
import { homes, stretches } from "./strip.js";
import { throng } from "./throng.js";

/** Many balls are watched as one: they may go faster than one that is watched step by step. */
const HASTE = 3;
/** Milliseconds. */
const PAUSE = 120;

/**
 * @param {Table} table
 * @param {object} what
 * @param {() => void} what.dropped all of them, anew
 * @param {() => void} what.cleared there are none
 * @param {() => void} what.changed after their steps, and when they begin and are held
 * @param {(share?: number) => void} what.paint how much of the newest step is done, 0 to 1
 */
export function crowdPlayer(table, { dropped, cleared, changed, paint }) {
  const { plot, kept } = table;
  const balls = throng();
  /** @type {import("./strip.js").Stretch[]} */
  let strip = [];
  /** All are to be dropped again, once the slider has come to rest; 0: they need not. */
  let due = 0;

  const run = runner(plot.box, {
    pace: () => HASTE * SPEEDS[/** @type {keyof typeof SPEEDS} */ (kept.speed)],
    step: balls.go,
    stepped: changed,
    paint,
    turned: changed,
  });

  /** They end, and their ends are not about to be others. */
  const isOver = () => !due && balls.isOver();

  /** All of them, from where they begin. */
  function drop() {
    const ground = table.ground();
    if (!ground) return;
    const rate = table.chosen().alpha;
    halt();
    balls.drop(ground, rate, places(kept.balls.manner, kept.balls.seed));
    strip = stretches(homes(ground.curve, ground.found, rate));
    table.save();
    dropped();
  }

  function dropSoon() {
    clearTimeout(due);
    due = setTimeout(drop, PAUSE);
  }

  /** Nothing is under way any more. */
  function halt() {
    run.settle();
    clearTimeout(due);
    due = 0;
  }

  /** Whether there is a curve, and on it the balls of the present alpha. */
  function ready() {
    if (due) drop();
    return table.ready();
  }

  function start() {
    if (!ready()) return;
    if (still()) return finish();
    if (!balls.isOver()) return run.start();
    paint();
    changed();
  }

  function finish() {
    if (!ready()) return;
    run.settle();
    balls.finish();
    paint();
    changed();
  }

  /** One more, there. @param {number} x */
  function add(x) {
    const ground = table.ground();
    if (!ground || !ready()) return;
    balls.add(ground, table.chosen().alpha, bounded(x));
    start();
  }

  return {
    balls, drop, dropSoon, halt, finish, isOver, add,
    running: run.running,
    /** Which places lead to which bottom. */
    strip: () => strip,
    /** Those of the last curve; they are dropped on this one as soon as it is one for a moment. */
    clear() {
      halt();
      balls.clear();
      strip = [];
      dropSoon();
      cleared();
    },
    /** They are held, or roll on; those that are all at their ends are dropped anew. */
    turn() {
      if (run.running()) return run.hold();
      if (isOver()) drop();
      start();
    },
    /** One more, at random. */
    more() {
      add(places("random", kept.balls.seed, balls.count() + 1)[balls.count()]);
    },
  };
}
