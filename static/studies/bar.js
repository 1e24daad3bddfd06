// @ts-check
/** How far a study is, how long it still takes, and the button that stops it. */

import { html, say, set } from "../dom.js";

/** @typedef {import("../messages.js").StudyRow} StudyRow */

/** Shorter than that no time is told. */
const SOON = 1.5;
/** Said in place of a time that no longer counts down, wherever one has scrolled to. */
const UNHEARD = "The server cannot be heard just now; this goes on being shown when it is.";

/** @param {import("../lab.js").Lab} lab @param {string} what is at work, for a reader */
export function workBar(lab, what) {
  const fill = html("i");
  const track = html("span", {
    class: "work-track", role: "progressbar", "aria-label": what, "aria-valuemin": 0, "aria-valuemax": 100,
  }, fill);
  const note = html("span", { class: "work-note", role: "status" });
  const stop = html("button", { class: "plain", type: "button", "aria-label": `Cancel ${what}` }, "Cancel");
  const element = html("div", { class: "work-bar", hidden: true }, track, note, stop);
  let number = -1;
  stop.addEventListener("click", () => lab.send({ type: "cancel_study", study: number }));

  return {
    element,
    /** @param {StudyRow | null} row */
    paint(row) {
      const busy = row?.state === "waiting" || row?.state === "running";
      const unheard = lab.state().link !== "live";
      const told = unheard && busy ? UNHEARD : toldOf(row);
      const held = document.activeElement === stop;
      element.hidden = !busy && !told;
      if (held && !busy) leaveTo(told ? note : formOf(element)); // the button that has the focus goes
      if (!row || element.hidden) return;
      number = row.number;
      track.hidden = stop.hidden = !busy;
      const percent = String(Math.floor(row.worked * 100));
      set(track, "aria-valuenow", percent);
      fill.style.width = `${percent}%`;
      set(note, "aria-live", row.state === "running" && !unheard ? "off" : "polite"); // who listens asks the bar; what ended it is said
      say(note, told);
    },
  };
}

/** @param {HTMLElement | null} place */
function leaveTo(place) {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/** The form nearest to a bar: neither it nor the words of the bar start anything for somebody who still holds a key down. @param {Element} bar @returns {HTMLElement | null} */
function formOf(bar) {
  /** @type {HTMLElement | null} */
  const own = bar.parentElement?.querySelector(".study-form") ?? null;
  return own ?? (bar.parentElement && formOf(bar.parentElement));
}

/** @param {StudyRow | null} row */
export function toldOf(row) {
  switch (row?.state) {
    case "waiting":
      return row.why || "waits for its turn";
    case "running":
      return row.seconds_left === null || row.seconds_left < SOON ? percentOf(row) : `${percentOf(row)}, ${timeOf(row.seconds_left)} left`;
    case "cancelled":
      return row.worked > 0 ? `Cancelled at ${percentOf(row)}; what it found is kept.` : "Cancelled before it began.";
    case "failed":
      return row.why;
    default:
      return "";
  }
}

/** @param {StudyRow} row */
function percentOf(row) {
  return `${Math.floor(row.worked * 100)} %`;
}

/** @param {number} seconds */
function timeOf(seconds) {
  return seconds < 90 ? `about ${Math.ceil(seconds)} s` : `about ${Math.ceil(seconds / 60)} min`;
}
