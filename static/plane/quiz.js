// @ts-check
/** A question that the second post asks and leaves open. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { tabMemory } from "../memory.js";
import { fixed, powers, small } from "../numbers.js";
import { ANSWERS, downTheEdge, edgeText, judged } from "./words.js";

const KEY = "plane.answer";

/** @param {(weights: number[]) => number} postsError the mean error with the posts' rows and rules */
export function quizPage(postsError) {
  const told = html("p", { class: "plane-told", role: "status" });
  const row = html("div", { class: "plane-answers" });
  const choice = segments(row, "Where the second weight is best", answer);
  choice.offer(ANSWERS.map(text => ({ value: text, text, sentence: "" })));
  const edge = downTheEdge(postsError);
  const caption = html("caption");
  const table = html("table", { class: "plane-step plane-edge", hidden: true },
    caption,
    html("thead", {}, html("tr", {}, html("th", { scope: "row" }, "synapse_0[1]"), ...edge.map(({ place }) => html("th", { scope: "col" }, fixed(place, 0))))),
    html("tbody", {}, html("tr", {}, html("th", { scope: "row" }, "mean |error|"), ...edge.map(({ error }) => html("td", {}, powers(small(error)))))));

  let own = false;
  let given = ANSWERS.find(text => text === tabMemory.get(KEY)) ?? null;

  /** @param {string} text */
  function answer(text) {
    given = text;
    tabMemory.set(KEY, text);
    tell();
  }

  function tell() {
    if (given === null) return;
    choice.select(given);
    say(told, judged(given, own));
    say(caption, edgeText(own));
    table.hidden = given !== ANSWERS[2];
  }

  tell();
  const element = html("div", { class: "plane-page" },
    html("p", {}, "Of the post’s four rows x1 equals the target, so the first weight, synapse_0[0], is the better the larger it is. How is the second weight, synapse_0[1], optimal?"),
    row, told, table);
  return {
    element,
    /** @param {boolean} isOwn whether the map shows other rows than the post's */
    show(isOwn) {
      if (isOwn === own) return;
      own = isOwn;
      tell();
    },
  };
}
