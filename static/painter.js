// @ts-check
/**
 * The one animation loop: paints the newest state, then says which frames are on screen.
 *
 * Cheap panels paint at every frame. Dear ones (Plotly) take turns: one a frame, and none more often than a quarter of
 * its own time allows, so that a slow machine gets slower charts and not a slower page.
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

/**
 * @param {object} wires
 * @param {() => State} wires.state
 * @param {(frame: number) => void} wires.painted this frame is on screen, and no older one is still to come
 */
export function painter({ state, painted }) {
  /** @type {Map<Element, Seat>} */
  const seats = new Map();
  /** The newest frame that has not been acknowledged. @type {number | null} */
  let owed = null;
  let asked = false;
  let turn = 0;

  const sight = new IntersectionObserver(entries => {
    for (const entry of entries) {
      const seat = seats.get(entry.target);
      if (seat) seat.visible = entry.isIntersecting;
    }
    ask();
  }, { rootMargin: "80px" });

  function ask() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(now => {
      asked = false;
      show(now);
    });
  }

  /** @param {number} now */
  function show(now) {
    const current = state();
    if (current.frame === null) return;
    const all = [...seats.values()];
    for (const seat of all) {
      if (!seat.stale || !(seat.visible || seat.blank)) continue;
      seat.stale = seat.blank = false;
      seat.panel.paint?.(current);
    }
    if (owed !== null) painted(owed);
    owed = null;
    redrawNext(all, current, now);
  }

  /** @param {Seat[]} all @param {State} current @param {number} now */
  function redrawNext(all, current, now) {
    const waiting = all.filter(seat => seat.rough && seat.panel.redraw && (seat.visible || seat.cost === null));
    if (waiting.length) ask();
    for (let i = 0; i < all.length; i++) {
      const seat = all[(turn + i) % all.length];
      const rested = now - seat.at >= Math.max(SHORTEST_PAUSE, SHARE * (seat.cost ?? 0));
      if (!waiting.includes(seat) || seat.busy || !rested) continue;
      const cheap = seat.cost !== null && seat.cost < CHEAP;
      redraw(seat, current);
      if (cheap) continue; // takes nobody's turn
      turn = (turn + i + 1) % all.length;
      return;
    }
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
