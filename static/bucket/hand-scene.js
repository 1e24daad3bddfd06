// @ts-check
/** What is seen of a game by hand: the ball, its slope, and the slopes of the places before; the curve when it is over. */

import { draw, set, show } from "../charts/svg.js";
import { FRAME } from "./curves.js";
import { marks } from "./marks.js";
import { scene } from "./scene.js";

/** Half a print of a place that was visited, in pixels. */
const PRINT = 9;

/** @param {import("./plot.js").Plot} plot */
export function handScene(plot) {
  const prints = draw(plot.inside, "path", { class: "bucket-visited" });
  const ball = scene(plot);
  const bottoms = marks(plot);

  /** @param {number} x @param {number} y @param {number} slope */
  function print(x, y, slope) {
    const [across, down] = [plot.x(1) - plot.x(0), (plot.y(1) - plot.y(0)) * slope];
    const scale = PRINT / Math.hypot(across, down);
    return `M${(plot.x(x) - across * scale).toFixed(1)} ${(plot.y(y) - down * scale).toFixed(1)}L${(plot.x(x) + across * scale).toFixed(1)} ${(plot.y(y) + down * scale).toFixed(1)}`;
  }

  return {
    /** @param {import("./hunt.js").Hunt} game @param {boolean} watching whether a rule plays on its curve instead */
    paint(game, watching) {
      const { curve, found } = game;
      const over = game.isOver();
      plot.draw(over ? curve.value : null);
      // All that is known of the curve before: its slope at the places that were visited, at no height.
      const height = over ? curve.value : () => FRAME.top / 2;
      set(prints, { d: watching ? "" : game.visited().map(x => print(x, height(x), curve.slope(x))).join("") });
      show(prints, true);
      ball.show(!watching);
      const { x } = game.at();
      if (!watching) ball.paint({ curve, x, y: height(x), to: null });
      bottoms.bottoms(over && found.bottoms.length > 1 ? found.bottoms : [], found.lowest);
    },
    clear() {
      ball.show(false);
      show(prints, false);
      bottoms.clear();
    },
  };
}
