// @ts-check
/**
 * The thumb and what it runs along. Thumb and tip follow the finger at once; everything else follows the frames that
 * the server answers with. Whoever reads with the ear, or types, has a native slider of iterations under it.
 *
 * @typedef {import("./scale.js").TimeScale} TimeScale
 *
 * @typedef {object} Wishes
 * @property {(iteration: number) => boolean} send whether it could be sent
 * @property {() => number[]} stops iterations on which the thumb rests when it is near
 * @property {() => boolean} playing
 */

import { find, html, say, set } from "../dom.js";
import { whole } from "../numbers.js";
import { going } from "./going.js";
import { hand } from "./hand.js";
import { between, snapped, timeScale, timeTicks } from "./scale.js";
import { steps } from "./steps.js";
import { tipOf } from "./tip.js";
import { valueText } from "./words.js";

/** How long the answer to a thumb that was let go may take, in ms. */
const PATIENCE = 1_500;
/** Pixels within which a thumb is drawn to a change. */
const NEAR = 5;
const NO_FURTHER = "trained no further: Play goes on from here";

/** @param {HTMLElement} element @param {Wishes} wishes */
export function track(element, { send, stops, playing }) {
  /** @type {HTMLInputElement} */
  const input = find("input", element);
  const rail = find(".rail", element);
  const [reached, done, thumb] = [".reached", ".done", ".thumb"].map(name => find(name, element));
  const tip = tipOf(element);
  const trip = going(iteration => send(iteration) || settle());
  let scale = timeScale(1);
  let [present, reach] = [0, 0];
  /** Where the person wants to be, until its frame is there. @type {number | null} */
  let asked = null;
  let dragging = false;
  let timer = 0;
  // Asked for on every frame, and measuring would make the browser lay out the page each time.
  let width = rail.clientWidth;
  new ResizeObserver(() => (width = rail.clientWidth)).observe(rail);

  const at = () => asked ?? present;

  function draw() {
    const share = scale.toShare(at());
    move(done, `scaleX(${share.toFixed(5)})`);
    move(thumb, `translateX(${(100 * share).toFixed(3)}%)`);
  }

  function settle() {
    clearTimeout(timer);
    asked = null;
    trip.drop();
    draw();
  }

  /** @param {number} wanted */
  function choose(wanted) {
    const iteration = between(wanted, 0, reach);
    if (iteration === at() && !playing()) return;
    asked = iteration;
    draw();
    clearTimeout(timer);
    timer = setTimeout(() => !dragging && settle(), PATIENCE);
    trip.ask(iteration);
  }

  /** The iteration under a pointer, and whether it is beyond what was trained. @param {number} share */
  function under(share) {
    const wanted = snapped(scale, share, [0, reach, ...stops()], NEAR / Math.max(1, width));
    return { iteration: between(wanted, 0, reach), beyond: wanted > reach };
  }

  hand(element, rail, {
    thumb: () => scale.toShare(at()),
    hover(share) {
      if (share === null) return tip.hide();
      const { iteration, beyond } = under(share);
      tip.show(share, beyond ? NO_FURTHER : `go to ${whole(iteration)}${playing() ? ", and pause" : ""}`);
    },
    drag(share) {
      dragging = true;
      const { iteration, beyond } = under(share);
      choose(iteration);
      tip.show(scale.toShare(iteration), beyond ? `${whole(iteration)}: ${NO_FURTHER}` : whole(iteration));
    },
    drop() {
      dragging = false;
      tip.hide();
      if (asked === present) settle();
    },
  });
  steps(input, () => ({ at: at(), reach, scale }), choose);
  // A screen reader's own way of moving a slider.
  input.addEventListener("input", () => choose(Math.round(Number(input.value))));

  return {
    tip,
    scale: () => scale,
    /** Which share of the width a pointer is at. @param {number} x of the window */
    shareAt: x => (x - rail.getBoundingClientRect().left) / Math.max(1, width),
    width: () => width,
    at,
    go: choose,
    focus: () => input.focus(),
    /** @param {number} end @param {number} furthest */
    measure(end, furthest) {
      if (end !== scale.end) {
        scale = timeScale(end);
        input.max = String(end);
        drawTicks(find(".ticks", element), timeTicks(scale));
      }
      reach = furthest;
      move(reached, `scaleX(${scale.toShare(reach).toFixed(5)})`);
      draw();
    },
    /** The frame that is on screen. @param {number} iteration @param {number} error @param {boolean} spoken */
    show(iteration, error, spoken) {
      present = iteration;
      trip.arrived(iteration);
      if (asked === iteration && !dragging) settle();
      draw();
      if (!spoken) return;
      if (input.value !== String(at())) input.value = String(at());
      set(input, "aria-valuetext", valueText(iteration, scale.end, error));
    },
  };
}

/** @param {HTMLElement} element @param {string} transform */
function move(element, transform) {
  if (element.dataset.moved === transform) return;
  element.dataset.moved = transform;
  element.style.transform = transform;
}

/** @param {HTMLElement} row @param {{share: number, text: string}[]} ticks */
function drawTicks(row, ticks) {
  row.replaceChildren(...ticks.map(({ share, text }) => {
    const tick = html("span");
    tick.style.setProperty("--at", String(share));
    say(tick, text);
    return tick;
  }));
}
