// @ts-check
/** How a row of predictions stands to its targets: rounded, right or wrong, and how sure. Pure. */

/** Closer to one half than this, four decimals show no side. */
const UNDECIDED = 0.00005;
/** More outputs are counted, not written out. */
const WRITTEN_OUT = 6;

/** @typedef {"right" | "wrong" | "undecided" | "unmarked"} Verdict */
/** @type {Record<Verdict, string>} */
const MARKS = { right: "✓", wrong: "✗", undecided: "?", unmarked: "" };
/** @type {Record<Verdict, string>} */
const WORDS = {
  right: "right",
  wrong: "wrong",
  undecided: "undecided: as close to 0 as to 1",
  unmarked: "neither right nor wrong: the target is not 0 or 1",
};

/** @param {number[]} outputs @param {number[]} targets @returns {{verdict: Verdict, text: string, mark: string, spoken: string}} */
export function judged(outputs, targets) {
  const single = outputs.map((output, i) => verdictOf(output, targets[i]));
  const verdict = /** @type {const} */ (["unmarked", "wrong", "undecided"]).find(bad => single.includes(bad)) ?? "right";
  const digits = outputs.map(rounded).join("");
  const text = outputs.length <= WRITTEN_OUT
    ? digits
    : `${single.filter(one => one === "right").length}/${outputs.length}`;
  return { verdict, text, mark: MARKS[verdict], spoken: `${text}, ${WORDS[verdict]}` };
}

/** The slope of the sigmoid at an output: 0.25 where it is undecided, 0 where it is sure. @param {number} output */
export function slopeAt(output) {
  return output * (1 - output);
}

/** @param {number} output @param {number} target @returns {Verdict} */
function verdictOf(output, target) {
  if (target !== 0 && target !== 1) return "unmarked";
  if (Math.abs(output - 0.5) < UNDECIDED) return "undecided";
  return Math.round(output) === target ? "right" : "wrong";
}

/** @param {number} output */
function rounded(output) {
  if (Number.isNaN(output)) return "NaN";
  return Math.abs(output - 0.5) < UNDECIDED ? "½" : String(Math.round(output));
}
