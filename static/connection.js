// @ts-check
/**
 * The one websocket: opens, says hello, heals.
 *
 * Every socket gets a number; whatever comes from one that is not the newest is ignored, so that an old connection
 * that dies late cannot disturb the new one. The server is never silent for long; a socket that is leads nowhere.
 *
 * @typedef {import("./messages.js").Join} Join
 * @typedef {import("./messages.js").ServerMessage} ServerMessage
 * @typedef {import("./lab.js").LocalMessage} LocalMessage
 */

import { meaningOf, waitBefore } from "./closing.js";
import { decode } from "./numbers.js";
import { receipts } from "./receipts.js";

/** The server sends something every five seconds, a heartbeat if there is nothing else. */
const LONGEST_SILENCE = 15_000;

/**
 * @param {object} wires
 * @param {string} wires.address
 * @param {() => Join} wires.hello
 * @param {(message: ServerMessage | LocalMessage) => void} wires.receive
 */
export function connection({ address, hello, receive }) {
  let generation = 0;
  let failures = 0;
  let timer = 0;
  let silence = 0;
  /** @type {WebSocket | null} */
  let socket = null;
  let live = false;
  const frames = receipts();

  function open() {
    clearTimeout(timer);
    const mine = ++generation;
    frames.forget();
    listen();
    socket = new WebSocket(address);
    socket.addEventListener("open", () => mine === generation && socket?.send(JSON.stringify(hello())));
    socket.addEventListener("message", event => mine === generation && heard(decode(event.data)));
    socket.addEventListener("close", event => mine === generation && closed(event.code));
  }

  function listen() {
    clearTimeout(silence);
    silence = setTimeout(dropped, LONGEST_SILENCE);
  }

  /** @param {ServerMessage} message */
  function heard(message) {
    listen();
    if (message.type === "frame") frames.came(message.number);
    if (message.type === "welcome") {
      failures = 0;
      live = true;
      receive({ type: "link", link: "live", trouble: null });
    }
    receive(message);
  }

  /** @param {number} code */
  function closed(code) {
    clearTimeout(silence);
    generation++;
    socket = null;
    live = false;
    const { then, sentence } = meaningOf(code);
    receive({ type: "link", link: "lost", trouble: sentence });
    if (then !== "stop") timer = setTimeout(open, waitBefore(failures++, then));
    else timer = 0;
  }

  /** Try now, if there is no connection and it is not the server that wants none. */
  function hurry() {
    if (socket === null && timer !== 0) open();
  }

  function dropped() {
    // The browser may take minutes to notice that a socket leads nowhere; a machine without a network knows at once.
    const old = socket;
    if (old === null) return;
    closed(1006);
    old.close();
  }

  addEventListener("online", hurry);
  addEventListener("offline", dropped);
  addEventListener("pageshow", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());

  return {
    open,
    /** @param {import("./messages.js").ClientMessage} verb @returns {boolean} whether it was sent, if it had to be */
    send(verb) {
      if (!live || socket === null || socket.readyState !== WebSocket.OPEN) return false;
      if (verb.type !== "painted" || frames.due(verb.frame)) socket.send(JSON.stringify(verb));
      return true;
    },
  };
}
