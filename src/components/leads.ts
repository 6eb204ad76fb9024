import type { Goal, Verdict } from "../text/indicators/course.ts";
import { corpusCourses } from "./indicators.ts";
import type { Led, Turn } from "./theme-cells.ts";

/** Verdicts on an indicator that speak for its theme; that an indicator is new does not make its theme new. */
const TURN: Readonly<Partial<Record<Verdict, Turn>>> = {
  raised: "stronger",
  lowered: "weaker",
  same: "same",
  remeasured: "reworded",
};

/** The first goal that can be compared, or else the first. */
function leading(goals: readonly Goal[]): Goal | null {
  return goals.find(({ before }) => before !== null) ?? goals[0] ?? null;
}

/** What the indicators of a theme say of a document: the goal that leads there, and the turn of the theme. */
export async function ledBy(): Promise<(theme: string, document: string) => Led | null> {
  const courses = await corpusCourses();
  return (theme, document) => {
    const goals = courses
      .filter(({ indicator }) => indicator.theme === theme)
      .flatMap(({ stages }) => stages.filter((stage) => stage.document === document))
      .flatMap((stage) => stage.goals);
    const goal = leading(goals);
    return goal === null ? null : { target: goal.target, turn: TURN[goal.verdict] ?? null };
  };
}
