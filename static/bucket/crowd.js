// @ts-check
/** A hundred balls on one curve: how few places they end in, and what that costs.  @typedef {import("./parts.js").Table} Table */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { numberCell } from "../pieces/parts.js";
import { seedOf } from "../pieces/typed.js";
import { alphaSlider } from "./alpha.js";
import { counted, places, rolled } from "./balls.js";
import { bottomsTable } from "./bottoms.js";
import { blind, descent } from "./cost.js";
import { crowdScene } from "./crowd-scene.js";
import { FRAME } from "./curves.js";
import { marks } from "./marks.js";
import { action, explained, named } from "./parts.js";
import { runner, SPEED_CHOICES, SPEEDS, still } from "./runner.js";
import { searching } from "./searching.js";
import { homes, stretches } from "./strip.js";
import { sharpest } from "./survey.js";

/** Many balls are watched as one: they may go faster than one that is watched step by step. */
const HASTE = 3;
const NUDGE = 0.1;
/** Milliseconds. */
const PAUSE = 120;
const ENDED = "All of them are at their ends: Roll again drops them anew.";

/** @typedef {import("./balls.js").Ball & {born: number}} Dropped born: the step at which it was dropped */

/** @param {Table} table @returns {import("./parts.js").Page} */
export function crowdPage(table) {
  const { plot, kept } = table;
  const drawn = crowdScene(plot);
  const below = marks(plot);
  const ends = bottomsTable();
  const search = searching(written);
  /** @type {Dropped[]} */
  let balls = [];
  /** @type {import("./strip.js").Stretch[]} */
  let strip = [];
  let step = 0;
  let here = false;
  /** All are to be dropped again, once the slider has come to rest; 0: they need not. */
  let due = 0;
  /** Where a key would drop one more; null: no key was used. @type {number | null} */
  let cursor = null;

  const run = runner(plot.box, {
    pace: () => HASTE * SPEEDS[/** @type {keyof typeof SPEEDS} */ (kept.speed)],
    step() {
      step++;
      written();
      return step < last();
    },
    paint,
    turned: written,
  });
  const roll = action("Roll all", () => (run.running() ? run.hold() : again()), "main");
  const back = action("Put all back", drop);
  const end = action("To the end", finish);
  const more = action("Drop one more", () => add(places("random", kept.balls.seed, balls.length + 1)[balls.length]));
  const speeds = segments(html("span"), "Speed of the balls", name => {
    kept.speed = name;
    speeds.select(name);
    table.save();
  });
  speeds.offer(SPEED_CHOICES);
  const manner = segments(html("span"), "How the balls are placed", name => {
    kept.balls.manner = name === "even" ? "even" : "random";
    drop();
  });
  manner.offer([
    { value: "random", text: "at random", sentence: "A hundred random places: the seed says which." },
    { value: "even", text: "evenly", sentence: "A hundred places, each as far from the next." },
  ]);
  const seed = numberCell("seed of the balls", value => {
    kept.balls.seed = value;
    drop();
  }, seedOf);
  const alpha = alphaSlider(value => {
    table.chosen().alpha = value;
    clearTimeout(due);
    due = setTimeout(drop, PAUSE);
    written();
  });
  const distinct = html("output", { class: "bucket-big", "aria-label": "distinct ends" });
  const settled = html("output", { class: "bucket-big", "aria-label": "balls at rest" });
  const costs = [html("p"), html("p")];
  const outcome = html("div", { class: "bucket-told", role: "status" }, ...costs);

  const last = () => Math.max(0, ...balls.map(({ born, way }) => born + way.length - 1));
  const isDone = (/** @type {Dropped} */ { born, way }) => step >= born + way.length - 1;

  /** All of them, from where they begin. */
  function drop() {
    const ground = table.ground();
    if (!ground) return;
    const { curve, found } = ground;
    const rate = table.chosen().alpha;
    run.settle();
    search.forget();
    clearTimeout(due);
    [due, step, cursor] = [0, 0, null];
    balls = places(kept.balls.manner, kept.balls.seed).map(x => ({ ...rolled(curve, found, rate, x), born: 0 }));
    strip = stretches(homes(curve, found, rate));
    table.save();
    if (here && plot.width) striped();
    paint();
    written();
  }

  /** Where one draws, the place of the strip is that of the sentence on the drawing. */
  function striped() {
    below.strip(table.isDrawn() ? [] : strip);
  }

  /** Those of the last curve; they are dropped on this one as soon as it is one for a moment. */
  function gone() {
    run.settle();
    search.forget();
    clearTimeout(due);
    [balls, strip, step, due] = [[], [], 0, setTimeout(drop, PAUSE)];
    written();
  }

  /** @param {number} x */
  function add(x) {
    const ground = table.ground();
    if (!ground || !ready()) return;
    balls.push({ ...rolled(ground.curve, ground.found, table.chosen().alpha, Math.min(FRAME.high, Math.max(FRAME.low, x))), born: step });
    start();
  }

  /** Whether there is a curve, and on it the balls of the present alpha. */
  function ready() {
    if (due) drop();
    return table.ready();
  }

  /** Those that are all at their ends are dropped anew. */
  function again() {
    if (!due && balls.every(isDone)) drop();
    start();
  }

  function start() {
    if (!ready()) return;
    if (still()) return finish();
    if (step < last()) run.start();
  }

  function finish() {
    if (!ready()) return;
    run.settle();
    step = last();
    paint();
    written();
  }

  /** @param {number} [share] of the newest step */
  function paint(share = 1) {
    const ground = table.ground();
    if (!here || !ground || !plot.width) return;
    drawn.paint(ground.curve, balls.map(({ way, born, home }) => {
      const now = Math.min(way.length - 1, Math.max(0, step - born));
      const before = way[Math.max(0, now - 1)];
      const rolls = share < 1 && step - born < way.length;
      return { x: rolls ? before + (way[now] - before) * share : way[now], home, rests: !rolls && now === way.length - 1 };
    }));
    drawn.point(cursor);
  }

  function written() {
    const ground = table.ground();
    if (!here || !ground) return;
    const { curve, found } = ground;
    const now = counted(curve, found, balls.filter(isDone));
    // While the slider is moved, or a curve drawn, they are about to be dropped again.
    const all = !due && balls.every(isDone);
    say(distinct, String(now.distinct));
    say(settled, balls.length ? `${now.ends.reduce((sum, count) => sum + count, 0)} of ${balls.length}` : "–");
    ends.paint(found, now, all);
    say(roll, run.running() ? "Hold" : all ? "Roll again" : "Roll all");
    explained(end, all ? ENDED : "");
    const first = sharpest(found);
    alpha.show(table.chosen().alpha, found.bottoms[first] ?? null, found.bottoms.length > 1 ? `The sharpest bottom, ${first + 1}: ` : "");
    manner.select(kept.balls.manner);
    seed.show(kept.balls.seed);
    if (all && now.best !== null) search.seek(curve, now.best);
    say(costs[0], all ? descent(now, balls.length, found.lowest) : "Let them roll: each goes by alpha × slope, and its colour and shape say in which bottom it ends.");
    say(costs[1], all && now.best !== null ? blind(search.done(), search.middle()) : "");
  }

  return {
    label: "The curve and its balls: a tap drops one more there; so do ← and →, then Enter.",
    side: html(
      "div", { class: "bucket-side-page bucket-crowd" },
      html("div", { class: "bucket-figures" }, html("p", {}, html("span", { class: "name" }, "distinct ends"), distinct), html("p", {}, html("span", { class: "name" }, "at rest"), settled)),
      ends.element,
    ),
    below: html(
      "div", { class: "bucket-below" },
      html("div", { class: "bucket-row" }, roll, back, end, more, speeds.group, manner.group, named("seed", seed.element)),
      alpha.element, alpha.told, outcome,
    ),
    enter() {
      here = true;
      speeds.select(kept.speed);
      if (table.isDrawn()) gone();
      else drop();
      this.paint();
    },
    wait(why) {
      for (const figure of [distinct, settled]) say(figure, "–");
      ends.blank();
      for (const [i, text] of [`${why.title} ${why.text}`, ""].entries()) say(costs[i], text);
      say(roll, "Roll all");
      seed.show(kept.balls.seed);
      manner.select(kept.balls.manner);
      alpha.blank();
    },
    leave() {
      here = false;
      clearTimeout(due);
      due = 0;
      run.settle();
      search.forget();
      drawn.clear();
      below.clear();
    },
    paint() {
      const ground = table.ground();
      plot.draw(ground?.curve.value ?? null);
      if (!ground) {
        drawn.clear();
        return below.clear();
      }
      below.bottoms(ground.found.bottoms, ground.found.lowest);
      striped();
      paint();
    },
    pointed(x, first) {
      if (first) add(x);
    },
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (way) {
        cursor = Math.min(FRAME.high, Math.max(FRAME.low, Math.round(((cursor ?? 0) + way * NUDGE * (far ? 5 : 1)) * 10) / 10));
        drawn.point(cursor);
      } else if ((key === "Enter" || key === " ") && cursor !== null) add(cursor);
      else return false;
      return true;
    },
  };
}
