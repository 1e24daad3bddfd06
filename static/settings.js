// @ts-check
/** alpha, hidden size, speed and seed: each a slider, a field to type into, or both. */

import { ahead } from "./ahead.js";
import { peek } from "./ahead/peek.js";
import { find, html, say } from "./dom.js";
import { field } from "./field.js";
import { brief, speedText } from "./numbers.js";
import { ALPHAS, alphaScale, countScale, speedScale } from "./scale.js";
import { slider } from "./slider.js";

/**
 * @typedef {import("./lab.js").Lab} Lab
 * @typedef {import("./lab.js").State} State
 * @typedef {import("./messages.js").ClientMessage} ClientMessage
 */

/** Seeds that are drawn by chance are below this: few enough digits to be read out to a neighbour. */
const ANY_SEED = 10_000;

/** @param {HTMLElement} transport @param {Lab} lab */
export function settings(transport, lab) {
  const all = [...[alpha, hiddenSize, speed, seed].map(make => make(transport, lab)), peek(transport)];
  return {
    /** @param {State} state */
    update(state) {
      for (const control of all) control.update(state);
    },
  };
}

/**
 * A slider and a field for the same setting.
 *
 * @param {object} parts
 * @param {HTMLInputElement} parts.thumb
 * @param {HTMLInputElement} parts.typed
 * @param {import("./scale.js").Scale} parts.scale
 * @param {(value: any, gesture?: number | null) => ClientMessage} parts.verb
 * @param {Lab} parts.lab
 */
function pair({ thumb, typed, scale, verb, lab }) {
  const text = field(typed, (raw, refused) => lab.send(verb(raw), refused));
  const bar = slider(thumb, {
    scale,
    text: brief,
    send: (value, gesture) => lab.send(verb(value, gesture), refusal => {
      bar.release();
      text.refuse(refusal.message);
    }),
    moved: value => text.show(brief(value)),
  });
  return { bar, text };
}

/** @param {HTMLElement} transport @param {Lab} lab */
function alpha(transport, lab) {
  const { bar } = pair({
    thumb: find("#alpha", transport),
    typed: find("#alpha-value", transport),
    scale: alphaScale,
    verb: (value, gesture) => ({ type: "set_alpha", alpha: value, gesture }),
    lab,
  });
  const label = (/** @type {number} */ value) => String(value).replace(/^0/, "");
  drawTicks(find("#alpha-ticks", transport), alphaScale, ALPHAS, label);
  const question = ahead(find("#alpha", transport), "alpha", () => alphaScale, lab);

  /** @param {State} state */
  function update(state) {
    if (state.controls) bar.show(state.controls.alpha);
    question.update(state);
  }
  return { update };
}

/** @param {HTMLElement} transport @param {Lab} lab */
function hiddenSize(transport, lab) {
  /** @type {HTMLInputElement} */
  const thumb = find("#hidden-size", transport);
  const ticks = find("#hidden-size-ticks", transport);
  const reason = find("#hidden-size-reason", transport);
  let most = 64;
  const { bar, text } = pair({
    thumb,
    typed: find("#hidden-size-value", transport),
    scale: countScale(most),
    verb: (value, gesture) => ({ type: "set_hidden_size", hidden_size: value, gesture }),
    lab,
  });
  const question = ahead(thumb, "hidden_size", () => countScale(most), lab);
  const mark = () => drawTicks(ticks, countScale(most), [1, most], String);
  mark();

  /** @param {number} limit */
  function resize(limit) {
    most = limit;
    bar.resize(countScale(most));
    mark();
  }

  /** @param {State} state */
  function update(state) {
    const { controls, welcome } = state;
    question.update(state);
    if (!controls || !welcome) return;
    if (welcome.limits.hidden_size !== most) resize(welcome.limits.hidden_size);
    const none = controls.hidden_size === null;
    thumb.disabled = none;
    text.disable(none);
    ticks.hidden = none;
    reason.hidden = !none;
    say(reason, none ? "this network has no hidden layer" : "");
    if (!none) return bar.show(controls.hidden_size);
    bar.release();
    text.show("");
  }
  return { update };
}

/** @param {HTMLElement} transport @param {Lab} lab */
function speed(transport, lab) {
  const value = find("#speed-value", transport);
  const bar = slider(find("#speed", transport), {
    scale: speedScale,
    text: speedText,
    send: wanted => lab.send({ type: "set_speed", speed: wanted }),
    moved: wanted => say(value, speedText(wanted)),
  });
  /** @type {Record<string, string>} */
  const names = { 1: "1", 100: "100", 10_000: "10k", null: "max" };
  drawTicks(find("#speed-ticks", transport), speedScale, [1, 100, 10_000, null], at => names[String(at)]);
  return { update: (/** @type {State} */ { controls }) => controls && bar.show(controls.speed) };
}

/** @param {HTMLElement} transport @param {Lab} lab */
function seed(transport, lab) {
  const text = field(find("#seed", transport), (raw, refused) => lab.send({ type: "set_seed", seed: raw }, refused));
  find("#dice", transport).addEventListener("click", () => {
    lab.send({ type: "set_seed", seed: Math.floor(Math.random() * ANY_SEED) });
  });
  return { update: (/** @type {State} */ { controls }) => controls && text.show(String(controls.seed)) };
}

/**
 * @param {HTMLElement} row
 * @param {import("./scale.js").Scale} scale
 * @param {readonly any[]} values
 * @param {(value: any) => string} label
 */
function drawTicks(row, scale, values, label) {
  const ticks = values.map(value => {
    const tick = html("span", {}, label(value));
    tick.style.setProperty("--at", String(scale.toPosition(value) / scale.last));
    return tick;
  });
  row.replaceChildren(...ticks);
}
