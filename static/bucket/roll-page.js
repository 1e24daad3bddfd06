// @ts-check
/** One ball, three rules: rolling, step by step, from any start.  @typedef {import("./parts.js").Table} Table */

import { html, say } from "../dom.js";
import { fixed, whole } from "../numbers.js";
import { cards } from "./cards.js";
import { bounded } from "./curves.js";
import { marks } from "./marks.js";
import { told } from "./parts.js";
import { player } from "./player.js";
import { begun } from "./roll.js";
import { rollControls } from "./roll-controls.js";
import { RULES } from "./rules.js";
import { trace } from "./trace.js";
import { outlook, verdict } from "./verdict.js";

const NUDGE = 0.1;

/** @param {Table} table @returns {import("./parts.js").Page} */
export function rollPage(table) {
  const { plot, kept } = table;
  const ball = player(plot, { speed: () => kept.speed, changed });
  const rules = cards(name => {
    kept.rule = name;
    settle();
  });
  const traces = [trace("|Δx|, the length of a step", "moved"), trace("|slope| under the ball", "steep")];
  const controls = rollControls({
    roll: () => (ball.running() ? ball.hold() : table.ready() && ball.start()),
    step: () => table.ready() && ball.once(),
    back: () => put(table.chosen().start),
    end: () => table.ready() && ball.finish(),
    speed(name) {
      kept.speed = name;
      controls.speed(name);
      table.save();
    },
    start: put,
    stride(value) {
      table.chosen().step = value;
      settle();
    },
    alpha(value) {
      table.chosen().alpha = value;
      settle();
    },
  });
  const now = html("p", { class: "bucket-now" });
  const numbers = marks(plot);
  let shown = false;
  const outcome = told();

  /** The ball goes on by what is chosen now. */
  function settle() {
    const { alpha: chosen, step: length } = table.chosen();
    ball.follow(kept.rule, { alpha: chosen, step: length });
    table.save();
    changed();
  }

  /** @param {number} x */
  function put(x) {
    const ground = table.ground();
    if (!ground) return;
    table.chosen().start = x;
    ball.put(ground.curve, x);
    settle();
  }

  function changed() {
    const ground = table.ground();
    if (!ground) return;
    const { curve, found } = ground;
    const at = ball.roll();
    const chosen = table.chosen();
    rules.paint(kept.rule, { x: at.x, slope: at.slope, settings: chosen });
    traces[0].paint(at.points.slice(1).map(point => ({ step: point.step, value: Math.abs(point.moved) })));
    traces[1].paint(at.points.map(point => ({ step: point.step, value: Math.abs(point.slope) })));
    controls.turned(ball.running(), at);
    controls.chosen(kept.rule, chosen, found, at.x);
    if (shown) numbers.bottoms(found.bottoms.length > 1 ? found.bottoms : [], found.lowest);
    const all = !at.end && at.count && outlook(ball.foreseen()) ? ` of ${whole(ball.foreseen().count)}` : "";
    say(now, `step ${whole(at.count)}${all} · x = ${fixed(at.x, 3)} · slope = ${fixed(at.slope, 3)}`);
    if (at.end) outcome.show(verdict(curve, found, at, kept.rule, chosen.alpha));
    else {
      const ahead = at.count ? outlook(ball.foreseen()) : "";
      outcome.show(ahead ? { kind: "timid", title: "A long way.", text: ahead } : waiting(at.count, curve.sentence));
    }
  }

  /** @param {number} count @param {string} sentence of the curve */
  function waiting(count, sentence) {
    if (ball.running()) return { kind: "", title: "It rolls.", text: RULES[kept.rule].idea };
    if (count) return { kind: "", title: "Held.", text: "The arrow shows where the next step leads." };
    return { kind: "", title: "Roll the ball,", text: `or take one step; drag it to begin elsewhere. ${sentence}` };
  }

  return {
    label: "The curve and the ball: ← and → move its start, a tap puts it there.",
    side: html("div", { class: "bucket-side-page" }, rules.element, rules.chosen, html("div", { class: "bucket-traces" }, ...traces.map(({ element }) => element))),
    below: html(
      "div", { class: "bucket-below" },
      controls.row, controls.setting, html("div", { class: "bucket-row" }, controls.told, now), outcome.element,
    ),
    enter() {
      const ground = table.ground();
      controls.speed(kept.speed);
      plot.draw(ground?.curve.value ?? null);
      shown = ground !== null;
      ball.show(shown);
      if (!shown) numbers.clear();
      if (!ground) return;
      const { start: chosen } = table.chosen();
      // A start that was chosen on another drawing may be nowhere on this one, or on level ground.
      const { end } = begun(ground.curve, chosen);
      put(end === "gone" || (end && table.isDrawn()) ? ground.curve.start : chosen);
    },
    wait(why) {
      rules.paint(kept.rule, null);
      controls.blank(kept.rule);
      for (const chart of traces) chart.paint([]);
      say(now, "");
      outcome.show(why);
    },
    leave() {
      shown = false;
      ball.show(false);
      numbers.clear();
    },
    paint() {
      plot.draw(table.ground()?.curve.value ?? null);
      ball.paint();
      changed();
    },
    pointed: x => put(Math.round(bounded(x) * 20) / 20),
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (!way) return false;
      put(bounded(Math.round((table.chosen().start + way * NUDGE * (far ? 5 : 1)) * 100) / 100));
      return true;
    },
  };
}
