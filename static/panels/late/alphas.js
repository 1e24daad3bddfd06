// @ts-check
/** The alpha race: the same network from the same seed, trained with each alpha in lockstep. */

import { html } from "../../dom.js";
import { styleSheet } from "../../sheet.js";
import { studyForm } from "../../studies/form.js";
import { raceView } from "../../studies/race-view.js";

/** As the second post has it. */
const POST = { alphas: ".001 .01 .1 1 10 100 1000", iterations: "60000" };
const EMPTY = "Copies of one network will start from the same weights and differ in alpha alone. Their error curves grow here side by " +
  "side; a table says where each was every 10,000 iterations, how often its weights changed direction, and why those that failed did.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function alphasPanel(element, lab) {
  await Promise.all(["studies.css", "alphas.css"].map(name => styleSheet(lab.url(name))));
  element.classList.add("race-panel");
  const form = studyForm(lab, { purpose: "alphas", verb: "start_race", name: "the alpha race", fields: POST, of: "present", start: "Race" });
  form.element.append(postButton("plain"));
  const invitations = [postButton("plain study-start")];
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const race = raceView(lab, { form, tools, purpose: "alphas", name: "the alpha race", file: "alpha-race", empty: EMPTY, invitations });
  element.append(form.element, ...race.elements);

  /** @param {string} look */
  function postButton(look) {
    const post = html("button", { type: "button", class: look }, "The post’s experiment: 7 × 60,000");
    lab.explain(post, "The experiment of the second post, with each of its figures set beside the post’s.");
    post.addEventListener("click", () => form.start("post", POST));
    return post;
  }

  return {
    paint: race.paint,
    redraw: race.redraw,
    retheme: race.retheme,
  };
}
