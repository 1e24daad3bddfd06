// @ts-check
/**
 * Looking ahead: while somebody holds a slider, or lets the pointer rest on it, the server is asked where the error
 * would go with the value there. One question is in flight at a time; when nobody asks, nothing here runs.
 *
 * @typedef {import("./lab.js").Lab} Lab
 * @typedef {import("./lab.js").State} State
 * @typedef {import("./messages.js").LookAhead["field"]} Field
 */

import { isStale, originOf } from "./ahead/question.js";

/** Milliseconds for which a pointer has to rest before it asks: one that only passes by means nothing. */
const RESTS = 300;
/** Between two questions. */
const BEAT = 150;
/** What is looked at stays for so long after the hand has gone. */
const LINGERS = 1_500;
/** A key leaves no hand behind that could go. */
const READS = 6_000;
/** An answer that does not come is no longer waited for. */
const PATIENCE = 2_000;

/**
 * @param {HTMLInputElement} thumb
 * @param {Field} field
 * @param {() => import("./scale.js").Scale} scale
 * @param {Lab} lab
 */
export function ahead(thumb, field, scale, lab) {
  /** @type {number | null} */
  let wanted = null;
  let asked = { value: NaN, origin: "", at: -Infinity, waits: false };
  let held = false;
  let timers = { rest: 0, beat: 0, leave: 0 };

  /** @param {number} value @param {number} [until] milliseconds for which it is asked; none: until the hand goes */
  function want(value, until) {
    wanted = value;
    clearTimeout(timers.leave);
    if (until) leaveIn(until);
    pump();
  }

  /** Ask what is wanted if nothing is in flight, and look again a little later. */
  function pump() {
    clearTimeout(timers.beat);
    if (wanted === null) return;
    const now = performance.now();
    const state = lab.state();
    if (asked.waits && now - asked.at > PATIENCE) asked.waits = false;
    const other = wanted !== asked.value || isStale(state, asked.origin);
    if (other && !asked.waits && now - asked.at >= BEAT) {
      asked = { value: wanted, origin: originOf(state), at: now, waits: true };
      asked.waits = lab.send({ type: "look_ahead", field, value: wanted }, () => (asked.waits = false));
      if (!asked.waits) return away();
    }
    timers.beat = setTimeout(pump, BEAT);
  }

  /** @param {number} wait */
  function leaveIn(wait) {
    clearTimeout(timers.leave);
    timers.leave = setTimeout(away, wait);
  }

  function away() {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    if (wanted === null) return;
    wanted = null;
    asked = { value: NaN, origin: "", at: -Infinity, waits: false };
    lab.send({ type: "look_away" }, () => {});
    lab.forgetAhead();
  }

  /** The value under the pointer. @param {PointerEvent} event */
  function under({ clientX }) {
    const { left, width } = thumb.getBoundingClientRect();
    const half = 8; // of the thumb: its middle cannot reach the ends of the track
    const { last, toValue, snap } = scale();
    const along = (clientX - left - half) / Math.max(width - 2 * half, 1);
    return toValue(snap(Math.round(Math.min(Math.max(along, 0), 1) * last)));
  }

  const chosen = () => scale().toValue(Number(thumb.value));

  thumb.addEventListener("pointermove", event => {
    if (held || thumb.disabled || event.pointerType !== "mouse") return;
    const value = under(event);
    if (wanted !== null) return want(value);
    clearTimeout(timers.rest);
    timers.rest = setTimeout(want, RESTS, value);
  });
  thumb.addEventListener("pointerleave", () => {
    clearTimeout(timers.rest);
    if (!held && wanted !== null) leaveIn(LINGERS);
  });
  thumb.addEventListener("pointerdown", () => {
    held = true;
    clearTimeout(timers.rest);
    setTimeout(() => held && want(chosen())); // when the thumb has gone to where it was pressed
  });
  for (const end of ["pointerup", "pointercancel"]) {
    thumb.addEventListener(end, () => {
      held = false;
      if (wanted !== null && !thumb.matches(":hover")) leaveIn(LINGERS);
    });
  }
  thumb.addEventListener("input", () => want(chosen(), held ? 0 : READS));
  thumb.addEventListener("keydown", event => {
    const before = thumb.value;
    if (event.key === "Escape") return away();
    setTimeout(() => thumb.value !== before && want(chosen(), READS)); // the slider itself moves the thumb meanwhile
  }, true);
  thumb.addEventListener("blur", () => {
    if (!held) away();
  });

  return {
    /** Something was heard. @param {State} state */
    update(state) {
      if (wanted === null || !asked.waits) return;
      const { ahead } = state;
      const answered = ahead?.field === field && ahead.value === asked.value && ahead.run === state.run?.run;
      if (answered || asked.origin !== originOf(state)) asked.waits = false;
    },
  };
}
