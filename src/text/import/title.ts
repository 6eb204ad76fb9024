import { simplify } from "../normalize/script.ts";
import { readMarker } from "../structure/marker.ts";
import { type Found, found, lineAt, type Scan } from "./scan.ts";

/** What official documents are called. */
const TYPES =
  "实施方案|推动计画|行动计画|计画|作业要点|白皮书|工作方案|行动方案|行动计划|发展规划|规划纲要|规划指南|实施意见|指导意见|若干意见|实施细则|管理办法|若干措施|通知|意见|规划|办法|方案|计划|纲要|条例|规定|指南|决定|细则|通告|公告|措施|要点|规则|准则|决议|宣言|策略";
const TYPE_END = new RegExp(`(?:${TYPES})(?:（[^（）]{1,20}）|\\([^()]{1,20}\\))?$`, "u");

/** The document is handed down or given here. */
const HANDS_DOWN = /(?:印发|转发|编制了?|制定了?|制订了?|发布|公布|附件?[:：]?|附)$/u;
/** Another document, which this one follows or quotes. */
const REFERS = /(?:根据|按照|依据|依照|落实|贯彻|执行|参照|符合|遵守|结合|对接|衔接|修订|废止|纳入)[^。；]{0,30}$/u;

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** 关于推动…实施方案的通知 names the plan that it hands down. */
function unwrapped(simple: string, start: number, end: number): { start: number; end: number } {
  const text = simple.slice(start, end);
  const handed = /^(?:[^《》。]{0,40}?关于)?(?:印发|转发|发布|公布)《?(.+?)》?的通知$/u.exec(text);
  if (handed?.[1]) {
    const inner = start + text.indexOf(handed[1]);
    return { start: inner, end: inner + handed[1].length };
  }
  const notice = /的通知$/u.exec(text);
  const shorter = end - (notice?.[0].length ?? 0);
  return notice && TYPE_END.test(simple.slice(start, shorter)) ? { start, end: shorter } : { start, end };
}

function named({ simple }: Scan): Candidate[] {
  return Array.from(simple.matchAll(/《([^《》\n]{4,80}(?:《[^《》\n]+》[^《》\n]*)?)》/gu)).flatMap(
    (m): Candidate[] => {
      const before = simple.slice(Math.max(0, m.index - 40), m.index);
      const after = simple.slice(m.index + m[0].length, m.index + m[0].length + 8);
      if (!TYPE_END.test(m[1] ?? "")) return [];
      const given = /^(?:的通知|印发给|全文|原文)/u.test(after) || HANDS_DOWN.test(before);
      const place = unwrapped(simple, m.index + 1, m.index + m[0].length - 1);
      return given && !REFERS.test(before) ? [{ ...place, score: 4 }] : [];
    },
  );
}

/** 关于印发“十四五”医药工业发展规划的通知, without 书名号. */
function handed({ simple }: Scan): Candidate[] {
  return Array.from(simple.matchAll(/关于(?:印发|转发)([^《》。\n]{4,60}?)的通知/gu)).flatMap((m): Candidate[] => {
    const before = simple.slice(Math.max(0, m.index - 40), m.index);
    const start = m.index + m[0].indexOf(m[1] ?? "");
    return REFERS.test(before) ? [] : [{ start, end: start + (m[1]?.length ?? 0), score: 4 }];
  });
}

/** Lines of their own before the text begins: the shorter ones, since the longer are sentences. */
function lines(s: Scan, first: number): Candidate[] {
  return s.lines.slice(0, first).flatMap(({ text: { text } }, row): Candidate[] => {
    const start = s.starts[row] ?? 0;
    const simple = s.simple.slice(start, start + text.length);
    if (simple.length > 60 || simple.length < 6 || /[。；，：:|]/u.test(simple) || !TYPE_END.test(simple)) return [];
    const place = unwrapped(s.simple, start, start + text.length);
    return [{ ...place, score: place.start === start && place.end === start + text.length ? 5 : 4 }];
  });
}

/** Where the numbered text begins: nothing behind it is a title line. */
function firstNumbered(s: Scan): number {
  const row = s.lines.findIndex((l) => readMarker(l.text.text) !== null && !/^\d/u.test(l.text.text));
  return row < 0 ? Math.min(s.lines.length, 30) : row;
}

/** The title of the document, or null: one that only others are called by is none. */
export function findTitle(s: Scan): Found<string> | null {
  const all = [...lines(s, firstNumbered(s)), ...named(s), ...handed(s)];
  const scores = new Map<string, number>();
  for (const { start, end, score } of all) {
    const name = s.simple.slice(start, end);
    scores.set(name, (scores.get(name) ?? 0) + score);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  const at = all.filter(({ start, end }) => s.simple.slice(start, end) === best?.[0]).sort((a, b) => a.start - b.start);
  const first = at[0];
  return first ? found(s, s.text.slice(first.start, first.end), first.start, first.end) : null;
}

/** 规划 of …发展规划: what a document is called for short. */
export function typeOf(title: string): string | null {
  const end = TYPE_END.exec(simplify(title))?.[0].replace(/[（(].*$/u, "") ?? "";
  return end === "" ? null : end.slice(-2);
}

/** The lines at which a notice names the title in other words: front matter, too. */
export function noticeTitles(s: Scan): string[] {
  const pattern =
    /(?:[一二三四五六七八九十]+部门)?关于(?:印发|转发|公布|发布)(?:《[^《》\n]+》|[^《》。\n]{4,60}?)的通知/gu;
  const names = Array.from(s.simple.matchAll(pattern)).flatMap((m) => {
    const start = s.starts[lineAt(s, m.index)] ?? 0;
    const before = s.simple.slice(start, m.index);
    return REFERS.test(before) || before.endsWith("《") ? [] : [s.text.slice(m.index, m.index + m[0].length)];
  });
  return [...new Set(names)];
}
