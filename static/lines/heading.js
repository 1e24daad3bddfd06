// @ts-check
/** Which line it is, which task it belongs to, and whether that goes forward through the network or back. */

import { html, say, set, svg } from "../dom.js";
import { whole } from "../numbers.js";

/** @type {Record<string, string>} */
const TASKS = { predict: "predict", compare: "see how wrong", update: "update", loop: "the loop", setup: "before the loop" };
const ARROWS = { forward: "M1 6h17m-5-4 5 4-5 4", backward: "M19 6H2m5-4-5 4 5 4" };

/** @param {HTMLElement} section */
export function lineHeading(section) {
  const hint = section.querySelector(".panel-hint");
  const arrow = svg("path");
  const picture = svg("svg", { viewBox: "0 0 20 12", role: "img" }, arrow);
  const task = html("span");
  const way = html("p", { class: "line-way" }, picture, task);
  section.querySelector(".panel-tools")?.append(way);

  return {
    /** @param {import("./work.js").Work} work @param {import("../lab.js").State} state */
    show({ line, key, task: name, direction }, { run }) {
      if (hint) say(hint, `line ${line + 1} of ${whole(run?.code.length ?? 0)} · ${key}`);
      say(task, TASKS[name] ?? name);
      set(way, "data-task", name);
      set(picture, "aria-label", direction ?? "");
      picture.toggleAttribute("hidden", direction === null);
      if (direction) set(arrow, "d", ARROWS[direction]);
    },
  };
}
