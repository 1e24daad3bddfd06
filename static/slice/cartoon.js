// @ts-check
/** The bucket as it is often drawn, small, beside the curve as it is. */

import { html, svg } from "../dom.js";

const [WIDTH, HEIGHT, POINTS] = [86, 50, 60];
const REMARK = "Drawn buckets ripple; that is a cartoon. Along each of the 16 weights of the posts’ XOR with seed 1, as it begins, "
  + "½ Σ error² has one minimum between −10 and 10 or none. And a slice bends while the others train: it is one line through as "
  + "many dimensions as there are weights.";

export function cartoon() {
  const points = Array.from({ length: POINTS + 1 }, (_, i) => {
    const x = (i / POINTS) * 2 - 1;
    const height = 0.62 * x * x + 0.14 * Math.cos(15 * x) + 0.16;
    return `${(4 + (i / POINTS) * (WIDTH - 8)).toFixed(1)} ${(HEIGHT - 5 - height * (HEIGHT - 10)).toFixed(1)}`;
  });
  const picture = svg("svg", { class: "slice-cartoon", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": "A cartoon: a bucket with many ripples" },
    svg("path", { d: `M${points.join("L")}` }), svg("circle", { cx: 17, cy: 20, r: 4 }));
  return html("div", { class: "slice-remark" }, picture, html("p", {}, REMARK));
}
