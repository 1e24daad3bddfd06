// @ts-check
/** The figures of a lane beside those that the posts' program prints, digit for digit. */

import { html } from "../dom.js";
import { whole } from "../numbers.js";
import { DIGITS, digitsAgreed } from "./digits.js";
import { isLater } from "./race-marks.js";

export function postFigures() {
  const body = html("tbody");
  const column = (/** @type {string} */ text) => html("th", { scope: "col" }, text);
  const element = html("table", { class: "race-post", "aria-label": "the post’s figures beside these", hidden: true },
    html("thead", {}, html("tr", {}, column("iteration"), column("the post prints"), column("here"), column("digits the same"))), body);
  let drawn = "";
  return {
    element,
    /** @param {import("../messages.js").RaceResult} race @param {import("../messages.js").Lane} lane @param {boolean} wanted */
    paint({ marks }, { printed, errors }, wanted) {
      const count = Math.min(printed.length, errors.length);
      element.hidden = !wanted || count === 0;
      const key = JSON.stringify([printed, errors]);
      if (element.hidden || key === drawn) return;
      drawn = key;
      body.replaceChildren(...printed.slice(0, count).flatMap((figure, i) => [
        ...(isLater(i) ? [html("tr", {}, html("td", { colspan: 4, class: "race-post-end" }, "Its program ends here; one print later:"))] : []),
        html("tr", {}, html("th", { scope: "row", "aria-label": isLater(i) ? `${whole(marks[i])}, one print later` : null }, whole(marks[i])),
          html("td", {}, figure), html("td", {}, String(Number(errors[i].toPrecision(DIGITS)))), html("td", {}, String(digitsAgreed(figure, errors[i])))),
      ]));
    },
  };
}
