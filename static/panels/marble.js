// @ts-check
/** The ball on the landscape: as large as it is near, and faint behind a hill. */

import { draw, set, show } from "../charts/svg.js";

/** In lengths of an axis. */
const RADIUS = 0.026;

/** @param {SVGElement} above */
export function marble(above) {
  const group = draw(above, "g", { class: "marble" });
  const body = draw(group, "circle", { class: "marble-body" });
  const shine = draw(group, "circle", { class: "marble-shine" });

  return {
    /** @param {number[] | null} place the pixel where it lies, and how many of them an axis has there @param {boolean} behind */
    paint(place, behind) {
      show(group, place !== null);
      if (!place) return;
      const [x, y, scale] = place;
      const r = RADIUS * scale;
      set(group, { class: behind ? "marble behind" : "marble" });
      set(body, { cx: x, cy: y - r, r });
      set(shine, { cx: x - 0.3 * r, cy: y - 1.4 * r, r: 0.24 * r });
    },
  };
}
