// @ts-check
/** The network as the lab draws it, with the numbers of one example in its circles. */

import { say } from "../dom.js";
import { paintEdges, paintNodes, writeNumbers } from "../network/paint.js";
import { pointing } from "../network/pointing.js";
import { sceneOf } from "../network/scene.js";
import { partText } from "./text.js";

/** @typedef {import("./moment.js").Moment} Moment */

/** @param {HTMLElement} element @param {() => void} repaint */
export function drawing(element, repaint) {
  let [width, height] = [0, 0];
  /** @type {import("../network/scene.js").Scene | null} */
  let scene = null;
  /** @type {import("../network/phase.js").Picture | null} */
  let picture = null;
  /** @type {string[]} */
  let columns = [];
  let shape = "";
  const looking = pointing(element, part => (picture ? partText(part, picture.weights, picture.values, columns) : ""), () => false);

  /** @param {Moment} moment */
  function build(moment) {
    const wanted = [width, height, ...moment.sizes, ...moment.columns].join();
    if (wanted === shape || width === 0 || height === 0) return;
    [shape, columns] = [wanted, moment.columns];
    scene?.root.remove();
    scene = sceneOf(moment.sizes, columns, { width, height });
    scene.root.setAttribute("aria-label", "the network; arrow keys go from unit to unit and over the weights between");
    element.prepend(scene.root);
    looking.turnTo(scene, moment.sizes);
  }

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    repaint();
  }).observe(element);

  /** @param {Moment} moment @param {number} row the example @param {boolean} readable whether there is time to read */
  return (moment, row, readable) => {
    build(moment);
    if (!scene) return;
    const values = moment.sizes.map((_, layer) => moment.outputs(layer, row));
    picture = { phase: null, held: values.map(() => "out"), values, weights: moment.weights, stream: null, off: [] };
    paintEdges(scene, picture.weights, null);
    paintNodes(scene, picture);
    if (!readable) return;
    writeNumbers(scene, picture, null);
    scene.targets.forEach((text, unit) => say(text, `target ${moment.rows[row][moment.sizes[0] + unit]}`));
    looking.refresh();
  };
}
