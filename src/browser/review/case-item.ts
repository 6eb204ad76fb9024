import type { Case } from "./desk.ts";
import { make } from "./element.ts";

/** How a case stands in the list. */
export interface Entry {
  readonly score: string;
  readonly title: string;
  readonly text: string;
  /** What was decided; empty while nothing is. */
  readonly state: string;
}

/** A case as an item of the list, to be pressed. */
export function caseItem(
  { key, decision }: Case<{ readonly kind: string }>,
  { score, title, text, state }: Entry,
  isCurrent: boolean,
): HTMLLIElement {
  const button = make(
    "button",
    { type: "button", "data-key": key, "aria-current": isCurrent ? "true" : null },
    make("span", { class: "desk-score" }, score),
    make("span", { class: "desk-title" }, title),
    state === "" ? null : make("b", { "data-state": decision.kind }, state),
    make("span", { class: "desk-text" }, text),
  );
  return make("li", {}, button);
}
