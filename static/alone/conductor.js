// @ts-check
/**
 * Trains the run again from its beginning, plays it, and goes where somebody wants to look; always for a few
 * milliseconds, and then the browser has its turn.
 *
 * @typedef {import("./run.js").Run} Run
 *
 * @typedef {object} Show what is to be shown
 * @property {boolean} playing
 * @property {boolean} ready the run has been trained again as far as it was taken
 * @property {number} target where that was
 * @property {number | null} goal where somebody wants to be and is not yet
 * @property {number} seconds spent on training again
 */

/** Milliseconds of training at once. */
const SLICE = 8;
/** After a hidden page is back it does not make up for more than this. */
const LONGEST = 250;

/**
 * @param {Run} run
 * @param {number} target
 * @param {object} told
 * @param {(show: Show) => void} told.paint once per animation frame at the most
 * @param {() => void} told.arrived as far as it was taken, and not a step further yet
 */
export function conductor(run, target, { paint, arrived }) {
  const turns = new MessageChannel();
  let [playing, ready, following] = [false, false, true];
  /** @type {number | null} */
  let goal = null;
  /** Iterations a second; null: no limit. @type {number | null} */
  let speed = 1000;
  let [due, before, frame, working, spent] = [0, 0, 0, false, 0];

  const unlimited = () => playing && speed === null;
  const here = () => run.shown.place.iteration;

  /** Go on with whatever there is to train. */
  function wake() {
    if (!frame) frame = requestAnimationFrame(tick);
    if (working || !(goal !== null || unlimited() || !ready)) return;
    working = true;
    turns.port2.postMessage(null);
  }

  turns.port1.onmessage = () => {
    working = false;
    if (goal !== null) {
      if (run.go(goal, SLICE)) goal = null;
    } else if (unlimited()) advance(Infinity, SLICE);
    else prepare();
    wake();
  };

  /** Train what is known as far as the run was taken. */
  function prepare() {
    const begin = performance.now();
    ready = run.train(target, SLICE);
    spent += performance.now() - begin;
    if (following) run.follow();
    if (ready) arrived();
  }

  /** Play what is shown: within what is known, and beyond it once that is all there. @param {number} to @param {number} ms */
  function advance(to, ms) {
    if (here() < run.reach) return void run.go(to, ms);
    if (!ready) return prepare();
    run.train(to, ms);
    run.follow();
  }

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    if (playing && speed !== null && goal === null) {
      due += (speed * Math.min(LONGEST, now - before)) / 1000;
      const begin = here();
      advance(begin + Math.floor(due), SLICE);
      // What could not be done in time is not made up for.
      due = Math.min(due - (here() - begin), 1);
    }
    before = now;
    paint({ playing, ready, target, goal, seconds: spent / 1000 });
    if (playing || goal !== null || !ready) wake();
  }

  /** @param {boolean} whether */
  function play(whether) {
    playing = whether;
    if (playing) following = false;
    [due, before, goal] = [0, performance.now(), null];
    wake();
  }

  wake();
  return {
    toggle: () => play(!playing),
    /** One iteration on. */
    step() {
      play(false);
      following = false;
      if (here() < run.reach) run.go(here() + 1, Infinity);
      else if (ready) {
        run.train(run.reach + 1, Infinity);
        run.follow();
      }
    },
    /** @param {number} iteration */
    go(iteration) {
      play(false);
      const wanted = Math.max(0, Math.min(iteration, run.reach));
      following = wanted === run.reach && !ready;
      run.approach(wanted);
      if (!run.go(wanted, SLICE)) goal = wanted;
    },
    /** @param {number | null} wanted */
    setSpeed(wanted) {
      speed = wanted;
      due = 0;
      wake();
    },
    wake,
  };
}
