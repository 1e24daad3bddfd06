// @ts-check
/** The random start in three steps, with the very numbers of a seed, and where they all lie. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { fixed, whole } from "../numbers.js";
import { mean } from "../weights/bins.js";
import { cloud } from "./cloud.js";
import { examplesRow, numberCell, opening, outcome } from "./parts.js";
import { randomNumbers } from "./random.js";
import { isStartOf, STEPS } from "./start.js";
import { seedOf } from "./typed.js";

const OPENING = "The weights begin as random numbers in three steps: drawn between 0 and 1, doubled, less one. So they lie between −1 and 1, around a mean of about 0.";
/** So many are written out. */
const LISTED = 3;
/** @type {Record<string, [rows: number, columns: number]>} */
const SHAPES = { few: [3, 1], many: [100, 1], most: [10_000, 1] };

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function startPiece(page, lab) {
  let step = 0;
  let shape = "few";
  let seed = lab.state().controls?.seed ?? 1;
  /** Until somebody types another, it is the run's. */
  let own = false;
  let drawn = "";
  /** @type {number[]} */
  let draws = [];

  const cell = numberCell("seed of the random start", value => {
    [own, seed] = [true, value];
    paint(lab.state());
  }, seedOf, "numeric");
  const shapes = segments(html("div"), "How many numbers", value => {
    shape = value;
    paint(lab.state());
  });
  shapes.offer([
    { value: "few", text: "(3, 1)", sentence: "Three numbers: the weights of three inputs and one output." },
    { value: "many", text: "(100, 1)", sentence: "A hundred numbers." },
    { value: "most", text: "(10000, 1)", sentence: "Ten thousand numbers: the more there are, the nearer their mean is to the middle." },
  ]);
  const steps = segments(html("div"), "The three steps", value => {
    step = Number(value);
    paint(lab.state());
  });
  steps.offer(STEPS.map(({ name, text }, i) => ({ value: String(i), text: `${i + 1}. ${name}`, sentence: text })));
  const another = examplesRow("Seeds", [
    { text: "next seed", sentence: "Other numbers, drawn in the same way.", pressed: () => sow((seed + 1) % 2 ** 32) },
    { text: "this run’s", sentence: "The seed of this run.", pressed: () => sow(null) },
  ]);
  const line = html("code", { class: "piece-code" });
  const list = html("table", { class: "piece-table", "aria-label": "the first of the numbers, step by step" });
  const picture = cloud();
  const told = outcome();
  page.append(
    opening(OPENING),
    html("div", { class: "piece-row" }, html("label", { class: "seed-cell" }, "np.random.seed(", cell.element, ")"), another),
    html("div", { class: "piece-row" }, steps.group, shapes.group),
    line, list, picture.element, told,
  );

  /** @param {number | null} wanted null: the run's */
  function sow(wanted) {
    own = wanted !== null;
    if (wanted !== null) seed = wanted;
    paint(lab.state());
  }

  /** @param {import("../lab.js").State} state */
  function paint({ controls, pins }) {
    if (!own) seed = controls?.seed ?? seed;
    const [rows, columns] = SHAPES[shape];
    const wanted = `${seed} ${shape} ${step} ${pins[0]?.weights.flat(2).length} ${own}`;
    if (wanted === drawn) return;
    drawn = wanted;
    const count = rows * columns;
    const first = pins[0]?.weights ?? [];
    const all = randomNumbers(seed, Math.max(count, first.flat(2).length));
    draws = all.slice(0, count);
    const values = draws.map(STEPS[step].of);
    cell.show(seed);
    shapes.select(shape);
    steps.select(String(step));
    say(line, STEPS[step].text.replace("shape", `(${rows}, ${columns})`));
    write();
    picture.show(values, step);
    say(told, `${middle(values)} ${ofRun(isStartOf(all, first), first)}`);
  }

  function write() {
    const body = draws.slice(0, LISTED).map(draw => html("tr", {},
      ...STEPS.map(({ of }, i) => html("td", { class: i === step ? "lit" : i > step ? "to-come" : "" }, fixed(of(draw), 8)))));
    const more = draws.length - LISTED;
    const head = html("tr", {}, ...["random", "2 × random", "2 × random − 1"].map(name => html("th", { scope: "col" }, name)));
    list.replaceChildren(html("thead", {}, head), html("tbody", {}, ...body));
    if (more > 0) list.append(html("caption", {}, `the first ${LISTED} of ${whole(draws.length)}`));
  }

  /** @param {number[]} values */
  function middle(values) {
    const { from, to } = STEPS[step];
    return `Mean ${fixed(mean(values), 3)}; the middle of ${fixed(from, 0)} to ${fixed(to, 0)} is ${fixed((from + to) / 2, 1)}.`;
  }

  /** @param {boolean} same @param {number[][][]} weights */
  function ofRun(same, weights) {
    if (!weights.length) return "";
    if (same) return "Such numbers, doubled, less one, are the first weights of this run: syn0 first, row by row.";
    return own ? "This run began from other weights." : "This run did not begin from these: its first weights are others.";
  }

  return { paint };
}
