import type { Alignment, Relation } from "../text/model.ts";
import { percent } from "./words.ts";

/** What a row of a comparison is: how two clauses go together, or on which side one stands alone. */
export type Standing = Relation | "new" | "dropped";

/** In the order in which legends, bars and tables show them. */
export const RELATIONS: readonly Relation[] = ["verbatim", "reworded", "related"];
export const STANDINGS: readonly Standing[] = [...RELATIONS, "new", "dropped"];

const NAMES: Readonly<Record<Standing, { readonly name: string; readonly meaning: string }>> = {
  verbatim: { name: "原文沿用", meaning: "至少连续十二字原样再用" },
  reworded: { name: "改写", meaning: "同一对象、同一做法，或同一指标换了数" },
  related: { name: "相关", meaning: "同一窄题，措施不同" },
  new: { name: "新增", meaning: "前一份里没有对应" },
  dropped: { name: "未再提及", meaning: "后一份里没有对应" },
};

export function standingName(standing: Standing): string {
  return NAMES[standing].name;
}

export function standingMeaning(standing: Standing): string {
  return NAMES[standing].meaning;
}

/** Who says so: 校订, or 自动 87% with how sure the machine is. */
export function originName({ origin, score }: Pick<Alignment, "origin" | "score">): string {
  return origin === "reviewed" ? "校订" : `自动 ${percent(score).replace(/\.\d%$/, "%")}`;
}

/** The strongest relation first, then the surest. */
export function byStrength(a: Pick<Alignment, "relation" | "score">, b: Pick<Alignment, "relation" | "score">): number {
  return RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || b.score - a.score;
}
