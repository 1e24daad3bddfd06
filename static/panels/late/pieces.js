// @ts-check
/**
 * The pieces: small experiments with what the lines are made of. Nothing here changes the run; some of them take their
 * first numbers from it.
 */

import { elementwisePiece } from "../../pieces/elementwise-piece.js";
import { productPiece } from "../../pieces/product-piece.js";
import { sigmoidPiece } from "../../pieces/sigmoid-piece.js";
import { slopePiece } from "../../pieces/slope-piece.js";
import { startPiece } from "../../pieces/start-piece.js";
import { tabset } from "../../pieces/tabset.js";
import { wordsPiece } from "../../pieces/words-piece.js";
import { styleSheet } from "../../sheet.js";

const PIECES = [
  { name: "product", title: "Product", make: productPiece },
  { name: "start", title: "Random start", make: startPiece },
  { name: "elementwise", title: "Elementwise", make: elementwisePiece },
  { name: "exponential", title: "Sigmoid", make: sigmoidPiece },
  { name: "slope", title: "Slope", make: slopePiece },
  { name: "words", title: "Words", make: wordsPiece },
];

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function piecesPanel(element, lab) {
  await styleSheet(lab.url("pieces.css"));
  /** @type {Map<string, {paint?: (state: import("../../lab.js").State) => void}>} */
  const made = new Map();
  let shown = "";
  const tabs = tabset("The pieces", "pieces", PIECES, turned);
  element.append(tabs.list, ...tabs.pages);
  tabs.begin();

  /** @param {string} name @param {HTMLElement} page */
  function turned(name, page) {
    shown = name;
    const { make } = /** @type {typeof PIECES[number]} */ (PIECES.find(piece => piece.name === name));
    if (!made.has(name)) made.set(name, make(page, lab));
    made.get(name)?.paint?.(lab.state());
  }

  return { paint: state => made.get(shown)?.paint?.(state) };
}
