// @ts-check
/**
 * The one animation loop: paints the newest state and, when that is on screen, says which frame it was.
 *
 * Cheap panels paint at every frame. Dear ones (Plotly) take turns: one a frame, and none more often than a quarter of
 * its own time allows, so that a slow machine gets slower charts and not a slower page.
 *
 * A page that takes long to paint has heard of nothing newer meanwhile than what was sent when it began. It listens for
 * a moment before it begins again, so that what it paints is never older than the paint itself.
 *
 * @typedef {import("./lab.js").Panel} Panel
 * @typedef {import("./lab.js").State} State
 *
 * @typedef {object} Seat
 * @property {Panel} panel
 * @property {boolean} visible
 * @property {boolean} blank never painted: it is, once, even out of sight, so that scrolling shows no empty card
 * @property {boolean} stale needs a paint
 * @property {boolean} rough needs a redraw
 * @property {boolean} busy
 * @property {number | null} cost milliseconds of its last redraw
 * @property {number} at when that ended
 */

const SHORTEST_PAUSE = 120;
const SHARE = 4;
/** A redraw of fewer milliseconds than this does not count as one. */
const CHEAP = 2;
/** A paint of more milliseconds than this is followed by a moment of listening: an eighth of it, and at the most so long. */
const LONG = 50;
const MOMENT = 16;

/**
 * @param {object} wires
 * @param {() => State} wires.state
 * @param {(frame: number) => void} wires.painted this frame is on screen or passed over, and no older one is to come
 */
export function painter({ state, painted }) {
  /** @type {Map<Element, Seat>} */
  const seats = new Map();
  /** The newest frame that has not been acknowledged. @type {number | null} */
  let owed = null;
  let asked = false;
  let listening = false;
  let turn = 0;
  let timer = 0;
  /** Who waits for the next paint. @type {(() => void)[]} */
  let waiting = [];

  const sight = new IntersectionObserver(entries => {
    for (const entry of entries) {
      const seat = seats.get(entry.target);
      if (seat) seat.visible = entry.isIntersecting;
    }
    ask();
  }, { rootMargin: "80px" });

  function ask() {
    if (asked || listening) return;
    asked = true;
    requestAnimationFrame(now => {
      asked = false;
      show(now);
    });
  }

  /** @param {number} now */
  function show(now) {
    const began = performance.now();
    const current = state();
    if (current.frame === null) return;
    const all = [...seats.values()];
    for (const seat of all) {
      if (!seat.stale || !(seat.visible || seat.blank)) continue;
      seat.stale = seat.blank = false;
      seat.panel.paint?.(current);
    }
    const told = waiting;
    waiting = [];
    for (const then of told) then();
    redrawNext(all, current, now);
    const newest = owed;
    afterPaint(() => shown(newest, performance.now() - began));
  }

  /** @param {number | null} newest the frame that is on screen now @param {number} cost of the paint in milliseconds */
  function shown(newest, cost) {
    if (cost > LONG && !listening) {
      listening = true;
      setTimeout(() => {
        listening = false;
        ask();
      }, Math.min(cost / 8, MOMENT));
    }
    if (listening) acknowledge(owed);
    else acknowledge(newest);
  }

  /** @param {number | null} number */
  function acknowledge(number) {
    if (number === null || owed === null) return;
    if (number === owed) owed = null;
    painted(number);
  }

  /** @param {Seat[]} all @param {State} current @param {number} now */
  function redrawNext(all, current, now) {
    for (let i = 0; i < all.length; i++) {
      const seat = all[(turn + i) % all.length];
      if (!waits(seat) || restOf(seat, now) > 0) continue;
      const cheap = seat.cost !== null && seat.cost < CHEAP;
      redraw(seat, current);
      if (cheap) continue; // takes nobody's turn
      turn = (turn + i + 1) % all.length;
      break;
    }
    const soonest = Math.min(...all.filter(waits).map(seat => restOf(seat, now)));
    clearTimeout(timer);
    if (soonest < Infinity) timer = setTimeout(ask, soonest);
  }

  /** @param {Seat} seat */
  function waits({ rough, panel, visible, cost, busy }) {
    return rough && panel.redraw !== undefined && (visible || cost === null) && !busy;
  }

  /** How long it has to wait still. @param {Seat} seat @param {number} now */
  function restOf({ at, cost }, now) {
    return at + Math.max(SHORTEST_PAUSE, SHARE * (cost ?? 0)) - now;
  }

  /** @param {Seat} seat @param {State} current */
  async function redraw(seat, current) {
    seat.rough = false;
    seat.busy = true;
    const start = performance.now();
    try {
      await seat.panel.redraw?.(current);
    } finally {
      seat.busy = false;
      seat.at = performance.now();
      seat.cost = seat.at - start;
      if (seat.rough) ask();
    }
  }

  /** Something changed. */
  function touch() {
    for (const seat of seats.values()) seat.stale = seat.rough = true;
    ask();
  }

  return {
    touch,
    /** @param {Element} element what must be in view @param {Panel} panel */
    add(element, panel) {
      seats.set(element, { panel, visible: true, blank: true, stale: true, rough: true, busy: false, cost: null, at: -Infinity });
      sight.observe(element);
    },
    /** A frame arrived: it is owed a receipt, even when it came too late to be shown. @param {number} number */
    owe(number) {
      owed = number;
      if (listening) acknowledge(number);
      ask();
    },
    /** Do something once what is known now was painted. @param {() => void} then */
    next(then) {
      waiting.push(then);
      ask();
    },
    /** A new connection knows nothing of the frames of the old one. */
    forget() {
      owed = null;
    },
    retheme() {
      for (const { panel } of seats.values()) panel.retheme?.(state());
      touch();
    },
  };
}

const { port1: rendered, port2: frame } = new MessageChannel();
/** @type {(() => void)[]} */
const posted = [];
rendered.onmessage = () => posted.shift()?.();

/** What is posted within an animation frame is heard once the frame is laid out and painted. @param {() => void} then */
function afterPaint(then) {
  posted.push(then);
  frame.postMessage(null);
}
