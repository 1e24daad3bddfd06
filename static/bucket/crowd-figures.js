// @ts-check
/** What came of many balls: in how many places they ended, how many in each, and what that cost beside blind search. */

import { html, say } from "../dom.js";
import { counted } from "./balls.js";
import { bottomsTable } from "./bottoms.js";
import { apart, blind, descent } from "./cost.js";
import { searching } from "./searching.js";

const BEFORE = "Let them roll: each goes by alpha × slope, and its colour and shape say in which bottom it ends.";

export function crowdFigures() {
  const ends = bottomsTable();
  const distinct = html("output", { class: "bucket-big", "aria-label": "distinct ends" });
  const settled = html("output", { class: "bucket-big", "aria-label": "balls in a bottom" });
  const costs = [html("p"), html("p")];
  const search = searching(() => say(costs[1], blind(search.done(), search.middle())));

  return {
    element: html(
      "div", { class: "bucket-side-page" },
      html("div", { class: "bucket-figures" }, html("p", {}, html("span", { class: "name" }, "distinct ends"), distinct), html("p", {}, html("span", { class: "name" }, "in a bottom"), settled)),
      ends.element,
    ),
    outcome: html("div", { class: "bucket-told", role: "status" }, ...costs),
    /** The balls are others. */
    forget: search.forget,
    /** @param {import("./parts.js").Ground} ground @param {import("./throng.js").Throng} balls @param {boolean} all whether all are at their ends, to stay there */
    show({ curve, found }, balls, all) {
      const now = counted(curve, found, balls.done());
      say(distinct, String(now.distinct));
      say(settled, balls.count() ? `${now.ends.reduce((sum, count) => sum + count, 0)} of ${balls.count()}` : "–");
      ends.paint(found, now, all);
      const why = all && now.best !== null ? apart(found, now.best) : "";
      if (why) search.forget();
      else if (all && now.best !== null) search.seek(curve, now.best);
      say(costs[0], all ? descent(now, balls.count(), found.lowest) : BEFORE);
      say(costs[1], why || (all && now.best !== null ? blind(search.done(), search.middle()) : ""));
    },
    /** Nothing, but why. @param {string} why */
    wait(why) {
      for (const figure of [distinct, settled]) say(figure, "–");
      ends.blank();
      say(costs[0], why);
      say(costs[1], "");
    },
  };
}
