// @ts-check
/** Another table in the place of the data: one that is offered, one that is pasted, one from a file. */

import { copyText } from "../clipboard.js";
import { html, say } from "../dom.js";
import { downloadOwn } from "../download.js";
import { asCsv, bytesOf, textOf, tooLarge, tooLong } from "./csv.js";
import { complaint, press, tool } from "./tool.js";
import { inView, isPartial } from "./words.js";

const EXAMPLE = "x1,x2,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0";
const HOW = "One row a line, with commas, semicolons or tabs between the numbers. The last column is the target; or, under a line of names, all last columns that are called y, y1, y2 and so on. A table as wide as the present one is divided as that is.";
/** A file of so many times what the server takes is refused unread. */
const COUNTED = 50;
const NO_TEXT = "That file is not text in UTF-8: save it as CSV (UTF-8) and try again.";

/** @param {import("../lab.js").Lab} lab @param {HTMLElement} section where files may be dropped */
export function tables(lab, section) {
  const offered = html("select", { "aria-label": "offered table" });
  const about = html("p", { class: "told" });
  const own = tool(lab, () => ({ type: "use_data", name: lab.state().run?.experiment ?? "" }), press("Back to the experiment's own data"));
  const area = html("textarea", { rows: 4, "aria-label": "your own table", placeholder: EXAMPLE, spellcheck: "false", autocomplete: "off" });
  const file = html("input", { type: "file", accept: ".csv,.tsv,.txt,text/csv,text/plain", hidden: true });
  const open = html("button", { type: "button", class: "plain" }, "Open a file…");
  const copy = html("button", { type: "button", class: "plain" }, "Copy as CSV");
  const save = html("button", { type: "button", class: "plain" }, "Save data.csv");
  lab.explain(save, "All examples as a file, as the program in the code panel reads it.");
  const refusal = complaint();
  const paste = html("form", { class: "tool paste", novalidate: true },
    area, press("Use this table"), open, copy, save, file, refusal.element);
  const element = html("div", { class: "tools" },
    html("h3", {}, "Another table"),
    tool(lab, () => ({ type: "use_data", name: offered.value }), offered, press("Use it")), about,
    html("h3", {}, "Your own table"), html("p", { class: "told" }, HOW), paste);

  /** @param {string} sentence */
  function complain(sentence) {
    refusal.tell(sentence);
    if (sentence) area.setAttribute("aria-invalid", "true");
    else area.removeAttribute("aria-invalid");
  }

  function load() {
    /** @type {import("../messages.js").LoadData} */
    const verb = { type: "load_data", text: area.value };
    const { rows = Infinity, message_bytes = Infinity } = lab.state().welcome?.limits ?? {};
    const large = tooLong(verb.text, rows) ?? tooLarge(bytesOf(verb), message_bytes);
    complain(large ?? "");
    if (!large) lab.send(verb, ({ message }) => complain(message));
  }

  /** @param {File | undefined} chosen */
  async function read(chosen) {
    if (!chosen) return;
    const { rows = Infinity, message_bytes = Infinity } = lab.state().welcome?.limits ?? {};
    const large = tooLarge(chosen.size, message_bytes);
    // What is larger than this is not worth reading only to count its rows.
    if (large && chosen.size > COUNTED * message_bytes) return complain(large);
    const text = textOf(await chosen.arrayBuffer());
    if (text === null) return complain(NO_TEXT);
    const refused = tooLong(text, rows) ?? large;
    if (refused) return complain(refused);
    area.value = text;
    load();
  }

  paste.addEventListener("submit", event => {
    event.preventDefault();
    load();
  });
  area.addEventListener("input", () => complain(""));
  // A million lines in the field would hold up the browser before anybody could say that they are too many.
  area.addEventListener("paste", event => {
    const refused = tooLong(event.clipboardData?.getData("text") ?? "", lab.state().welcome?.limits.rows ?? Infinity);
    if (!refused) return;
    event.preventDefault();
    complain(refused);
  });
  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    await read(file.files?.[0]);
    file.value = ""; // so that the same file can be opened again once it has been mended
  });
  dropZone(section, read);
  copy.addEventListener("click", async () => {
    const { run } = lab.state();
    if (!run) return;
    const copied = await copyText(asCsv(run));
    lab.say(copied ? "Copied: paste it into a spreadsheet." : "This browser does not let the page copy.");
  });
  save.addEventListener("click", async () => {
    const saved = await downloadOwn("/-/data.csv", "data.csv", lab.state().welcome?.session ?? "");
    if (!saved) lab.say("The server did not give the data just now: try again in a moment.");
  });
  offered.addEventListener("change", tellAbout);

  function tellAbout() {
    say(about, lab.state().welcome?.tables.find(({ name }) => name === offered.value)?.about ?? "");
  }

  /** @type {unknown} */
  let listed = null;
  return {
    element,
    own,
    /** @param {import("../lab.js").State} state */
    show({ welcome, run }) {
      if (welcome && listed !== welcome) {
        offered.replaceChildren(...welcome.tables.map(({ name, title }) => html("option", { value: name }, title)));
        listed = welcome;
        tellAbout();
      }
      if (!run) return;
      own.hidden = !run.own_data;
      say(copy, isPartial(run) ? `Copy ${inView(run)} as CSV` : "Copy as CSV");
    },
  };
}

/** @param {HTMLElement} zone @param {(file: File | undefined) => unknown} take */
function dropZone(zone, take) {
  /** @param {DragEvent} event */
  const carriesFile = event => event.dataTransfer?.types.includes("Files") ?? false;
  zone.addEventListener("dragover", event => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    zone.classList.add("dropping");
  });
  zone.addEventListener("dragleave", event => {
    if (!(event.relatedTarget instanceof Node && zone.contains(event.relatedTarget))) zone.classList.remove("dropping");
  });
  zone.addEventListener("drop", event => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    zone.classList.remove("dropping");
    take(event.dataTransfer?.files[0]);
  });
}
