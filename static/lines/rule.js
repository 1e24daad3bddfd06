// @ts-check
/**
 * The shape rule of a line in words and numbers: what goes into a product must agree in the middle. Pure.
 *
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {import("./work.js").Step} Step
 * @typedef {{text: string, inner: boolean}} Piece `inner`: one of the two numbers that must be equal
 */

/** @param {Operand[]} matrices @param {Step[]} steps @returns {Piece[]} */
export function rulePieces(matrices, steps) {
  return merged(steps.flatMap((step, i) => [plain(i > 0 ? ", " : ""), ...WORDS[step.does](matrices, step)]));
}

/** @type {(matrices: Operand[], step: Step) => Piece[]} */
const pair = (matrices, step) => {
  const [a, b] = step.from;
  return [...named(matrices[a], innerOf(step, a)), plain(` ${step.sign} `), ...named(matrices[b], innerOf(step, b)), ...made(matrices, step)];
};

/** @type {Record<Step["does"], (matrices: Operand[], step: Step) => Piece[]>} */
const WORDS = {
  copy: (matrices, step) => [...named(matrices[step.from[0]], null), ...made(matrices, step)],
  product: pair,
  difference: pair,
  weigh: pair,
  squeeze: (matrices, { arrow, to }) => [plain(`then ${arrow} `), ...named(matrices[to], null)],
  scale: () => [plain("times alpha")],
  add: (matrices, { sign, to }) => [
    plain(sign.startsWith("−") ? "taken from " : "added to "), ...named({ ...matrices[to], note: undefined }, null),
  ],
};

/** @param {Operand[]} matrices @param {Step[]} steps */
export function ruleText(matrices, steps) {
  return rulePieces(matrices, steps).map(({ text }) => text).join("");
}

/** The name, and which of two. @param {Operand} operand */
export function labelOf({ name, note }) {
  return note ? `${name} ${note}` : name;
}

/**
 * Which number of an operand's shape must be equal to one of its neighbour's: its place, or null.
 *
 * @param {Step} step
 * @param {number} operand place in `matrices`
 * @returns {"rows" | "columns" | null}
 */
export function innerOf({ does, from }, operand) {
  if (does !== "product") return null;
  return operand === from[0] ? "columns" : "rows";
}

/** @param {Operand[]} matrices @param {Step} step */
function made(matrices, { arrow, to }) {
  const result = matrices[to];
  // A product without a name of its own has been named by its operands.
  return [plain(` ${arrow} `), ...(result.name.includes("·") ? shape(result, null) : named(result, null))];
}

/** @param {Operand} operand @param {"rows" | "columns" | null} inner */
function named(operand, inner) {
  return [plain(`${labelOf(operand)} `), ...shape(operand, inner)];
}

/** @param {Operand} operand @param {"rows" | "columns" | null} inner @returns {Piece[]} */
function shape({ rows, columns }, inner) {
  return [
    plain("("), { text: String(rows), inner: inner === "rows" }, plain("×"),
    { text: String(columns), inner: inner === "columns" }, plain(")"),
  ];
}

/** @param {string} text @returns {Piece} */
function plain(text) {
  return { text, inner: false };
}

/** @param {Piece[]} pieces @returns {Piece[]} */
function merged(pieces) {
  /** @type {Piece[]} */
  const all = [];
  for (const piece of pieces) {
    const before = all[all.length - 1];
    if (before && !before.inner && !piece.inner) before.text += piece.text;
    else if (piece.text) all.push({ ...piece });
  }
  return all;
}
