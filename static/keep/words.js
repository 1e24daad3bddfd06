// @ts-check
/** A run of the list in words. Pure. */

import { errorText, whole } from "../numbers.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago. @param {number} seconds */
export function ago(seconds) {
  if (seconds < MINUTE) return "just now";
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ago`;
  const days = Math.floor(seconds / DAY);
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/**
 * Where it stands, and how far it is known if that is further.
 *
 * @param {{iteration: number, reach: number}} run
 */
export function placeOf({ iteration, reach }) {
  return reach > iteration ? `${whole(iteration)} of ${whole(reach)}` : whole(iteration);
}

/** What the run is called. @param {{name: string, experiment: string}} run @param {Record<string, string>} titles */
export function titleOf({ name, experiment }, titles) {
  return name || (titles[experiment] ?? experiment);
}

/**
 * Everything at once, for those who do not see the card.
 *
 * @param {{name: string, experiment: string, label: string, iteration: number, reach: number, error: number, saved_at: number, open: boolean}} run
 * @param {Record<string, string>} titles
 * @param {number} now
 */
export function spoken(run, titles, now) {
  const parts = [titleOf(run, titles), run.label, `iteration ${placeOf(run)}`, `mean error ${errorText(run.error)}`];
  return `${run.open ? "Open now" : "Open"}: ${[...parts, ago(now - run.saved_at)].join(", ")}`;
}

/** The settings with every number beside its name, wherever lines break. @param {string} label */
export function unbroken(label) {
  return label.replace(/ (?=[\d.→…])|(?<=→) /g, "\u00a0");
}

/** How long runs stay. @param {number} days */
export function keeping(days) {
  return `A run is kept until its tab has not been opened for ${days === 1 ? "a day" : `${days} days`}, or until you delete it.`;
}
