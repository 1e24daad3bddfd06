// @ts-check
/** The experiments, as tabs. Each keeps its own run while another one is looked at. */

import { html, say } from "./dom.js";
import { whole } from "./numbers.js";

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} about where the chosen experiment is described
 * @param {HTMLElement} panel what the tabs turn over
 * @param {import("./lab.js").Lab} lab
 */
export function tabs(list, about, panel, lab) {
  /** @type {HTMLButtonElement[]} */
  let all = [];

  /** @param {import("./messages.js").Experiment[]} experiments */
  function build(experiments) {
    all = experiments.map(({ name, title, about }) => {
      const attributes = { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": panel.id };
      const tab = html("button", { ...attributes, "data-name": name, "data-explain": about }, title);
      tab.addEventListener("click", () => choose(tab));
      return tab;
    });
    list.replaceChildren(...all);
  }

  /** @param {HTMLButtonElement} tab */
  function choose(tab) {
    const experiment = tab.dataset.name ?? "";
    if (experiment !== lab.state().run?.experiment) lab.send({ type: "choose_experiment", experiment });
  }

  /** @type {Record<string, (here: number) => number>} */
  const KEYS = {
    ArrowRight: here => here + 1,
    ArrowLeft: here => here - 1,
    Home: () => 0,
    End: () => -1,
  };
  list.addEventListener("keydown", event => {
    const here = all.findIndex(tab => tab === event.target);
    const move = KEYS[event.key];
    if (here < 0 || !move) return;
    event.preventDefault();
    const tab = all[(move(here) + all.length) % all.length];
    tab.focus();
    choose(tab);
  });

  return {
    /** @param {import("./lab.js").State} state */
    update({ welcome, run }) {
      const experiments = welcome?.experiments ?? [];
      if (all.map(tab => tab.dataset.name).join() !== experiments.map(({ name }) => name).join()) build(experiments);
      say(about, run?.own_data ? otherData(run) : experiments.find(({ name }) => name === run?.experiment)?.about ?? "");
      for (const tab of all) {
        const chosen = tab.dataset.name === run?.experiment;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (chosen) panel.setAttribute("aria-labelledby", tab.id);
      }
    },
  };
}

/** What an experiment is about is said of its own data. @param {import("./messages.js").Snapshot} run */
function otherData({ rows, columns }) {
  const inputs = columns.length === 1 ? "1 input" : `${columns.length} inputs`;
  return `With other data than the post's: ${rows === 1 ? "1 example" : `${whole(rows)} examples`}, ${inputs}.`;
}
