// @ts-check
/** What a line of the code does and what its names mean, in one sentence each. Pure. */

const PRODUCT = "the product of two matrices: each row on the left meets each column on the right, number by number, and what they make is added up";

/** @type {Record<string, string>} */
const NAMES = {
  np: "numpy, which does arithmetic on whole matrices",
  "np.dot": PRODUCT,
  "@": PRODUCT,
  ".T": "the matrix turned on its side: its rows become columns",
  j: "counts the iterations",
  sigmoid: "squeezes any number into 0..1; the posts call it nonlin",
  nonlin: "the posts’ name for the sigmoid, which squeezes any number into 0..1, and with deriv=True for its slope",
  slope: "how steep the sigmoid is where it gives “out”: 0.25 in the middle, almost 0 when the unit is sure",
  X: "the inputs, one example a row",
  y: "the targets: what the network should answer, one a row",
  alpha: "the learning rate, by which every update is multiplied",
};

/** @type {[pattern: RegExp, meaning: (layer: number) => string][]} */
const NUMBERED = [
  [/^syn(\d+)$/, n => `the weights between l${n} and l${n + 1}`],
  [/^l(\d+)$/, n => (n === 0 ? "the first layer: the inputs themselves" : `the outputs of layer ${n}, one example a row`)],
  [/^l(\d+)_error$/, n => `how far layer ${n} is from what was wanted of it`],
  [/^l(\d+)_delta$/, n => `l${n}_error, made small where layer ${n} is sure`],
  [/^syn(\d+)_update$/, n => `what alpha is multiplied with before it is added to syn${n}`],
];

/** @type {[pattern: RegExp, sentence: string][]} */
const LINES = [
  [/^import/, "Fetches numpy, the only thing this program needs."],
  [/^sigmoid/, "The sigmoid turns any sum into a number between 0 and 1."],
  [/^slope/, "How steep the sigmoid is, reckoned from its own output."],
  [/^X =/, "The inputs: each row is one example."],
  [/^y =/, "The targets: the right answer for each row of X."],
  [/^alpha/, "The learning rate: how far the weights follow each correction."],
  [/random\.seed/, "Makes the random numbers the same every time."],
  [/random\.random/, "The weights begin as random numbers between −1 and 1."],
  [/^for/, "Everything below happens once an iteration."],
  [/^l0 =/, "The inputs are the first layer."],
  [/^l\d+ =/, "Predict: the layer before times the weights, squeezed by the sigmoid."],
  [/^l\d+_error = y/, "Compare: how far the answer is from the target, with its sign."],
  [/^l\d+_error/, "Send the blame back: each unit gets its share of the error behind it, by its weights."],
  [/^l\d+_delta/, "Soften the error where the unit is sure: a flat slope means a small correction."],
  [/^syn\d+ \+=/, "Update: move every weight a little in the direction that makes the error smaller."],
];

/** What a name means, or null. @param {string} name */
export function meaningOfName(name) {
  if (Object.hasOwn(NAMES, name)) return NAMES[name];
  for (const [pattern, meaning] of NUMBERED) {
    const match = pattern.exec(name);
    if (match) return meaning(Number(match[1]));
  }
  return null;
}

/**
 * What a line does, and what its names mean.
 *
 * @param {string} line
 * @param {string | null} [change] what it does since it was changed
 */
export function explainLine(line, change = null) {
  const text = line.trim();
  const does = change ?? LINES.find(([pattern]) => pattern.test(text))?.[1] ?? "";
  const names = [...new Set(text.match(/[A-Za-z_]\w*/g) ?? [])].map(name => [name, meaningOfName(name)]);
  const glossary = names.filter(([, meaning]) => meaning).map(([name, meaning]) => `${name}: ${meaning}.`);
  return [does, ...glossary].join("\n");
}
