// @ts-check
/** What is told beside the map, a page at a time: the step, why no alpha is too large, and a question. */

import { tabset } from "../pieces/tabset.js";
import { bowlPage } from "./bowl.js";
import { field, POSTS_GROUND } from "./field.js";
import { quizPage } from "./quiz.js";
import { stepPage } from "./step.js";

const PAGES = [{ name: "step", title: "The step" }, { name: "bowl", title: "Why no alpha is too large" }, { name: "quiz", title: "A question" }];

/** @param {{leap: (alpha: number) => import("./words.js").Leap | null}} does a large step, for the page that offers it */
export function pages(does) {
  const [step, bowl, quiz] = [stepPage(), bowlPage(does), quizPage(field(POSTS_GROUND).error)];
  const tabs = tabset("About the plane", "plane.page", PAGES, () => {});
  tabs.pages.forEach((page, i) => page.append([step, bowl, quiz][i].element));
  return {
    elements: [tabs.list, ...tabs.pages],
    begin: tabs.begin,
    /**
     * @param {import("./ball.js").Ball | null} ball that is looked at
     * @param {(weights: ArrayLike<number>) => [number, number]} derivativeOf
     * @param {number} alpha
     * @param {boolean} isOwn whether the map shows other rows or rules than the post's
     */
    show(ball, derivativeOf, alpha, isOwn) {
      step.show(ball, derivativeOf, alpha, isOwn);
      bowl.show(isOwn);
      quiz.show(isOwn);
    },
  };
}
