// @ts-check
/** The bottom by hand: only the slope is seen, and every move counts.  @typedef {import("./parts.js").Table} Table */

import { segments } from "../charts/choice.js";
import { draw, set, show } from "../charts/svg.js";
import { html, say } from "../dom.js";
import { brief, fixed } from "../numbers.js";
import { CURVES, FRAME } from "./curves.js";
import { hidden, learned, machine, reached, STRIDES } from "./game.js";
import { SEEDS } from "./kept.js";
import { marks } from "./marks.js";
import { action, explained, told } from "./parts.js";
import { player } from "./player.js";
import { RULES } from "./rules.js";
import { scene } from "./scene.js";
import { scoreTable } from "./score.js";
import { survey } from "./survey.js";

/** Half a print of a place that was visited, in pixels. */
const PRINT = 9;
const OVER = "This game is over, the curve is shown: Another bucket begins a new one.";

/** @param {Table} table @returns {import("./parts.js").Page} */
export function handPage(table) {
  const { plot, kept } = table;
  const prints = draw(plot.inside, "path", { class: "bucket-visited" });
  const blind = scene(plot);
  const bottoms = marks(plot);
  const watched = player(plot, { speed: () => kept.speed, changed: () => {} });
  let secret = hidden(CURVES.round, kept.game.seed);
  let found = survey(secret.curve);
  let x = secret.start;
  /** @type {number[]} */
  let visited = [];
  let over = false;
  let watching = "";
  let here = false;

  const slope = html("output", { class: "bucket-big", "aria-label": "slope under the ball" });
  const moves = html("output", { class: "bucket-big", "aria-label": "moves made" });
  const left = action("◀ left", () => move(-1), "main");
  const right = action("right ▶", () => move(1), "main");
  const stride = segments(html("span"), "How far a move goes", name => {
    kept.game.stride = name === "small" ? "small" : "large";
    stride.select(name);
    table.save();
  });
  stride.offer([
    { value: "large", text: brief(STRIDES.large), sentence: "Long moves of 0.5, to come near." },
    { value: "small", text: brief(STRIDES.small), sentence: "Short moves of 0.1, for the last bit." },
  ]);
  const give = action("Show the curve", () => finish(false));
  const another = action("Another bucket", () => {
    kept.game.seed = (kept.game.seed + 1) % (SEEDS + 1);
    table.save();
    begin();
  });
  const outcome = told();
  const score = scoreTable(play);

  function begin() {
    const ground = table.ground();
    if (!ground) return;
    secret = hidden(ground.curve, kept.game.seed);
    found = survey(secret.curve);
    [x, visited, over, watching] = [secret.start, [], false, ""];
    watched.show(false);
    outcome.show({ kind: "", title: "Find the bottom.", text: "The curve is hidden: all you have is the slope under the ball. A slope below 0 falls to the right, one above 0 to the left; where it is 0, you are there." });
    paint();
  }

  const at = (/** @type {number} */ place) => ({ x: place, slope: secret.curve.slope(place) });

  /** @param {1 | -1} way */
  function move(way) {
    if (over || !table.ready()) return;
    const to = Math.round((x + way * STRIDES[kept.game.stride]) * 100) / 100;
    if (to < FRAME.low || to > FRAME.high) return outcome.show({ kind: "edge", title: "The frame ends here.", text: "Nothing was moved or counted." });
    visited.push(x);
    x = to;
    if (reached(found, x) >= 0) finish(true);
    else outcome.show({ kind: "", title: `Move ${visited.length}.`, text: learned(at(visited[visited.length - 1]), at(x)) });
    paint();
  }

  /** @param {boolean} won */
  function finish(won) {
    if (over || !table.ready()) return;
    over = true;
    const { alpha } = table.chosen();
    const bottom = reached(found, x);
    const which = (/** @type {number} */ i) => (found.bottoms.length > 1 ? `bottom ${i + 1} of ${found.bottoms.length}${i === found.lowest ? ", the lowest" : ""}` : "the bottom");
    const deeper = won && bottom !== found.lowest ? ` The lowest is ${fixed(found.bottoms[bottom].y - found.bottoms[found.lowest].y, 1)} further down: the slope can't tell you that.` : "";
    outcome.show(won
      ? { kind: "converged", title: "Level ground!", text: `You reached ${which(bottom)} in ${visited.length} ${visited.length === 1 ? "move" : "moves"}.${deeper}` }
      : { kind: "level", title: "Here is the curve.", text: `You made ${visited.length} ${visited.length === 1 ? "move" : "moves"}; the slope where you stand is ${fixed(secret.curve.slope(x), 2)}.` });
    const settings = { alpha, step: STRIDES.small };
    score.fill(
      { moves: visited.length, ends: won ? which(bottom) : "gave up" },
      Object.keys(RULES).map(rule => ({ rule, settings, ...machine(secret.curve, found, rule, settings, secret.start) })),
      which,
    );
    paint();
  }

  /** Let a rule play from the same start. @param {string} rule */
  function play(rule) {
    watching = rule;
    watched.show(true);
    watched.put(secret.curve, secret.start);
    watched.follow(rule, { alpha: table.chosen().alpha, step: STRIDES.small });
    paint();
    watched.start();
  }

  function paint() {
    if (!here || !plot.width) return;
    plot.draw(over ? secret.curve.value : null);
    blind.show(!watching);
    // All that is known of the curve before: its slope at the places that were visited, at no height.
    const height = over ? secret.curve.value : () => FRAME.top / 2;
    set(prints, { d: watching ? "" : visited.map(place => print(place, height(place))).join("") });
    show(prints, true);
    if (!watching) blind.paint({ curve: secret.curve, x, y: height(x), to: null });
    bottoms.clear();
    if (over && found.bottoms.length > 1) bottoms.bottoms(found.bottoms, found.lowest);
    watched.paint();
    say(slope, fixed(secret.curve.slope(x), 2));
    say(moves, String(visited.length));
    score.element.hidden = !over;
    for (const button of [left, right, give]) explained(button, over ? OVER : "");
    stride.select(kept.game.stride);
  }

  /** @param {number} place @param {number} y */
  function print(place, y) {
    const [across, down] = [plot.x(1) - plot.x(0), (plot.y(1) - plot.y(0)) * secret.curve.slope(place)];
    const scale = PRINT / Math.hypot(across, down);
    return `M${(plot.x(place) - across * scale).toFixed(1)} ${(plot.y(y) - down * scale).toFixed(1)}L${(plot.x(place) + across * scale).toFixed(1)} ${(plot.y(y) + down * scale).toFixed(1)}`;
  }

  return {
    label: "The ball, and the slope under it: ← and → move it, with Shift by the other length.",
    side: html(
      "div", { class: "bucket-side-page bucket-hand" },
      html("div", { class: "bucket-figures" }, html("p", {}, html("span", { class: "name" }, "slope"), slope), html("p", {}, html("span", { class: "name" }, "moves"), moves)),
      html("div", { class: "bucket-moves" }, left, right),
      html("div", { class: "bucket-row" }, html("span", { class: "name" }, "each by"), stride.group, give, another),
      score.element,
    ),
    below: html("div", { class: "bucket-below" }, outcome.element),
    enter() {
      here = true;
      begin();
    },
    leave() {
      here = false;
      blind.show(false);
      show(prints, false);
      bottoms.clear();
      watched.show(false);
    },
    wait(why) {
      for (const figure of [slope, moves]) say(figure, "–");
      score.element.hidden = true;
      outcome.show(why);
    },
    paint,
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (!way) return false;
      const usual = kept.game.stride;
      if (far) kept.game.stride = usual === "large" ? "small" : "large";
      move(way);
      kept.game.stride = usual;
      return true;
    },
  };
}
