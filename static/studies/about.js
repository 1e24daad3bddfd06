// @ts-check
/** What a study is of, in a line. Pure. */

/** Said where what it found does not come. */
export const NOT_FETCHED = "What it found could not be fetched from the server; trying again.";

/**
 * @param {import("../messages.js").StudyRow | null} row
 * @param {import("../messages.js").Welcome | null} welcome
 */
export function aboutOf(row, welcome) {
  if (!row) return "";
  const { title, of, experiment, about } = row;
  const own = of === "present" ? welcome?.experiments.find(({ name }) => name === experiment)?.title : "";
  return [title, [own, about].filter(Boolean).join(", ")].filter(Boolean).join(" · ");
}
