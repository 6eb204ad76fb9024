import type { ProvisionKind } from "../model.ts";
import type { Draft } from "../structure/draft.ts";
import { RANK } from "../structure/marker.ts";
import { HEADING_KINDS, paragraphRank } from "./format.ts";

export interface Open {
  readonly draft: Draft;
  readonly rank: number;
}

/** How much deeper a provision without markup stands than the heading around it: less than a Markdown heading would. */
const BELOW_HEADING = 0.01;

/** What begins with a number stands beside an open provision of its kind, or inside the one that outranks it. */
export function rankAmong(stack: readonly Open[], kind: ProvisionKind): number {
  const same = stack.findLast((open) => open.draft.kind === kind);
  if (same) return same.rank;
  if (kind === "box") return paragraphRank("item") - 0.5;
  const own = RANK.get(kind) ?? 0;
  const outer = stack.findLast(({ draft: { kind: other } }) => (RANK.get(other) ?? own) < own);
  const isHeading = HEADING_KINDS.has(kind) && (outer?.rank ?? 0) < paragraphRank("part");
  return isHeading ? (outer?.rank ?? 1) + BELOW_HEADING : paragraphRank(kind);
}
