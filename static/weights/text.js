// @ts-check
/** All weights as text, and back: what a network has learned is just these numbers. Pure. */

/** As numpy would read them. @param {number[][][]} weights */
export function written(weights) {
  return weights.map((matrix, i) => {
    const rows = matrix.map(row => `[${row.map(python).join(", ")}]`);
    return `syn${i} = np.array([${rows.join(`,\n${" ".repeat(`syn${i} = np.array([`.length)}`)}])`;
  }).join("\n") + "\n";
}

/** @param {number} value */
function python(value) {
  if (Number.isNaN(value)) return "np.nan";
  if (!Number.isFinite(value)) return value > 0 ? "np.inf" : "-np.inf";
  return String(value);
}

/** What stands around the numbers: names, brackets, what numpy and JSON write. */
const AROUND = [/#.*$/gm, /\bdtype\s*=\s*[\w.]+/g, /["']?\b[A-Za-z_]\w*["']?\s*[=:]/g, /\b[A-Za-z_][\w.]*\s*(?=\()/g];

/**
 * The numbers in a text, in their order; words are left as they are, for the server to say what is wrong with them.
 *
 * @param {string} text
 * @param {number[][][]} weights those that they are to replace
 * @returns {{values: string[], fault: string}} a fault in words, or none
 */
export function read(text, weights) {
  const bare = AROUND.reduce((rest, pattern) => rest.replace(pattern, " "), text.replaceAll("−", "-"));
  const values = bare.split(/[\s,;[\](){}]+/).filter(Boolean);
  const wanted = weights.flat(2).length;
  if (values.length === wanted) return { values, fault: "" };
  const shapes = weights.map((matrix, i) => `syn${i} ${matrix.length}×${matrix[0].length}`).join(", ");
  const found = values.length === 0 ? "the text has none" : `the text has ${values.length}`;
  return { values, fault: `This network has ${wanted} ${wanted === 1 ? "weight" : "weights"} (${shapes}); ${found}.` };
}
