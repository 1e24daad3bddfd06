// @ts-check
/** The bottom by hand: only the slope is seen, and every move counts.  @typedef {import("./parts.js").Table} Table */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { brief, fixed } from "../numbers.js";
import { machine, STRIDES } from "./game.js";
import { handScene } from "./hand-scene.js";
import { hunt } from "./hunt.js";
import { gameOn, keepGame, SEEDS } from "./kept.js";
import { action, explained, told } from "./parts.js";
import { player } from "./player.js";
import { RULES } from "./rules.js";
import { scoreTable } from "./score.js";

/** A tap that is nearer to the ball than this says no side. */
const BESIDE = 0.2;
const OVER = "This game is over, the curve is shown: Another bucket begins a new one.";
const EDGE = { kind: "edge", title: "The frame ends here.", text: "Nothing was moved or counted." };

/** @param {Table} table @returns {import("./parts.js").Page} */
export function handPage(table) {
  const { plot, kept } = table;
  const drawn = handScene(plot);
  const watched = player(plot, { speed: () => kept.speed, changed: () => {} });
  /** @type {import("./hunt.js").Hunt | null} */
  let game = null;
  let watching = false;
  let here = false;

  const slope = html("output", { class: "bucket-big", "aria-label": "slope under the ball" });
  const moves = html("output", { class: "bucket-big", "aria-label": "moves made" });
  const left = action("◀ left", () => move(-STRIDES[kept.game.stride]), "main");
  const right = action("right ▶", () => move(STRIDES[kept.game.stride]), "main");
  const stride = segments(html("span"), "How far a move goes", name => {
    kept.game.stride = name === "small" ? "small" : "large";
    stride.select(name);
    table.save();
  });
  stride.offer([
    { value: "large", text: brief(STRIDES.large), sentence: "Long moves of 0.5, to come near." },
    { value: "small", text: brief(STRIDES.small), sentence: "Short moves of 0.1, for the last bit." },
  ]);
  const give = action("Show the curve", () => {
    if (!game || game.isOver() || !table.ready()) return;
    game.giveUp();
    moved();
  });
  const another = action("Another bucket", () => {
    kept.game.seed = (kept.game.seed + 1) % (SEEDS + 1);
    begin(kept.game.seed);
  });
  const outcome = told();
  const disguise = html("p", { class: "bucket-disguise" });
  const score = scoreTable(play);

  /** A game that was begun goes on; with a seed another one is begun. @param {number} [seed] */
  function begin(seed) {
    const ground = table.ground();
    if (!ground) return;
    const before = seed === undefined ? gameOn(kept) : null;
    game = hunt(ground.curve, seed ?? before?.seed ?? kept.game.seed, before);
    watching = false;
    watched.show(false);
    moved();
  }

  /** @param {number} by */
  function move(by) {
    if (!game || game.isOver() || !table.ready()) return;
    if (game.move(by)) moved();
    else outcome.show(EDGE);
  }

  /** The game is not what it was. */
  function moved() {
    if (!game) return;
    keepGame(kept, game.played());
    table.save();
    outcome.show(game.outcome());
    if (game.isOver()) compare(game);
    paint();
  }

  /** The rules from the same start, beside what a hand did. @param {import("./hunt.js").Hunt} ended */
  function compare({ curve, start, found, visited, reached, which }) {
    const settings = { alpha: table.chosen().alpha, step: STRIDES.small };
    const results = Object.keys(RULES).map(rule => ({ rule, settings, ...machine(curve, found, rule, settings, start) }));
    score.fill({ moves: visited().length, ends: reached() < 0 ? "gave up" : which(reached()) }, results, which);
  }

  /** Let a rule play from the same start. @param {string} rule */
  function play(rule) {
    if (!game) return;
    watching = true;
    watched.show(true);
    watched.put(game.curve, game.start);
    watched.follow(rule, { alpha: table.chosen().alpha, step: STRIDES.small });
    paint();
    watched.start();
  }

  function paint() {
    if (!here || !game || !plot.width) return;
    drawn.paint(game, watching);
    watched.paint();
    say(slope, fixed(game.at().slope, 2));
    say(moves, String(game.visited().length));
    say(disguise, game.disguise());
    score.element.hidden = !game.isOver();
    for (const button of [left, right, give]) explained(button, game.isOver() ? OVER : "");
    stride.select(kept.game.stride);
  }

  return {
    label: "The ball, and the slope under it: ← and →, or a tap on either side, move it; ← and → with Shift by the other length.",
    side: html(
      "div", { class: "bucket-side-page" },
      html("div", { class: "bucket-figures" }, html("p", {}, html("span", { class: "name" }, "slope"), slope), html("p", {}, html("span", { class: "name" }, "moves"), moves)),
      html("div", { class: "bucket-moves" }, left, right),
      html("div", { class: "bucket-row" }, html("span", { class: "name" }, "each by"), stride.group, give, another),
      disguise, score.element,
    ),
    above: outcome.element,
    enter() {
      here = true;
      begin();
    },
    leave() {
      here = false;
      drawn.clear();
      watched.show(false);
    },
    wait(why) {
      for (const figure of [slope, moves]) say(figure, "–");
      say(disguise, "");
      score.element.hidden = true;
      outcome.show(why);
    },
    paint,
    pointed(x, first) {
      const aside = game ? x - game.at().x : 0;
      if (first && Math.abs(aside) > BESIDE) move(Math.sign(aside) * STRIDES[kept.game.stride]);
    },
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (!way) return false;
      const other = kept.game.stride === "large" ? "small" : "large";
      move(way * STRIDES[far ? other : kept.game.stride]);
      return true;
    },
  };
}
