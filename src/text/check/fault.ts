import type { Problem } from "../model.ts";

/** A replacement of a range of a file's text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule finds in a text, at code units of it. */
export interface Fault {
  readonly offset: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: Problem["severity"];
  readonly message: string;
  /** What mends it without a doubt; empty where an editor has to decide. */
  readonly edits: readonly Edit[];
}

export function warning(rule: string, offset: number, message: string, more: Partial<Fault> = {}): Fault {
  return { offset, end: offset + 1, rule, severity: "warning", message, edits: [], ...more };
}

export function error(rule: string, offset: number, message: string, more: Partial<Fault> = {}): Fault {
  return { ...warning(rule, offset, message, more), severity: "error" };
}

/** A few characters around a place, on one line. */
export function around(text: string, at: number, width = 6): string {
  return text.slice(Math.max(0, at - width), at + width + 1).replace(/\s+/gu, " ");
}

/** The text with the edits made; of two that overlap only the first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = "";
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) continue;
    made += text.slice(from, start) + put;
    from = end;
  }
  return made + text.slice(from);
}
