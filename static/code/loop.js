// @ts-check
/**
 * Walking through the loop of the program, line by line. Pure.
 *
 * @typedef {import("../messages.js").Line} Line
 */

/** Which lines are done in every iteration: those behind the `for`. @param {Line[]} code */
export function loopLines(code) {
  const begin = code.findIndex(({ task }) => task === "loop");
  return begin < 0 ? [] : code.map((_, i) => i).slice(begin + 1);
}

/**
 * Where a step on leads: from the last line to the first of the next iteration.
 *
 * @param {Line[]} code
 * @param {number | null} line
 * @returns {number | null}
 */
export function lineAfter(code, line) {
  const lines = loopLines(code);
  return lines[line === null ? 0 : lines.indexOf(line) + 1] ?? lines[0] ?? null;
}

/**
 * Where a step back leads; undefined where that is the iteration before, whose numbers only the server has.
 *
 * @param {Line[]} code
 * @param {number | null} line
 * @param {number} iteration
 * @returns {number | null | undefined}
 */
export function lineBefore(code, line, iteration) {
  const lines = loopLines(code);
  if (line !== null && line > lines[0]) return line - 1;
  return iteration === 0 ? null : undefined;
}

/**
 * Where a line of the listing stands in the iteration.
 *
 * @param {Line[]} code
 * @param {number} i
 * @param {number | null} line that was stepped to
 * @returns {"" | "done" | "here" | "ahead"} empty: outside the loop, or nobody walks through it
 */
export function placeOf(code, i, line) {
  if (line === null || !loopLines(code).includes(i)) return "";
  if (i === line) return "here";
  return i < line ? "done" : "ahead";
}

/** What is read out at a step. @param {Line[]} code @param {number | null} line */
export function announcement(code, line) {
  if (line === null || !code[line]) return "";
  return `line ${line + 1} of ${code.length}: ${code[line].text.trim()}`;
}

/** Whether a line does something else than it should. @param {Line} line */
export function isChanged({ choices, chosen }) {
  return choices.length > 0 && chosen !== choices[0].name;
}

/** What the line does in the place of what it should, or null. @param {Line | undefined} line */
export function changeOf(line) {
  return line && isChanged(line) ? line.choices.find(({ name }) => name === line.chosen)?.about ?? null : null;
}

/** Which lines have been changed, in a sentence; empty when none has. @param {Line[]} code */
export function complaint(code) {
  const numbers = code.flatMap((line, i) => (isChanged(line) ? [i + 1] : []));
  if (numbers.length === 0) return "";
  const last = numbers.pop();
  return `The program is changed in ${numbers.length ? `lines ${numbers.join(", ")} and ${last}` : `line ${last}`}.`;
}
