// @ts-check
/** Cards: where these things come from, who made them, and a few riddles. */

import { button } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { judgeSecond, judgeSums, SECOND } from "./drills.js";
import { numberCell, opening, outcome, outside } from "./parts.js";
import { seedOf } from "./typed.js";

const OPENING = "Where the words come from, who wrote what this lab follows, and three riddles to solve with it.";

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function wordsPiece(page, lab) {
  page.append(
    opening(OPENING),
    card("Riddle: find the iteration", findIt(lab)),
    card("Riddle: the second iteration", second(lab)),
    card("Riddle: Python 2 or 3", python()),
    card("Perceptron, 1957",
      "Frank Rosenblatt described the perceptron in 1957, at the Cornell Aeronautical Laboratory; his machine, the Mark I, had 400 light cells for eyes, and motors that turned its weights. Its units gave 0 or 1 and nothing between: switch the sigmoid for a step in the code panel, and no slope is left to learn by.",
    ),
    card("What one layer cannot do",
      "In 1969 Marvin Minsky and Seymour Papert showed in their book Perceptrons what one layer of such units can never tell apart; XOR became the best known example. Give One layer the XOR rows in The data and see it stop with every output at 0.5. A hidden layer, as in the second tab, is the way out, once one knows how to train it.",
    ),
    card("Why “backprop”",
      "Short for backward propagation of errors: the error at the output is sent back over the weights, so that every hidden unit gets its share of it. It was found more than once; Rumelhart, Hinton and Williams made it widely known in 1986. Per Harald Borgen puts it as looking how wrong the guess was and adjusting the weights by that; Yann LeCun, asked for his favourite algorithm, is said to have answered with the one word.",
    ),
    card("Frameworks of the time",
      "The first post names three: Torch (programmed in Lua), Caffe (in C++) and Theano (in Python). Work on Theano ended in 2017, and PyTorch has taken Torch’s place. The program here needs none of them, only numpy.",
    ),
    card("Who wrote the posts", credits()),
  );
  return {};
}

/** @param {string} title @param {string | Node} content */
function card(title, content) {
  return html("details", { class: "piece-card" }, html("summary", {}, title), typeof content === "string" ? html("p", {}, content) : content);
}

/** @param {Element} parent @param {import("../lab.js").Lab} lab */
function goToOneLayer(parent, lab) {
  button(parent, "Go to One layer", "Turns the lab to the experiment that the riddle is about.", () => lab.send({ type: "choose_experiment", experiment: "one-layer" }));
}

/** @param {import("../lab.js").Lab} lab */
function findIt(lab) {
  const told = outcome();
  const answer = numberCell("iteration of the sums", value => {
    answer.show(value);
    tell(told, judgeSums(value));
  }, text => {
    const found = seedOf(text.replaceAll(",", ""));
    return "value" in found ? found : { refusal: "Type a whole number of iterations." };
  }, "numeric");
  const row = html("div", { class: "piece-row" }, html("label", { class: "seed-cell" }, "They are those of iteration ", answer.element));
  goToOneLayer(row, lab);
  return html("div", {},
    html("p", {}, "A reader trained One layer with seed 1 and printed the sums before the sigmoid: −4.98467, −5.19108, 5.39604, 5.18963. In his notes they stand for 10,000 iterations. At which one do they really come? Pin iterations in First, now, last and look at l1_sum."),
    row, told);
}

/** @param {import("../lab.js").Lab} lab */
function second(lab) {
  const told = outcome();
  const row = html("div", { class: "piece-row" });
  for (const text of SECOND) button(row, text, "", () => tell(told, judgeSecond(text)));
  goToOneLayer(row, lab);
  return html("div", {},
    html("p", {}, "The same notes give l1 “after the second iteration” as .26, .36, .23, .32, with seed 1. Which iteration of this lab is that? First, now, last has them all."),
    row, told);
}

function python() {
  const rows = [["print l1", "print(l1)"], ["for j in xrange(60000):", "for j in range(60000):"]];
  const head = html("tr", {}, ...["Python 2, as in the posts", "Python 3, as here"].map(text => html("th", { scope: "col" }, text)));
  const body = rows.map(row => html("tr", {}, ...row.map(text => html("td", {}, html("code", {}, text)))));
  const answer = html("details", { class: "piece-card" }, html("summary", {}, "show them"), html("table", { class: "piece-table" }, html("thead", {}, head), html("tbody", {}, ...body)));
  return html("div", {},
    html("p", {}, "The posts are written in Python 2. Two of their words fail in Python 3, which the code panel speaks. Which?"), answer);
}

function credits() {
  return html("div", {},
    html("p", {}, "The lab follows two posts of 2015 by Andrew Trask (@iamtrask): ",
      outside("A Neural Network in 11 lines of Python", "https://iamtrask.github.io/2015/07/12/basic-python-network/"), " and ",
      outside("its sequel on gradient descent", "https://iamtrask.github.io/2015/07/27/python-network-part2/"),
      ". What they call nonlin is sigmoid and slope here; where they call l1 of the first script the hidden layer, it is the output."),
    html("p", {}, "Background that a reader of them recommends: ",
      outside("Andrey Kurenkov’s history of neural nets", "https://www.andreykurenkov.com/writing/ai/a-brief-history-of-neural-nets-and-deep-learning/"), " and ",
      outside("Michael Nielsen’s first chapter", "http://neuralnetworksanddeeplearning.com/chap1.html"), "."));
}

/** @param {HTMLElement} element @param {{right: boolean, text: string}} verdict */
function tell(element, { right, text }) {
  say(element, text);
  element.classList.toggle("right", right);
}
