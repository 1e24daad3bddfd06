// @ts-check
/** Which data and rules an error surface is of. Pure. */

/**
 * Empty while they are the post's own, whose surface is the same for everybody; else what changes whenever they do.
 *
 * @param {import("../lab.js").State} state
 */
export function landscapeOf({ run, marks, frame }) {
  if (!run || !(run.own_data || run.broken)) return "";
  const done = marks.filter(({ iteration }) => iteration <= (frame?.iteration ?? 0));
  const edits = done.filter(({ field }) => field === "data" || field === "rules");
  return JSON.stringify([run.run, run.inputs, run.targets, run.code.map(({ chosen }) => chosen), edits]);
}
