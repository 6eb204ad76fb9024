import { RELATIONS, standingName } from "../../components/relations.ts";
import type { BoardPair } from "../../text/review/board.ts";
import { part } from "./element.ts";
import { reasonName } from "./reasons.ts";

/** Says above a pair what was proposed, how surely and why, and what was decided. */
export function showPairHead(desk: HTMLElement, { score, relation, reasons, decision }: BoardPair): void {
  const said = { accepted: "已接受", rejected: "已拒绝", open: "" }[decision.kind];
  const named = decision.kind === "accepted" ? `：${standingName(decision.relation)}` : "";
  part(desk, "[data-said]").textContent = said + named;
  part(desk, "[data-said]").dataset["state"] = decision.kind;
  part(desk, "[data-proposed]").textContent = score === null ? "编者所配" : standingName(relation);
  part(desk, "[data-score]").textContent = score === null ? "" : `把握 ${Math.round(score * 100)}%`;
  part(desk, "[data-reasons]").textContent = reasons.map(reasonName).join("、");
  part<HTMLButtonElement>(desk, "[data-do=withdraw]").hidden = decision.kind === "open";
  const held = decision.kind === "accepted" ? decision.relation : null;
  for (const one of RELATIONS) part(desk, `[data-do=${one}]`).setAttribute("aria-pressed", String(one === held));
  part(desk, "[data-do=reject]").setAttribute("aria-pressed", String(decision.kind === "rejected"));
}
