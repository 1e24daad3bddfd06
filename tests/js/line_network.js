// A network of one's own, reckoned in the plainest way, as the state of the page that stands on one of its lines.

/** Numbers from 0 to 1 that are the same every time. */
export function chance(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const matrix = (rows, columns, make) => Array.from({ length: rows }, () => Array.from({ length: columns }, make));
const turn = a => a[0].map((_, j) => a.map(row => row[j]));
const times = (a, b) => a.map(row => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
const each = (a, b, f) => a.map((row, i) => row.map((value, j) => f(value, b[i][j])));

/**
 * @param {string} key the line that is stood on
 * @param {{sizes?: number[], rows?: number, seed?: number, alpha?: number, inputs?: number[][], targets?: number[][],
 *   weights?: number[][][], stepped?: boolean, slopeless?: number[], flipped?: number[], row?: number, window?: [number, number]}} [options]
 */
export function standing(key, options = {}) {
  const { sizes = [3, 4, 1], rows = 4, seed = 1, alpha = 2, stepped = false, slopeless = [], flipped = [], row = 0 } = options;
  const random = chance(seed);
  const last = sizes.length - 1;
  const inputs = options.inputs ?? matrix(rows, sizes[0], () => Math.round(random()));
  const targets = options.targets ?? matrix(rows, sizes[last], () => Math.round(random()));
  const weights = options.weights ?? sizes.slice(1).map((size, i) => matrix(sizes[i], size, () => 4 * random() - 2));
  const squeeze = value => (stepped ? (Number.isNaN(value) ? value : Number(value > 0)) : 1 / (1 + Math.exp(-value)));
  const [layers, sums] = [[inputs], []];
  for (const syn of weights) {
    sums.push(times(layers.at(-1), syn));
    layers.push(sums.at(-1).map(values => values.map(squeeze)));
  }
  const [errors, deltas, updates] = [[], [], []];
  let error = each(targets, layers[last], (y, out) => y - out);
  for (let k = last; k > 0; k--) {
    const delta = slopeless.includes(k) ? error : each(error, layers[k], (e, out) => e * (out * (1 - out)));
    const update = times(turn(layers[k - 1]), delta);
    updates[k - 1] = flipped.includes(k - 1) ? update.map(values => values.map(value => -value)) : update;
    [errors[k - 1], deltas[k - 1]] = [error, delta];
    error = times(delta, turn(weights[k - 1]));
  }
  const [from, to] = options.window ?? [0, inputs.length];
  const seen = matrices => matrices.map(values => values.slice(from, to));
  const code = linesOf(last, { stepped, slopeless, flipped });
  const line = code.findIndex(one => one.key === key);
  const frame = {
    run: 1, iteration: 7, first_row: from, weights, layers: seen(layers.slice(1)), sums: seen(sums),
    detail: { errors: seen(errors), deltas: seen(deltas), updates, changes: [], correlations: [] },
  };
  const run = {
    run: 1, inputs: inputs.slice(from, to), targets: targets.slice(from, to), first_row: from, rows: inputs.length, code,
    columns: inputs[0].map((_, i) => `x${i + 1}`),
  };
  return { run, controls: { alpha, row, line, playing: false }, frame, detailed: frame };
}

/** The listing of the server, as far as the panel reads it. */
function linesOf(last, { stepped, slopeless, flipped }) {
  const line = (key, task, text, chosen = "") => ({ key, task, text, chosen, choices: [] });
  const lines = [line("sigmoid", "setup", "sigmoid = …", stepped ? "step" : "sigmoid"), line("for", "loop", "for j in …")];
  lines.push(line("l0", "predict", "    l0 = X"));
  for (let k = 1; k <= last; k++) lines.push(line(`l${k}`, "predict", `    l${k} = sigmoid(l${k - 1} @ syn${k - 1})`));
  for (let k = last; k > 0; k--) {
    lines.push(line(`l${k}_error`, "compare", k === last ? `    l${k}_error = y - l${k}` : `    l${k}_error = l${k + 1}_delta @ syn${k}.T`));
    lines.push(slopeless.includes(k)
      ? line(`l${k}_delta`, "compare", `    l${k}_delta = l${k}_error`, "no-slope")
      : line(`l${k}_delta`, "compare", `    l${k}_delta = l${k}_error * slope(l${k})`, "slope"));
  }
  for (let k = last - 1; k >= 0; k--) {
    const wrong = flipped.includes(k);
    lines.push(line(`syn${k}_update`, "update", `    syn${k} ${wrong ? "-=" : "+="} alpha * l${k}.T @ l${k + 1}_delta`, wrong ? "minus" : "plus"));
  }
  return lines;
}
