// @ts-check
/**
 * The eleven lines beside the thirteen: which line is which, what differs, and what each is there for. Pure.
 *
 * @typedef {"eleven" | "thirteen"} Which
 * @typedef {"carry" | "step"} Role bring the error to a weight, or change the weight
 * @typedef {"same" | "names" | "other" | "new"} Difference
 *
 * @typedef {object} Side one line of one of the programs
 * @property {number | null} number as the post counts them; null: it does not
 * @property {string} text
 * @property {string[]} marked what is written otherwise than in the other program, names apart
 *
 * @typedef {object} Pair
 * @property {string} key
 * @property {Difference} difference
 * @property {Side | null} eleven
 * @property {Side | null} thirteen
 * @property {string} why
 * @property {Role | null} role
 */

/** What the second post calls the same things. */
export const RENAMED = { syn0: "synapse_0", syn1: "synapse_1", l1: "layer_1", l2: "layer_2", l1_delta: "layer_1_delta", l2_delta: "layer_2_delta" };

/**
 * In the order of the programs.
 * @type {{key: string, difference: Difference, why: string, role?: Role, marks?: [eleven: string[], thirteen: string[]], uncounted?: Which[]}[]}
 */
const ROWS = [
  { key: "import", difference: "same", uncounted: ["eleven"], why: "The first post does not count this line, the second does; neither program runs without it." },
  { key: "seed", difference: "same", uncounted: ["eleven", "thirteen"], why: "In neither short program: without it every run begins from other weights. Here it stands so that you get the figures of the lab." },
  { key: "X", difference: "same", why: "The same in both: four examples of two inputs, and a column of ones." },
  { key: "y", difference: "same", why: "The same in both: the answers, XOR of the first two inputs." },
  { key: "alpha", difference: "new", marks: [[], ["alpha, hidden_dim = 0.5, 4"]], why: "New: alpha and the number of hidden units have names, so that either can be tried by changing this line alone." },
  { key: "syn0", difference: "other", marks: [["4"], ["hidden_dim"]], why: "As wide as hidden_dim says. With 4 and the same seed these are the same first weights." },
  { key: "syn1", difference: "other", marks: [["4"], ["hidden_dim"]], why: "As high as hidden_dim says: a row for each hidden unit." },
  { key: "for", difference: "same", why: "The same in both: all below is done 60,000 times." },
  { key: "l1", difference: "names", why: "Only names differ: what l1 was is layer_1." },
  { key: "l2", difference: "names", why: "Only names differ: what l2 was is layer_2." },
  { key: "l2_delta", difference: "other", role: "carry", marks: [["(y - l2)"], ["(layer_2 - y)"]], why: "The same number with its sign turned: in the first iteration, second row, 1 − 0.489 = +0.511 in the eleven and 0.489 − 1 = −0.511 in the thirteen. Turned so, it is the slope of the squared error: up is worse." },
  { key: "l1_delta", difference: "names", role: "carry", why: "Only names differ; the sign that was turned above comes along." },
  { key: "syn1", difference: "other", role: "step", marks: [["+="], ["-=", "alpha *"]], why: "The sign turned above is turned back here: adding +x is taking −x away. With alpha 1 both programs have the same weights to the last bit; with 0.5 each step is half as long. The first step of syn1[0]: −0.59110 + −0.00451 = −0.59561, and −0.59110 − 0.5 × 0.00451 = −0.59335." },
  { key: "syn0", difference: "other", role: "step", marks: [["+="], ["-=", "alpha *"]], why: "As in the line above: −= of the turned sign is +=, and alpha says how much of the step is taken." },
  { key: "print", difference: "names", uncounted: ["eleven", "thirteen"], why: "Neither post’s short program prints anything; here it shows what came of it." },
];

/** @param {string} eleven @param {string} thirteen the programs @returns {Pair[]} */
export function pairs(eleven, thirteen) {
  const [ours, theirs] = [reader(eleven), reader(thirteen)];
  return ROWS.map(({ key, difference, why, role = null, marks = [[], []], uncounted = [] }) => ({
    key, difference, why, role,
    eleven: difference === "new" ? null : ours(marks[0], !uncounted.includes("eleven")),
    thirteen: theirs(marks[1], !uncounted.includes("thirteen")),
  }));
}

/** The lines of a program, one after the other. @param {string} program @returns {(marked: string[], counted: boolean) => Side} */
function reader(program) {
  const lines = program.trimEnd().split("\n");
  let [at, number] = [0, 0];
  return (marked, counted) => ({ text: lines[at++], marked, number: counted ? ++number : null });
}

/**
 * A line, cut where another way of showing it begins.
 *
 * @param {Side} side
 * @param {Role | null} role of its line
 * @returns {{text: string, marked: boolean, renamed: boolean, role: Role | null}[]}
 */
export function cut({ text, marked }, role) {
  const step = role === "step" ? /^\s*\w+ [+-]= (?:alpha \* )?/.exec(text)?.[0].length ?? 0 : 0;
  const shown = (/** @type {string} */ part, /** @type {Role | null} */ of) => tokens(part, marked).map(token => ({
    text: token, marked: marked.includes(token), renamed: isRenamed(token), role: of,
  }));
  return step ? [...shown(text.slice(0, step), "step"), ...shown(text.slice(step), "carry")] : shown(text, role);
}

/** @param {string} text @param {string[]} marked each of which stays whole */
function tokens(text, marked) {
  const wholes = marked.length ? text.split(new RegExp(`(${marked.map(escaped).join("|")})`)) : [text];
  return wholes.flatMap(whole => (marked.includes(whole) ? [whole] : whole.split(/([A-Za-z_]\w*)/))).filter(Boolean);
}

/** @param {string} name */
function isRenamed(name) {
  return Object.hasOwn(RENAMED, name) || Object.values(RENAMED).includes(name);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
