// @ts-check
/** The experiments, as tabs. Each keeps its own run while another one is looked at. */

import { say } from "./dom.js";
import { whole } from "./numbers.js";

/**
 * @param {HTMLElement} list with a tab for each
 * @param {HTMLElement} about where the chosen experiment is described
 * @param {HTMLElement} panel what the tabs turn over
 * @param {import("./lab.js").Lab} lab
 */
export function tabs(list, about, panel, lab) {
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
  for (const tab of all) tab.addEventListener("click", () => choose(tab));

  /** @param {HTMLElement} tab */
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
    update({ run }) {
      if (!run) return;
      for (const tab of all) {
        const chosen = tab.dataset.name === run.experiment;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (!chosen) continue;
        panel.setAttribute("aria-labelledby", tab.id);
        say(about, run.own_data ? otherData(run) : tab.dataset.explain ?? "");
      }
    },
  };
}

/** What an experiment is about is said of its own data. @param {import("./messages.js").Snapshot} run */
function otherData({ rows, columns }) {
  const inputs = columns.length === 1 ? "1 input" : `${columns.length} inputs`;
  return `With other data than the post's: ${rows === 1 ? "1 example" : `${whole(rows)} examples`}, ${inputs}.`;
}
