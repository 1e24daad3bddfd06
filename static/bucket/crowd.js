// @ts-check
/** A hundred balls on one curve: how few places they end in, and what that costs.  @typedef {import("./parts.js").Table} Table */

import { html } from "../dom.js";
import { crowdControls } from "./crowd-controls.js";
import { crowdFigures } from "./crowd-figures.js";
import { crowdPlayer } from "./crowd-player.js";
import { crowdScene } from "./crowd-scene.js";
import { bounded } from "./curves.js";
import { marks } from "./marks.js";

const NUDGE = 0.1;

/** @param {Table} table @returns {import("./parts.js").Page} */
export function crowdPage(table) {
  const { plot, kept } = table;
  const drawn = crowdScene(plot);
  const below = marks(plot);
  const figures = crowdFigures();
  let here = false;
  /** Where a key would drop one more; null: no key was used. @type {number | null} */
  let cursor = null;

  const crowd = crowdPlayer(table, {
    dropped() {
      cursor = null;
      cleared();
    },
    cleared,
    changed: written,
    paint: scatter,
  });
  const controls = crowdControls({
    roll: crowd.turn,
    back: crowd.drop,
    end: crowd.finish,
    more: crowd.more,
    speed(name) {
      kept.speed = name;
      controls.chosen(kept);
      table.save();
    },
    manner(name) {
      kept.balls.manner = name;
      crowd.drop();
    },
    seed(value) {
      kept.balls.seed = value;
      crowd.drop();
    },
    alpha(value) {
      table.chosen().alpha = value;
      crowd.dropSoon();
      chosen();
      written();
    },
  });

  /** What was found of those before counts no more. */
  function cleared() {
    figures.forget();
    show();
  }

  /** @param {number} [share] of the newest step */
  function scatter(share) {
    const ground = table.ground();
    if (!here || !ground || !plot.width) return;
    drawn.paint(ground.curve, crowd.balls.places(share));
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
    below.strip(table.isDrawn() ? [] : crowd.strip());
    scatter();
    chosen();
    written();
  }

  /** What changes while they roll. */
  function written() {
    const ground = table.ground();
    if (!here || !ground) return;
    figures.show(ground, crowd.balls, crowd.isOver());
    controls.turned(crowd.running(), crowd.isOver());
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
      if (table.isDrawn()) crowd.clear();
      else crowd.drop();
    },
    wait(why) {
      figures.wait(`${why.title} ${why.text}`);
      chosen();
      controls.blank();
    },
    leave() {
      here = false;
      crowd.halt();
      figures.forget();
      drawn.clear();
      below.clear();
    },
    paint: show,
    pointed(x, first) {
      if (first) crowd.add(x);
    },
    pressed(key, far) {
      const way = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (way) {
        cursor = bounded(Math.round(((cursor ?? 0) + way * NUDGE * (far ? 5 : 1)) * 10) / 10);
        drawn.point(cursor);
      } else if ((key === "Enter" || key === " ") && cursor !== null) crowd.add(cursor);
      else return false;
      return true;
    },
  };
}
