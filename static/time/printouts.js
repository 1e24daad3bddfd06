// @ts-check
/** The lines that the posts' program prints, as a console shows them, each with its iteration beside it. */

import { html } from "../dom.js";
import { whole } from "../numbers.js";
import { EVERY, prints } from "./prints.js";

export function printOuts() {
  const element = html("div", { class: "console", tabindex: 0, role: "group", "aria-label": "print-outs" });
  let written = "";

  return {
    element,
    /** @param {import("../lab.js").State} state */
    write({ past, frame, run }) {
      const { regular, last } = prints(past, frame);
      const wanted = JSON.stringify([run?.run, regular, last]);
      if (wanted === written) return;
      written = wanted;
      const parts = [section(`every ${whole(EVERY)} iterations`, regular), section("the newest", last)];
      element.replaceChildren(...parts);
    },
  };
}

/** @param {string} title @param {import("./prints.js").Print[]} lines */
function section(title, lines) {
  const rows = lines.map(({ iteration, text }) => {
    return html("tr", {}, html("th", { scope: "row" }, whole(iteration)), html("td", {}, text));
  });
  return html("table", { "aria-label": `mean errors, ${title}` },
    html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "iteration"), html("th", { scope: "col" }, title))),
    html("tbody", {}, ...rows));
}
