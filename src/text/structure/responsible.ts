import { pairUp } from "./sentences.ts";

export interface Bodies {
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  readonly cutOff: boolean;
}

const OPENING = /^（(?:责任单位|牵头单位|责任部门)：/u;

/** Splits at 、 outside brackets; 各市、县〔市、区〕政府 names one body and stays whole. */
function names(list: string): string[] {
  const closed = pairUp(list).pairs;
  const parts: string[] = [""];
  for (let i = 0; i < list.length; i++) {
    const close = closed.get(i) ?? i;
    const last = parts.at(-1) as string;
    if (list.charAt(i) === "、" && !/^各[市县省区地]$/u.test(last)) parts.push("");
    else parts[parts.length - 1] = last + list.slice(i, close + 1);
    i = close;
  }
  return parts.filter((name) => name !== "");
}

/**
 * Reads （责任单位：甲、乙牵头，丙参与） from a folded clause; null for any other clause. Bodies named without a role
 * share the lead. A list before one with a role has the same role: 甲牵头，乙，丙参与.
 */
export function readResponsible(text: string): Bodies | null {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return null;
  const cutOff = !/）$/u.test(text);
  const lead: string[] = [];
  const participants: string[] = [];
  let waiting: string[] = [];
  for (const part of text.slice(opening.length, cutOff ? undefined : -1).split(/[，；]/u)) {
    const role = /(?:牵头|负责|参与|参加|配合)$/u.exec(part)?.[0] ?? "";
    waiting.push(...names(part.slice(0, part.length - role.length)));
    if (role === "") continue;
    (/牵头|负责/u.test(role) ? lead : participants).push(...waiting);
    waiting = [];
  }
  lead.push(...waiting);
  return { lead, participants, cutOff };
}
