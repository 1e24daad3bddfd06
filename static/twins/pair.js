// @ts-check
/** The two units that are pointed at: how alike they are, and the numbers of which that is made. */

import { html, say } from "../dom.js";
import { signed, small } from "../numbers.js";
import { coupleWords, unitName } from "./words.js";

/** So many numbers of each are written out. */
const WRITTEN = 6;

export function pairCard() {
  const words = html("p", { role: "status" });
  const lines = [html("code"), html("code")];
  const element = html("div", { class: "twins-pair" }, words, ...lines);

  return {
    element,
    /**
     * @param {{a: number, b: number} | null} couple
     * @param {object} compared
     * @param {number[][]} compared.likeness
     * @param {number[][]} compared.matrix whose columns are compared
     * @param {number} compared.least
     * @param {import("./words.js").By} compared.by
     */
    show(couple, { likeness, matrix, least, by }) {
      if (!couple) {
        say(words, "Point at two units, or go to them with the arrow keys: they light up in the network.");
        for (const line of lines) say(line, "");
        return;
      }
      const { a, b } = couple;
      say(words, coupleWords({ a, b, value: likeness[a][b] }, least, by));
      [a, b].forEach((unit, i) => {
        const column = matrix.map(row => row[unit]);
        const written = column.slice(0, WRITTEN).map(value => (by === "weights" ? signed(value, 3) : small(value)));
        say(lines[i], `${by === "weights" ? `syn0[:, ${unit}]` : unitName(unit)} = ${written.join(" ")}${column.length > WRITTEN ? " …" : ""}`);
      });
    },
  };
}
