// Put into the page before anything else by benchmarks/page.py: notes when frames are painted and what they cost.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const real = window.requestAnimationFrame.bind(window);
  /** Milliseconds of extra work in every animation frame that the page asks for: a page on a slow machine. */
  let burden = 0;
  let heard = 0; // milliseconds spent on messages since the last animation frame
  let changed = false; // the page has written another iteration since then
  let rolled = false; // the ball on the landscape has moved since then
  let turned = 0; // calls that draw the landscape since then
  let asked = null; // a movement of the thumb that has no answer yet
  let notes = null;

  function note(key, value) {
    notes?.[key].push(value);
  }

  // What runs before the others in a frame is what was asked for first.
  function watch() {
    const begin = now();
    const messages = heard;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => rendered(begin, messages);
    port2.postMessage(null); // comes to its turn when the frame is laid out and painted
    heard = 0;
    real(watch);
  }

  function rendered(begin, messages) {
    const end = now();
    note("costs", { cost: end - begin + messages, changed, rolled, turned });
    if (changed) painted(end);
    changed = rolled = false;
    turned = 0;
  }

  function painted(end) {
    const iteration = Number(document.querySelector("#iteration").dataset.value);
    note("paints", [end, iteration]);
    if (asked?.since !== undefined && iteration > asked.since) {
      note("answers", end - asked.at);
      asked = null;
    }
  }

  window.requestAnimationFrame = callback => real(time => {
    const until = performance.now() + burden;
    callback(time);
    while (burden && performance.now() < until);
  });

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (text) {
    note("sent", text.length);
    return send.call(this, text);
  };
  const listen = WebSocket.prototype.addEventListener;
  WebSocket.prototype.addEventListener = function (kind, listener, ...more) {
    const timed = event => {
      const begin = now();
      listener(event);
      heard += now() - begin;
      if (!asked || asked.since !== undefined || !event.data.startsWith('{"type":"edit_applied"')) return;
      asked.since = JSON.parse(event.data).mark.iteration;
    };
    return listen.call(this, kind, kind === "message" ? timed : listener, ...more);
  };

  for (const kind of [window.WebGLRenderingContext, window.WebGL2RenderingContext]) {
    for (const name of ["drawArrays", "drawElements"]) {
      const real = kind?.prototype[name];
      if (real) kind.prototype[name] = function (...more) {
        turned++;
        return real.apply(this, more);
      };
    }
  }

  addEventListener("DOMContentLoaded", () => {
    const iteration = document.querySelector("#iteration");
    new MutationObserver(() => (changed = true)).observe(iteration, { attributeFilter: ["data-value"] });
    const ball = { attributeFilter: ["cx", "cy"], subtree: true };
    new MutationObserver(() => (rolled = true)).observe(document.querySelector("#surface"), ball);
    document.querySelector("#alpha").addEventListener("input", () => (asked ??= { at: now() }), true);
    real(watch);
  });

  window.probe = {
    start() {
      notes = { begin: now(), costs: [], paints: [], answers: [], sent: [] };
    },
    stop() {
      const found = { ...notes, end: now() };
      notes = null;
      return found;
    },
    burden(milliseconds) {
      burden = milliseconds;
    },
    waiting: () => asked !== null,
  };
})();
