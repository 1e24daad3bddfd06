// @ts-check
/** Whether the page and the server hear each other. */

import { say } from "./dom.js";

/** @param {HTMLElement} pill */
export function statusPill(pill) {
  const words = pill.querySelector("span") ?? pill;
  return {
    /** @param {import("./lab.js").State} state */
    update({ link, controls, trouble }) {
      const resting = link === "live" && controls?.resting === true;
      pill.dataset.link = resting ? "resting" : link;
      pill.title = trouble ?? "";
      if (link === "lost") say(words, trouble ? "not connected" : "reconnecting…");
      else say(words, link === "connecting" ? "connecting…" : resting ? "resting" : "live");
    },
  };
}
