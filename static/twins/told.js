// @ts-check
/** What is said of all units: the sentence, and of which it speaks. */

import { html, say } from "../dom.js";

/** Each has its line, so that nothing moves when there is another. */
export function telling() {
  const sentence = html("p");
  const rows = { twins: html("dd"), mirrored: html("dd"), dead: html("dd") };
  const list = html("dl", {}, html("dt", {}, "twins"), rows.twins, html("dt", {}, "mirrored"), rows.mirrored, html("dt", {}, "dead"), rows.dead);
  list.dataset.explain = "Twins do the same. A mirrored unit says the same upside down, so it tells nothing new either. A dead one gives the same answer to every example.";
  return {
    element: html("div", { class: "twins-told", role: "status" }, sentence, list),
    /** @param {ReturnType<typeof import("./words.js").said>} found @param {string} part */
    show(found, part) {
      say(sentence, found.sentence + part);
      say(rows.twins, found.twins);
      say(rows.mirrored, found.mirrored);
      say(rows.dead, found.dead);
    },
  };
}
