// @ts-check
/**
 * The bucket: a ball on a curve that sees only the slope where it is. By hand, by three rules, and a hundred balls at
 * once. All of it happens in the page; the run knows nothing of it.
 */

import { saveButton } from "../../charts/picture.js";
import { html } from "../../dom.js";
import { barring } from "../../bucket/barring.js";
import { choices } from "../../bucket/choices.js";
import { crowdPage } from "../../bucket/crowd.js";
import { CURVES } from "../../bucket/curves.js";
import { ENOUGH } from "../../bucket/drawn-words.js";
import { grounds } from "../../bucket/grounds.js";
import { handPage } from "../../bucket/hand.js";
import { chosenFor, DRAWN, keeper, recalled } from "../../bucket/kept.js";
import { pencil } from "../../bucket/pencil.js";
import { plot } from "../../bucket/plot.js";
import { rollPage } from "../../bucket/roll-page.js";
import { stage } from "../../bucket/stage.js";
import { styleSheet } from "../../sheet.js";

const NO_CURVE = { kind: "", title: "No curve yet.", text: `The ball waits until at least ${ENOUGH * 100}% of the width is drawn.` };
const IN_SIGHT = { kind: "", title: "The curve is still in sight.", text: "Press Pencil to put it away: that hides the curve, and the game begins." };
const CARTOON = "All this is a cartoon: a network has many weights at once, and a real slice through its error looks different: see “The real slice”.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function bucketPanel(element, lab) {
  await styleSheet(lab.url("bucket.css"));
  const kept = recalled();
  const box = html("div", { class: "bucket-stage", tabindex: 0, role: "application" });
  const top = html("div", { class: "bucket-top" });
  const side = html("div", { class: "bucket-side" });
  const above = html("div", { class: "bucket-over-stage" });
  const below = html("div", { class: "bucket-under-stage" });
  const chosen = choices(top, kept, { mode: chooseMode, curve: chooseCurve });
  const drawing = plot(box, () => {
    page.paint();
    if (waits()) drawing.draw(table.ground()?.curve.value ?? null);
    pen.paint();
  });
  const pen = pencil(drawing, kept, drawn);
  top.append(pen.bar);
  const frame = html("div", { class: "bucket" }, top, above, html("div", { class: "bucket-main" }, html("div", { class: "bucket-ground" }, box, pen.sentence), side), below, html("p", { class: "bucket-cartoon" }, CARTOON));
  element.append(frame);
  const panel = element.closest("section") ?? element;
  // Where there is room for it the note stands under the bucket, elsewhere in its tip.
  const tip = panel.querySelector("header .info");
  if (tip) lab.explain(tip, `${tip.getAttribute("data-explain") ?? ""} ${CARTOON}`);
  saveButton(panel.querySelector(".panel-tools") ?? element, "the bucket", "bucket", lab, () => {
    return drawing.width ? { box, size: { width: drawing.width, height: drawing.height }, svg: drawing.picture, about: chosen.words(table.chosen().alpha) } : null;
  });

  /** @type {import("../../bucket/parts.js").Table} */
  const table = {
    plot: drawing, kept,
    ground: grounds(kept),
    chosen: () => chosenFor(kept, table.ground()?.curve ?? CURVES.round),
    save: keeper(kept),
    isDrawn: () => pen.isOn(),
    ready() {
      pen.turn(false);
      return table.ground() !== null;
    },
  };
  const pages = { hand: handPage(table), roll: rollPage(table), crowd: crowdPage(table) };
  let page = pages[kept.mode];
  const bars = [barring(side), barring(below)];
  stage(box, { pen, place: drawing.placeUnder, page: () => page });

  /** The drawing is another one, or the pencil was taken up or put away. */
  function drawn() {
    table.save();
    enter();
  }

  /** Why there is nothing to play with yet: too little is drawn, or what is to be hidden is being drawn. */
  function waits() {
    if (!table.ground()) return NO_CURVE;
    return pen.isOn() && kept.mode === "hand" ? IN_SIGHT : null;
  }

  function enter() {
    const drawnNow = kept.curve === DRAWN;
    pen.bar.hidden = !drawnNow;
    box.classList.toggle("drawing", pen.isOn());
    box.classList.toggle("blind", kept.mode === "hand");
    box.setAttribute("aria-label", page.label);
    chosen.show();
    frame.dataset.mode = kept.mode;
    const why = waits();
    for (const bar of bars) bar(why?.text ?? "");
    if (why) {
      page.leave();
      drawing.draw(table.ground()?.curve.value ?? null);
      page.wait(why);
    } else page.enter();
    pen.paint();
  }

  /** What the page in view has around the stage. */
  function furnish() {
    for (const [place, part] of /** @type {const} */ ([[above, page.above], [side, page.side], [below, page.below]])) place.replaceChildren(...(part ? [part] : []));
  }

  /** @param {string} name */
  function chooseMode(name) {
    page.leave();
    kept.mode = /** @type {import("../../bucket/kept.js").Mode} */ (name);
    page = pages[kept.mode];
    furnish();
    // On a curve with one bottom there is nothing to count: then the one with five, as the post has it.
    chooseCurve(name === "crowd" && table.ground()?.found.bottoms.length === 1 ? "five" : kept.curve);
  }

  /** @param {string} name */
  function chooseCurve(name) {
    kept.curve = name;
    pen.offer(name === DRAWN);
    table.save();
    enter();
  }

  pen.offer(kept.curve === DRAWN);
  furnish();
  enter();
  return {};
}
