// @ts-check
/**
 * Share this run: its link, a short one, a code for phones, and an embed.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../lab.js").State} State
 * @typedef {import("./words.js").Link} Link
 */

import { html, say } from "../dom.js";
import { whole } from "../numbers.js";
import { ONLY_HERE, OWN_MACHINE } from "../screen.js";
import { asking } from "./asking.js";
import { codeForPhones } from "./code.js";
import { embedding } from "./embed.js";
import { copyLine } from "./line.js";
import { aboutLink, labAt, longLink, shortLink } from "./words.js";

/** @param {HTMLElement} element @param {Lab} lab @returns {import("../lab.js").LateSheet} */
export function sheet(element, lab) {
  const ask = asking(() => lab.state().welcome?.session ?? "");
  const base = labAt(location);
  const here = html("span", {}, "at this iteration");
  const [now, start] = ["now", "start"].map((value, i) => {
    return html("input", { type: "radio", name: "share-point", value, checked: i === 0 });
  });
  const point = html("fieldset", { class: "share-point" },
    html("legend", {}, "Where the link leads"),
    html("label", {}, now, here),
    html("label", {}, start, html("span", {}, "from the beginning: it is trained while one looks")));
  const line = copyLine("link to this run", lab.say);
  const about = html("p", { role: "status" });
  const make = html("button", { type: "button", class: "plain wide" }, "Make a short link");
  const short = copyLine("short link", lab.say);
  const kept = html("p", { hidden: true }, "This lab keeps the run for it, so it opens here alone.");
  const trouble = html("p", { class: "share-trouble", role: "alert" });
  const code = codeForPhones(ask.code);
  const embed = embedding(base, lab.say, () => {
    start.checked = true;
    fetchLink();
  });
  element.append(html("h2", {}, "Share this run"), point, line.element, about, make, short.element, kept, trouble, code.element, embed.element);
  if (OWN_MACHINE.test(location.host)) element.append(html("p", {}, ONLY_HERE));

  /** Answers to older questions are not wanted any more. */
  let question = 0;
  /** What the sheet shows a link to. */
  let shown = "";
  /** @type {Link | null} */
  let link = null;
  const chosen = () => (start.checked ? "start" : "now");

  async function fetchLink() {
    const mine = ++question;
    shown = placeOf(lab.state(), chosen());
    short.show("");
    kept.hidden = true;
    say(trouble, "");
    try {
      const answer = await ask.link(chosen());
      if (mine === question) show(answer);
    } catch (error) {
      if (mine === question) say(trouble, messageOf(error));
    }
  }

  /** @param {Link} answer */
  function show(answer) {
    link = answer;
    const address = answer.run === null ? "" : longLink(base, answer.run);
    line.show(address);
    say(about, aboutLink(answer, address));
    if (chosen() === "now") say(here, `at iteration ${whole(answer.iteration)}`);
    make.hidden = !answer.keeps;
    code.offer(address);
    embed.offer(answer.run === null ? "" : `run=${answer.run}`, answer.embeds, isFlat(lab.state()));
  }

  make.addEventListener("click", async () => {
    const mine = question;
    make.disabled = true;
    try {
      const name = await ask.shortName(chosen());
      if (mine !== question) return;
      short.show(shortLink(base, name));
      short.focus();
      make.hidden = true;
      kept.hidden = false;
      say(trouble, "");
      code.offer(shortLink(base, name));
      if (link?.run === null) embed.offer(`r=${name}`, link.embeds, isFlat(lab.state())); // the long one needs nothing to be kept
    } catch (error) {
      say(trouble, messageOf(error));
    } finally {
      make.disabled = false;
    }
  });
  point.addEventListener("change", fetchLink);

  return {
    opened: fetchLink,
    /** While the run goes on the link stays where it was asked for; once it stands still elsewhere, it follows. */
    update(state) {
      const still = state.controls?.playing === false && state.controls.catching_up === null;
      if (still && placeOf(state, chosen()) !== shown) fetchLink();
    },
  };
}

/** @param {State} state @param {string} point */
function placeOf({ run, frame, marks }, point) {
  return [run?.run, point, point === "now" ? frame?.iteration : "", ...marks.map(mark => `${mark.iteration} ${mark.label}`)].join("\n");
}

/** Whether there is no error surface to draw. @param {State} state */
function isFlat({ frame }) {
  return frame?.weights.flat(2).length !== 2;
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
