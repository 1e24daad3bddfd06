import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

/** As the browser's, but the test is the network. */
class Socket extends EventTarget {
  static OPEN = 1;
  static all = [];
  readyState = 1;
  sent = [];

  constructor() {
    super();
    Socket.all.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {}

  hears(message) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(message) }));
  }

  ends(code) {
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

Object.assign(globalThis, { WebSocket: Socket, addEventListener() {}, document: new EventTarget() });
const { connection } = await import("../../static/connection.js");

let heard;

beforeEach(() => {
  Socket.all = [];
  heard = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  connection({ address: "ws://lab/ws", hello: () => ({ type: "join" }), receive: message => heard.push(message) }).open();
});

const links = () => heard.filter(({ type }) => type === "link").map(({ link, trouble }) => [link, trouble]);

test("a connection is live once the server has said welcome", () => {
  Socket.all[0].dispatchEvent(new Event("open"));
  assert.deepEqual(Socket.all[0].sent, [{ type: "join" }]);
  assert.deepEqual(links(), []);
  Socket.all[0].hears({ type: "welcome" });
  assert.deepEqual(links(), [["live", null]]);
});

test("a heartbeat every few seconds keeps it", () => {
  Socket.all[0].hears({ type: "welcome" });
  for (let seconds = 0; seconds < 60; seconds += 5) {
    mock.timers.tick(5_000);
    Socket.all[0].hears({ type: "heartbeat" });
  }
  assert.deepEqual(links(), [["live", null]]);
});

test("fifteen seconds of silence are a lost connection, shown and retried", () => {
  Socket.all[0].hears({ type: "welcome" });
  mock.timers.tick(14_999);
  assert.equal(links().length, 1);
  mock.timers.tick(1);
  assert.deepEqual(links().at(-1), ["lost", null]);
  mock.timers.tick(1_000);
  assert.equal(Socket.all.length, 2);
  Socket.all[0].hears({ type: "frame" });
  assert.equal(heard.at(-1).type, "link", "the old socket is not listened to any more");
  Socket.all[1].hears({ type: "welcome" });
  assert.deepEqual(links().at(-1), ["live", null]);
});

test("a server that never answers is tried again too", () => {
  mock.timers.tick(15_000);
  mock.timers.tick(1_000);
  assert.ok(Socket.all.length > 1);
});

test("a page from elsewhere is accepted, told why it is sent away, and does not come back by itself", () => {
  Socket.all[0].dispatchEvent(new Event("open"));
  Socket.all[0].ends(4403);
  assert.deepEqual(links(), [["lost", "This server only talks to pages that it served itself."]]);
  mock.timers.tick(120_000);
  assert.equal(Socket.all.length, 1);
});
