// @ts-check
/**
 * What the balls cost, beside blind search. Pure.
 *
 * @typedef {ReturnType<typeof import("./balls.js").counted>} Counted
 * @typedef {import("./survey.js").Survey} Survey
 */

import { fixed, whole } from "../numbers.js";
import { MOST, SEARCHES, TOLERANCE } from "./search.js";

/**
 * @param {Counted} counted
 * @param {number} balls
 * @param {number} lowest which bottom
 */
export function descent(counted, balls, lowest) {
  if (counted.best === null) return `${whole(counted.slopes)} slopes, and no ball came to rest in a bottom.`;
  const lucky = counted.ends[lowest] ?? 0;
  const each = counted.slopes / balls;
  const enough = lucky ? ` ${lucky} of them found it, so it takes ${fixed(balls / lucky, 1)} balls on average: ${whole((balls / lucky) * each)} slopes.` : " The lowest bottom was found by none.";
  return `${balls} balls asked for ${whole(counted.slopes)} slopes, and the lowest came down to ${fixed(counted.best, 4)}.${enough}`;
}

/** Whether the curve is lowest at an edge of the frame, where there is no bottom. @param {Survey} found */
export const isEdgeLowest = ({ bottoms, lowest, edge }) => lowest >= 0 && edge.y < bottoms[lowest].y;

/**
 * Why darts and balls can't be compared: near the edge of the frame it is as low as the best ball lies, and that is what a
 * dart may hit. Empty: they can.
 *
 * @param {Survey} found
 * @param {number} best the height of the lowest ball
 */
export function apart(found, best) {
  if (found.edge.y > best + TOLERANCE) return "";
  const where = isEdgeLowest(found) ? "finds the edge of the frame, which is lower than every bottom" : "may end at the edge of the frame, as low as any ball came";
  return `Balls find bottoms; blind search ${where}: no comparing the two.`;
}

/** @param {(number | null)[]} searches that are done @param {number | null} middle of all of them */
export function blind(searches, middle) {
  if (searches.length < SEARCHES) return "Blind search for that depth is at work.";
  const failed = searches.filter(count => count === null).length;
  if (middle === null) return `Blind search: most of ${SEARCHES} searches found nothing as low, to within a millionth, with ${whole(MOST)} darts.`;
  const lost = failed ? ` ${failed} of them gave up at ${whole(MOST)}.` : "";
  return `Blind search, as low to within a millionth: ${whole(middle)} darts, the middle of ${SEARCHES} searches; each dart asks for one height.${lost}`;
}
