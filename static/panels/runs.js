// @ts-check
/** The runs of this experiment side by side: branches of each other, and those from before a Reset. */

import { readable } from "../cadence.js";
import { button } from "../charts/choice.js";
import { html } from "../dom.js";
import { branchForm, goalField } from "../runs/forms.js";
import { runsTable } from "../runs/table.js";

const ALONE = "One run so far. A branch is another future of it: press “Branch at” with another alpha, or drag the " +
  "timeline back and change something. Both share what came before, and their lines lie over each other in the charts.";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function runsPanel(element, lab) {
  element.classList.add("runs-panel");
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const goal = goalField(tools, lab);
  const table = runsTable(lab);
  const branch = branchForm(lab);
  const alone = html("p", { class: "runs-alone" }, ALONE);
  const foot = html("div", { class: "runs-foot" }, branch.element);
  const clear = button(foot, "Delete all others", "Deletes every run of this experiment but the present one; Undo brings them back.", () => {
    clearing = lab.send({ type: "clear_older" });
  });
  let clearing = false;
  const sheet = html("div", { class: "runs-sheet" }, table.element, alone);
  element.append(sheet, foot);
  /** @type {{paint: (state: import("../lab.js").State) => void} | null} */
  let studies = null;
  let asked = false;

  /** Fetched once there is one. */
  async function listStudies() {
    asked = true;
    try {
      studies = await (await import("../studies/list.js")).studyList(sheet, lab);
      studies.paint(lab.state());
    } catch {
      asked = false;
    }
  }

  return {
    paint(state) {
      const write = readable(state);
      goal.paint(state);
      table.paint(state, write);
      branch.paint(state, write);
      alone.hidden = state.runs.length > 1;
      clear.hidden = state.runs.length < 2;
      studies?.paint(state);
      if (state.studies.length && !asked) listStudies();
      if (clearing && clear.hidden) {
        clearing = false;
        lab.say("Deleted all other runs: Undo brings them back.");
      }
    },
  };
}
