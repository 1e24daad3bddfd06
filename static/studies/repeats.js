// @ts-check
/** Which numbers of a list were typed more than once: the server takes each once. Pure. */

/** Read as app/studies/lists.py does: with "0," a number begins, unless there are points; else a comma parts two. @param {string} text @returns {string[]} each once, as first typed */
export function repeated(text) {
  const chunks = text.split(/[\s;]+/).map(chunk => chunk.replace(/^,+|,+$/g, ""));
  const commas = !text.includes(".") && chunks.some(chunk => /^0,\d+$/.test(chunk));
  const pieces = chunks.flatMap(chunk => (commas ? [chunk] : chunk.split(","))).filter(Boolean);
  const values = pieces.map(piece => Number(piece.replace(",", ".")));
  return pieces.filter((_, i) => values.indexOf(values[i]) === i && values.lastIndexOf(values[i]) > i);
}

/** @param {string[]} lists as they were typed */
export function repeatsText(lists) {
  const twice = lists.flatMap(repeated);
  if (!twice.length) return "";
  return twice.length === 1 ? `${twice[0]} was typed more than once, and is taken once.` : `${twice.join(", ")} were typed more than once, and are taken once each.`;
}
