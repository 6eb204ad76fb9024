import type { ProvisionKind } from "../model.ts";
import { type Content, type Draft, draft, isDraft } from "./draft.ts";
import { COUNTED_THROUGHOUT, RANK } from "./marker.ts";

const HAN_DIGITS = "零一二三四五六七八九";

function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const head = tens > 1 ? HAN_DIGITS.charAt(tens) : "";
  return tens === 0 ? HAN_DIGITS.charAt(value) : `${head}十${value % 10 ? HAN_DIGITS.charAt(value % 10) : ""}`;
}

/** The number of `like` with another value: 三、 → 二、, （四） → （三）. */
export function renumber(like: string, value: number): string {
  if (/[①-⑳]/u.test(like)) return String.fromCharCode("①".charCodeAt(0) + value - 1);
  return like.replace(/\d+/u, String(value)).replace(/[〇零一二三四五六七八九十百]+/u, hanNumber(value));
}

function missing(like: string, from: number, to: number): Draft {
  const first = renumber(like, from);
  const num = from === to ? first : `${first}至${renumber(like, to)}`;
  return draft("gap", { num, value: to, note: `编号${num}及其内容` });
}

type Reached = Map<ProvisionKind, number>;

function mark(content: readonly Content[], throughout: Reached): Content[] {
  const within: Reached = new Map();
  let declared = 0;
  return content.flatMap((c): Content[] => {
    if (!isDraft(c)) return [c];
    const reached = COUNTED_THROUGHOUT.has(c.kind) ? throughout : within;
    const before = Math.max(reached.get(c.kind) ?? 0, declared);
    declared = c.kind === "gap" ? (c.value ?? declared) : 0;
    const counted = c.value !== null && c.num !== null && RANK.has(c.kind);
    if (counted) reached.set(c.kind, c.value);
    const settled = { ...c, content: mark(c.content, throughout) };
    return counted && c.value > before + 1 ? [missing(c.num, before + 1, c.value - 1), settled] : [settled];
  });
}

/**
 * Puts a gap where numbers of one kind leave one out, unless a gap with that number is declared there. Numbers that go
 * back or repeat are left as they are: nothing is ever renumbered.
 */
export function markMissingNumbers(content: readonly Content[]): Content[] {
  return mark(content, new Map());
}
