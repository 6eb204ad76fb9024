import { asides } from "../collation/aside.ts";
import type { Clause, PolicyDocument, Provision, Target } from "../model.ts";
import { fold } from "../normalize/fold.ts";
import { masked } from "./mask.ts";
import { type Mention, mentions } from "./years.ts";

/** A clause with what the text before and above it decides. */
export interface Passage {
  readonly clause: Clause;
  readonly kind: Target["kind"];
  /** The year said at the head of the passage that the clause stands in. */
  readonly governing: Mention | null;
}

const LOOKING_BACK =
  /回顾|现状|成就|成绩|(?:发展|工作|现实|产业|行业|良好)基础|(?:发展|工作|主要|显著|取得的?)(?:成效|进展)|(?:基本|发展|进展)情况|(?:发展|面临的?)(?:形势|环境)|存在的?(?:主要|突出)?问题|问题[与和]挑战/u;
const DOING = /^(?:夯实|筑牢|巩固|打牢|强化|筑实|加强|打造|增强|推动|保障|完善|健全|改善|改变)/u;
const LOOKING_AHEAD = /目标|任务|要求|举措|措施|展望|重点/u;

/** Whether a passage reports or sets goals, by the nearest heading that says so: 发展回顾, 主要目标. */
export function kindOf(path: readonly string[]): Target["kind"] {
  const saying = path.findLast(
    (heading) => LOOKING_AHEAD.test(heading) || (LOOKING_BACK.test(heading) && !DOING.test(heading)),
  );
  return saying !== undefined && LOOKING_BACK.test(saying) && !/目标/u.test(saying) ? "achievement" : "target";
}

/** Every clause that states policy, in reading order. A year at the head of one governs to the end of its provision. */
export function passages(document: PolicyDocument): Passage[] {
  const aside = asides(document);
  const within = (provision: Provision, above: readonly string[], from: Mention | null): Passage[] => {
    const path = provision.heading === null ? above : [...above, fold(provision.heading, document.meta)];
    const kind = kindOf(path);
    // （一）2025年目标
    const titled =
      /目标/u.test(path.at(-1) ?? "") && provision.heading !== null ? mentions(path.at(-1) ?? "").at(-1) : null;
    let reach = titled ?? from;
    const own = provision.paragraphs.flatMap(({ clauses }) => {
      let governing = reach;
      return clauses.map((clause): Passage => {
        const passage = { clause, kind, governing };
        governing = mentions(masked(clause.text)).findLast(({ heads }) => heads) ?? governing;
        if (governing?.outlook !== true) reach = governing;
        return passage;
      });
    });
    const below = provision.children.flatMap((child) => within(child, path, reach));
    return [...own.filter(({ clause }) => !aside.has(clause.eId)), ...below];
  };
  return document.provisions.flatMap((provision) => within(provision, [], null));
}
