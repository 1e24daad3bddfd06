// @ts-check
/** A hundred balls on one curve: how few places they end in, and what that costs.  @typedef {import("./parts.js").Table} Table */

import { html } from "../dom.js";
import { places } from "./balls.js";
import { crowdControls } from "./crowd-controls.js";
import { crowdFigures } from "./crowd-figures.js";
import { crowdScene } from "./crowd-scene.js";
import { bounded } from "./curves.js";
import { marks } from "./marks.js";
import { runner, SPEEDS, still } from "./runner.js";
import { homes, stretches } from "./strip.js";
import { throng } from "./throng.js";

/** Many balls are watched as one: they may go faster than one that is watched step by step. */
const HASTE = 3;
const NUDGE = 0.1;
/** Milliseconds. */
const PAUSE = 120;

/** @param {Table} table @returns {import("./parts.js").Page} */
export function crowdPage(table) {
  const { plot, kept } = table;
  const drawn = crowdScene(plot);
  const below = marks(plot);
  const figures = crowdFigures();
  const balls = throng();
  /** @type {import("./strip.js").Stretch[]} */
  let strip = [];
  let here = false;
  /** All are to be dropped again, once the slider has come to rest; 0: they need not. */
  let due = 0;
  /** Where a key would drop one more; null: no key was used. @type {number | null} */
  let cursor = null;

  const run = runner(plot.box, {
    pace: () => HASTE * SPEEDS[/** @type {keyof typeof SPEEDS} */ (kept.speed)],
    step: balls.go,
    stepped: written,
    paint: scatter,
    turned: written,
  });
  const controls = crowdControls({
    roll: () => (run.running() ? run.hold() : again()),
    back: drop,
    end: finish,
    more: () => add(places("random", kept.balls.seed, balls.count() + 1)[balls.count()]),
    speed(name) {
      kept.speed = name;
      controls.chosen(kept);
      table.save();
    },
    manner(name) {
      kept.balls.manner = name;
      drop();
    },
    seed(value) {
      kept.balls.seed = value;
      drop();
    },
    alpha(value) {
      table.chosen().alpha = value;
      clearTimeout(due);
      due = setTimeout(drop, PAUSE);
      chosen();
      written();
    },
  });

  /** They end, and their ends are not about to be others. */
  const isOver = () => !due && balls.isOver();

  /** All of them, from where they begin. */
  function drop() {
    const ground = table.ground();
    if (!ground) return;
    const rate = table.chosen().alpha;
    halt();
    cursor = null;
    balls.drop(ground, rate, places(kept.balls.manner, kept.balls.seed));
    strip = stretches(homes(ground.curve, ground.found, rate));
    table.save();
    show();
  }

  /** Those of the last curve; they are dropped on this one as soon as it is one for a moment. */
  function gone() {
    halt();
    balls.clear();
    [strip, due] = [[], setTimeout(drop, PAUSE)];
    show();
  }

  /** Nothing is under way any more. */
  function halt() {
    run.settle();
    figures.forget();
    clearTimeout(due);
    due = 0;
  }

  /** @param {number} x */
  function add(x) {
    const ground = table.ground();
    if (!ground || !ready()) return;
    balls.add(ground, table.chosen().alpha, bounded(x));
    start();
  }

  /** Whether there is a curve, and on it the balls of the present alpha. */
  function ready() {
    if (due) drop();
    return table.ready();
  }

  /** Those that are all at their ends are dropped anew. */
  function again() {
    if (isOver()) drop();
    start();
  }

  function start() {
    if (!ready()) return;
    if (still()) return finish();
    if (!balls.isOver()) return run.start();
    scatter();
    written();
  }

  function finish() {
    if (!ready()) return;
    run.settle();
    balls.finish();
    scatter();
    written();
  }

  /** @param {number} [share] of the newest step */
  function scatter(share) {
    const ground = table.ground();
    if (!here || !ground || !plot.width) return;
    drawn.paint(ground.curve, balls.places(share));
    drawn.point(cursor);
  }

  /** The whole picture, and all that is written. */
  function show() {
    const ground = table.ground();
    if (!here) return;
    plot.draw(ground?.curve.value ?? null);
    if (!ground) {
      drawn.clear();
      return below.clear();
    }
    below.bottoms(ground.found.bottoms, ground.found.lowest);
    // Where one draws, the place of the strip is that of the sentence on the drawing.
    below.strip(table.isDrawn() ? [] : strip);
    scatter();
    chosen();
    written();
  }

  /** What changes while they roll. */
  function written() {
    const ground = table.ground();
    if (!here || !ground) return;
    figures.show(ground, balls, isOver());
    controls.turned(run.running(), isOver());
  }

  /** What is chosen. */
  function chosen() {
    controls.chosen(kept);
    const ground = table.ground();
    if (ground) controls.rate(table.chosen().alpha, ground.found);
  }

  return {
    label: "The curve and its balls: a tap drops one more there; so do ← and →, then Enter.",
    side: figures.element,
    below: html("div", { class: "bucket-below" }, ...controls.elements, figures.outcome),
    enter() {
      here = true;
      if (table.isDrawn()) gone();
      else drop();
    },
    wait(why) {
      figures.wait(`${why.title} ${why.text}`);
      controls.turned(false, false);
      chosen();
      controls.blank();
    },
    leave() {
      here = false;
      halt();
      drawn.clear();
      below.clear();
    },
    paint: show,
    pointed(x, first) {
      if (first) add(x);
    },
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (way) {
        cursor = bounded(Math.round(((cursor ?? 0) + way * NUDGE * (far ? 5 : 1)) * 10) / 10);
        drawn.point(cursor);
      } else if ((key === "Enter" || key === " ") && cursor !== null) add(cursor);
      else return false;
      return true;
    },
  };
}
