// @ts-check
/**
 * A line of Python, cut into pieces for colouring, and filled with the present settings. Pure.
 *
 * @typedef {object} Piece
 * @property {"text" | "keyword" | "comment" | "string" | "number" | "name" | "hole"} kind
 * @property {string} text for a hole: the name of the setting
 */

const PIECES =
  /(?<comment>#.*)|(?<string>"[^"]*"|'[^']*')|\{(?<hole>[a-z_]+)\}|(?<name>np\.dot\b|@|\.T\b|[A-Za-z_]\w*)|(?<number>\d[\d_.]*(?:e[+-]?\d+)?)/g;
const KEYWORDS = new Set([
  "and", "as", "def", "else", "for", "from", "if", "import", "in", "lambda", "not", "or", "print", "range", "return",
]);

/** @param {string} line @returns {Piece[]} */
export function pieces(line) {
  /** @type {Piece[]} */
  const found = [];
  let at = 0;
  for (const match of line.matchAll(PIECES)) {
    if (match.index > at) found.push({ kind: "text", text: line.slice(at, match.index) });
    found.push(piece(match.groups ?? {}));
    at = match.index + match[0].length;
  }
  if (at < line.length) found.push({ kind: "text", text: line.slice(at) });
  return found;
}

/** @param {Record<string, string | undefined>} groups @returns {Piece} */
function piece({ comment, string, hole, name, number }) {
  if (comment !== undefined) return { kind: "comment", text: comment };
  if (string !== undefined) return { kind: "string", text: string };
  if (hole !== undefined) return { kind: "hole", text: hole };
  if (name !== undefined) return { kind: KEYWORDS.has(name) ? "keyword" : "name", text: name };
  return { kind: "number", text: number ?? "" };
}

/**
 * What stands in the holes.
 *
 * @param {import("./messages.js").Controls} controls
 * @returns {Record<string, string>}
 */
export function fillings(controls) {
  return {
    alpha: String(controls.alpha),
    hidden_size: String(controls.hidden_size),
    seed: String(controls.seed),
    iterations: String(controls.stop_iteration),
  };
}

/** @param {string} text @param {Record<string, string>} values */
export function filledLine(text, values) {
  return text.replace(/\{([a-z_]+)\}/g, (hole, name) => values[name] ?? hole);
}

/** The runnable text. @param {{text: string}[]} lines @param {Record<string, string>} values */
export function script(lines, values) {
  return `${lines.map(({ text }) => filledLine(text, values)).join("\n")}\n`;
}
