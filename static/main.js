// @ts-check
/** Connects the parts; does nothing itself. */

import { arrivalChip } from "./arrival.js";
import * as chosen from "./chosen.js";
import { explainName } from "./code/names.js";
import { places } from "./code/places.js";
import { leaveLines, stepLine } from "./code/stepping.js";
import { connection } from "./connection.js";
import { disclosure } from "./disclosure.js";
import { find } from "./dom.js";
import { arrangeEmbed, embedded } from "./embed.js";
import { readEmbed } from "./embedding.js";
import { explanations } from "./explain.js";
import { late, latePanel } from "./late.js";
import { notices } from "./notice.js";
import { painter } from "./painter.js";
import { codePanel } from "./panels/code.js";
import { comparePanel } from "./panels/compare.js";
import { curvePanel } from "./panels/curve.js";
import { dataPanel } from "./panels/data.js";
import { examplesPanel } from "./panels/examples.js";
import { linePanel } from "./panels/line.js";
import { networkPanel } from "./panels/network.js";
import { pushesPanel } from "./panels/pushes.js";
import { runsPanel } from "./panels/runs.js";
import { sigmoidPanel } from "./panels/sigmoid.js";
import { storyPanel } from "./panels/story.js";
import { surfacePanel } from "./panels/surface.js";
import { timePanel } from "./panels/time.js";
import { triesPanel } from "./panels/tries.js";
import { weightsPanel } from "./panels/weights.js";
import { parts } from "./parts.js";
import { statusPill } from "./pill.js";
import { loadPlotly } from "./plot.js";
import { readouts } from "./readouts.js";
import { requests } from "./requests.js";
import { secondScreen } from "./screen.js";
import { tabSession } from "./session.js";
import { settings } from "./settings.js";
import { shortcuts } from "./shortcuts.js";
import { BLANK, createStore } from "./store.js";
import { tabs } from "./tabs.js";
import { themeSwitch } from "./theme.js";
import { timeline } from "./timeline.js";
import { stopConditions, transportButtons } from "./transport.js";

/** @typedef {import("./lab.js").Lab} Lab */

const NOT_SENT = "The server cannot be heard just now, so that was not sent.";

const store = createStore({ ...BLANK, chosenStudies: chosen.recalled() });
const session = tabSession();
const asked = requests();
const say = notices(find("#notices"));
const address = new URL("ws", location.href);
address.protocol = address.protocol.replace("http", "ws");
address.search = "";
const link = connection({ address: address.href, hello: session.hello, receive: store.receive });
const paint = painter({ state: store.state, painted });

/** @type {ReturnType<typeof loadPlotly> | null} */
let plotly = null;

/** So that the next one to ask tries again. @param {unknown} reason @returns {never} */
function forgetPlotly(reason) {
  plotly = null;
  throw reason;
}

/** @type {Lab} */
const lab = {
  send(verb, refused) {
    const sent = link.send(refused ? asked.number(verb, refused) : verb);
    if (!sent) say.say(NOT_SENT);
    return sent;
  },
  state: store.state,
  chooseRow(row) {
    store.receive({ type: "chosen_row", row });
    lab.send({ type: "select_row", row });
  },
  chooseLine: line => store.receive({ type: "chosen_line", line }),
  painted: paint.next,
  forgetAhead: () => store.receive({ type: "no_ahead" }),
  chooseStudy: (purpose, study) => store.receive({ type: "chosen_study", purpose, study }),
  chooseWeight: weight => store.receive({ type: "chosen_weight", weight }),
  plotly: () => (plotly ??= loadPlotly(lab.url("plotly.min.js")).catch(forgetPlotly)),
  url: name => new URL(name, import.meta.url).href,
  say: say.say,
  explain: (element, sentence) => element.setAttribute("data-explain", sentence),
};

/** @param {number} frame */
function painted(frame) {
  link.send({ type: "painted", frame });
  document.documentElement.dataset.ready = "true";
}

const transport = find(".transport");
const board = find("#lab");
const buttons = transportButtons(transport, lab);
const times = timeline(transport, lab);
const embed = readEmbed(location.search);
if (embed) arrangeEmbed(embed, board);
const followers = [
  places(board, find("#code")),
  times,
  statusPill(find(".pill"), find("#unsaved")),
  tabs(find(".tabs"), find("#about"), board, lab),
  buttons,
  stopConditions(transport, lab),
  settings(transport, lab),
  secondScreen(find("#second-screen"), { token: session.token, say: say.say }),
  embed ? embedded(embed, lab) : arrivalChip(find("#arrival"), lab),
  late(find("#keep"), () => import("./keep/sheet.js"), lab),
  late(find("#share"), () => import("./share/sheet.js"), lab),
  late(find("#home"), () => import("./home/sheet.js"), lab),
];
const makers = {
  code: codePanel, weights: weightsPanel, story: storyPanel, network: networkPanel, surface: surfacePanel,
  examples: examplesPanel, curve: curvePanel, sigmoid: sigmoidPanel, line: linePanel, pushes: pushesPanel,
  runs: runsPanel, tries: triesPanel, compare: comparePanel, data: dataPanel, time: timePanel,
};

explanations(document, name => explainName(name, store.state()));
themeSwitch(find("#theme"), paint.retheme);
parts(find(".parts"));
disclosure(find("#more"), find("#settings"), transport);
const help = disclosure(find("#help"), find("#help-sheet"));
shortcuts({
  " ": buttons.toggle, ArrowRight: buttons.step, ".": buttons.step, r: buttons.reset, "?": help.toggle,
  l: held => stepLine(lab, false, held), "Shift+l": held => stepLine(lab, true, held), Escape: () => leaveLines(lab),
  m: () => times.jump(1), "Shift+m": () => times.jump(-1), "Mod+z": times.undo, "Mod+Shift+z": times.redo, "Mod+y": times.redo,
});
paint.add(transport, readouts(transport, find("#why")));
paint.add(find(".track", transport), times);
/** @type {import("./lab.js").Panel[]} */
const panels = [];

/** @param {HTMLElement} section @param {import("./lab.js").Panel} panel */
function seat(section, panel) {
  panels.push(panel);
  paint.add(section, panel);
}

for (const [name, make] of Object.entries(makers)) {
  if (embed && !embed.panels.includes(name)) continue;
  const section = find(`#${name}`);
  seat(section, make(find(".panel-body", section), lab));
}
/** @type {Record<string, (element: HTMLElement) => Promise<import("./lab.js").Panel>>} */
const later = {
  pieces: async element => (await import("./panels/late/pieces.js")).piecesPanel(element, lab),
  bucket: async element => (await import("./panels/late/bucket.js")).bucketPanel(element, lab),
  slice: async element => (await import("./panels/late/slice.js")).slicePanel(element, lab),
  plane: async element => (await import("./panels/late/plane.js")).planePanel(element, lab),
  scripts: async element => (await import("./panels/late/scripts.js")).scriptsPanel(element, lab),
  alphas: async element => (await import("./panels/late/alphas.js")).alphasPanel(element, lab),
  sizes: async element => (await import("./panels/late/sizes.js")).sizesPanel(element, lab),
  luck: async element => (await import("./panels/late/luck.js")).luckPanel(element, lab),
  rule: async element => (await import("./panels/late/rule.js")).rulePanel(element, lab),
  twins: async element => (await import("./panels/late/twins.js")).twinsPanel(element, lab),
};
if (!embed) {
  for (const [name, make] of Object.entries(later)) {
    const section = find(`#${name}`);
    latePanel(section, make, panel => seat(section, panel));
  }
}

/** @param {import("./lab.js").State} state */
function arrange(state) {
  for (const follower of followers) follower.update(state);
}

/** @param {import("./messages.js").Welcome} welcome */
function welcomed({ session: id, fresh, version }) {
  const lost = session.welcomed(id, fresh);
  paint.forget();
  say.healed();
  if (lost) say.say(lost);
  const own = document.querySelector("meta[name=generator]")?.getAttribute("content") ?? "";
  if (!own.endsWith(` ${version}`)) say.say(`The server is now version ${version}: reload to have its page.`);
}

store.subscribe((state, message) => {
  if (message.type === "welcome") welcomed(message);
  if (message.type === "frame") paint.owe(message.number);
  if (message.type === "snapshot") paint.owe(message.frame.number);
  if (message.type === "chosen_study" || message.type === "studies") chosen.remember(state.chosenStudies);
  if (message.type === "notice") say.say(message.message);
  if (message.type === "saving" && !message.saved && !embed) say.say(message.why);
  if (message.type === "error" && !asked.refuse(message)) say.warn(message.message);
  if (message.type === "link" && message.trouble) say.stopped(message.trouble, link.open);
  for (const panel of panels) panel.hear?.(state);
  // A frame changes no control, and there are sixty a second.
  if (message.type !== "frame") arrange(state);
  paint.touch();
});
link.open();
