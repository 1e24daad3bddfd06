// @ts-check
/**
 * The bucket: a ball on a curve that sees only the slope where it is. By hand, by three rules, and a hundred balls at
 * once. All of it happens in the page; the run knows nothing of it.
 */

import { segments } from "../../charts/choice.js";
import { html } from "../../dom.js";
import { CURVES } from "../../bucket/curves.js";
import { crowdPage } from "../../bucket/crowd.js";
import { curveOf, judged } from "../../bucket/drawn.js";
import { handPage } from "../../bucket/hand.js";
import { chosenFor, DRAWN, recalled, remember } from "../../bucket/kept.js";
import { pencil } from "../../bucket/pencil.js";
import { plot } from "../../bucket/plot.js";
import { rollPage } from "../../bucket/roll-page.js";
import { stage } from "../../bucket/stage.js";
import { survey } from "../../bucket/survey.js";
import { styleSheet } from "../../sheet.js";

const MODES = [
  { value: "hand", text: "By hand", sentence: "You move the ball, and see only the slope under it." },
  { value: "roll", text: "Three rules", sentence: "The ball moves by a rule: watch it converge, bounce, flee or get trapped." },
  { value: "crowd", text: "A hundred balls", sentence: "A hundred balls at once, and how few places they end in." },
];
const CURVE_CHOICES = [
  ...Object.values(CURVES).map(({ name, title, sentence }) => ({ value: name, text: title, sentence })),
  { value: DRAWN, text: "Draw your own", sentence: "Any curve you like: draw it across the frame." },
];
const CARTOON = "All this is a cartoon: a network has many weights at once, and a real slice through its error looks different: see “The real slice”.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function bucketPanel(element, lab) {
  await styleSheet(lab.url("bucket.css"));
  const kept = recalled();
  const box = html("div", { class: "bucket-stage", tabindex: 0, role: "application" });
  const top = html("div", { class: "bucket-top" });
  const side = html("div", { class: "bucket-side" });
  const below = html("div", { class: "bucket-under-stage" });
  const modes = segments(top, "What to do with the ball", chooseMode);
  const curves = segments(top, "The curve", chooseCurve);
  modes.offer(MODES);
  curves.offer(CURVE_CHOICES);
  const drawing = plot(box, () => {
    page.paint();
    pen.paint();
  });
  const pen = pencil(drawing, kept, drawn);
  top.append(pen.bar);
  const frame = html("div", { class: "bucket" }, top, html("div", { class: "bucket-main" }, html("div", { class: "bucket-ground" }, box, pen.sentence), side), below, html("p", { class: "bucket-cartoon" }, CARTOON));
  element.append(frame);

  /** What was made of the drawing last. @type {{from: unknown, ground: import("../../bucket/parts.js").Ground | null}} */
  let own = { from: null, ground: null };
  const grounds = Object.fromEntries(Object.values(CURVES).map(curve => [curve.name, { curve, found: survey(curve) }]));

  /** @type {import("../../bucket/parts.js").Table} */
  const table = {
    plot: drawing, kept,
    ground: () => grounds[kept.curve] ?? drawnGround(),
    chosen: () => chosenFor(kept, table.ground()?.curve ?? CURVES.round),
    save: () => remember(kept),
    ready() {
      pen.turn(false);
      return table.ground() !== null;
    },
  };
  const pages = { hand: handPage(table), roll: rollPage(table), crowd: crowdPage(table) };
  let page = pages[kept.mode];
  stage(box, { pen, place: drawing.placeUnder, page: () => page });

  function drawnGround() {
    if (own.from !== kept.drawn) {
      const curve = judged(kept.drawn).ready ? curveOf(kept.drawn) : null;
      own = { from: kept.drawn, ground: curve && { curve, found: survey(curve) } };
    }
    return own.ground;
  }

  /** The drawing is another one, or the pencil was taken up or put away. */
  function drawn() {
    table.save();
    enter();
  }

  function enter() {
    const drawnNow = kept.curve === DRAWN;
    pen.bar.hidden = !drawnNow;
    box.classList.toggle("drawing", pen.isOn());
    box.classList.toggle("blind", kept.mode === "hand");
    box.setAttribute("aria-label", page.label);
    modes.select(kept.mode);
    curves.select(kept.curve);
    frame.dataset.mode = kept.mode;
    // What is drawn is seen; a game with a hidden curve, or a hundred balls, wait until the pencil is put away.
    if (pen.isOn() && kept.mode !== "roll") {
      page.leave();
      drawing.draw(table.ground()?.curve.value ?? null);
    } else page.enter();
    pen.paint();
  }

  /** @param {string} name */
  function chooseMode(name) {
    page.leave();
    kept.mode = /** @type {import("../../bucket/kept.js").Mode} */ (name);
    page = pages[kept.mode];
    side.replaceChildren(page.side);
    below.replaceChildren(page.below);
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
  side.append(page.side);
  below.append(page.below);
  enter();
  return {};
}
