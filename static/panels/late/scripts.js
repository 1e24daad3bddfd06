// @ts-check
/**
 * The programs of the two posts: the eleven lines beside the thirteen, which of their lines carry the error back and
 * which change weights, and all the others to take along.
 */

import { segments } from "../../charts/choice.js";
import { html, say } from "../../dom.js";
import { tabMemory } from "../../memory.js";
import { library } from "../../scripts/library.js";
import { listing } from "../../scripts/listing.js";
import { folded, offer } from "../../scripts/offers.js";
import { pairs } from "../../scripts/pairs.js";
import { styleSheet } from "../../sheet.js";
import { scrolls } from "../../studies/scrolling.js";

const OPENING = "Point at a line, or go to it with the arrow keys, to read what the second post changes in it, and why.";
const SHOWN = "scripts-shown";
const LIT = "scripts-lit";

/** What is said of the two kinds of lines. @type {Record<string, string>} */
const SPLIT = {
  none: OPENING,
  carry: "Backpropagation: these parts carry the error back until every weight has its slope. They change no weight, so they optimise nothing.",
  step: "Only the last two lines optimise, and of them only this half: the step, gradient descent. Put another rule in its place, and all the rest stays.",
};

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function scriptsPanel(element, lab) {
  const books = library(lab);
  const [programs, eleven, thirteen] = await Promise.all([
    books.programs(), books.text("eleven"), books.text("thirteen"), styleSheet(lab.url("scripts.css")),
    styleSheet(lab.url("studies.css")),
  ]);
  const told = html("p", { class: "scripts-told", role: "status" });
  const list = listing(pairs(eleven, thirteen), ({ why }) => say(told, why));

  const shown = segments(html("div"), "Which program", show);
  shown.offer([
    { value: "both", text: "both", sentence: "Line by line: the eleven above, the thirteen below where they differ." },
    { value: "eleven", text: "eleven", sentence: "The first post’s program." },
    { value: "thirteen", text: "thirteen", sentence: "The second post’s program." },
  ]);
  const lit = segments(html("div"), "What a line does", light);
  lit.offer([
    { value: "carry", text: "← carries the error", sentence: "Light what carries the error back to the weights: backpropagation. Once more: light nothing." },
    { value: "step", text: "Δ changes weights", sentence: "Light what changes weights: gradient descent, the optimiser. Once more: light nothing." },
  ]);

  /** @param {string} which */
  function show(which) {
    const wanted = which === "eleven" || which === "thirteen" ? which : "both";
    tabMemory.set(SHOWN, wanted);
    shown.select(wanted);
    list.show(wanted);
  }

  /** @param {string} role */
  function light(role) {
    const wanted = role !== list.element.dataset.lit && (role === "carry" || role === "step") ? role : null;
    tabMemory.set(LIT, wanted);
    lit.select(wanted ?? "none");
    list.light(wanted);
    say(told, SPLIT[wanted ?? "none"]);
  }

  const [two, others] = [programs.filter(({ name }) => isShown(name)), programs.filter(({ name }) => !isShown(name))];
  element.replaceChildren(
    html("div", { class: "scripts-bar" }, shown.group, lit.group), list.element, told,
    html("div", { class: "scripts-two" }, ...two.flatMap(program => [
      html("p", {}, html("b", {}, program.title), ` print ${program.prints}`), offer(program, books, lab)])),
    html("p", { class: "scripts-heading" }, "The posts’ other programs, mended and tried; numbers and names are theirs, the comments ours."),
    ...others.map(program => folded(program, books, lab)),
  );
  show(tabMemory.get(SHOWN) ?? "both");
  light(tabMemory.get(LIT) ?? "none");
  scrolls(element);
  return {};
}

/** @param {string} name */
function isShown(name) {
  return name === "eleven" || name === "thirteen";
}
