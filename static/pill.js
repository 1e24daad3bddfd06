// @ts-check
/** Whether the page and the server hear each other, and whether what is made here is written to disk. */

import { say, set } from "./dom.js";

/** @param {HTMLElement} pill @param {HTMLElement} saving */
export function statusPill(pill, saving) {
  const words = pill.querySelector("span") ?? pill;
  return {
    /** @param {import("./lab.js").State} state */
    update({ link, controls, trouble, unsaved }) {
      say(saving, unsaved ? "not saved" : "");
      set(saving, "data-explain", unsaved);
      saving.tabIndex = unsaved ? 0 : -1;
      const resting = link === "live" && controls?.resting === true;
      pill.dataset.link = resting ? "resting" : link;
      pill.title = trouble ?? "";
      if (link === "lost") say(words, trouble ? "not connected" : "reconnecting…");
      else say(words, link === "connecting" ? "connecting…" : resting ? "resting" : "live");
    },
  };
}
