import type { Fate, Ledger, LedgerSpan } from "../text/model.ts";

/** In the order in which legends, bars and tables show them. */
export const FATES: readonly Fate[] = ["kept", "duplicate", "boilerplate", "markup", "space"];

const NAMES: Readonly<Record<Fate, { readonly name: string; readonly meaning: string }>> = {
  kept: { name: "保留", meaning: "进入正文，可点到所在的句子" },
  duplicate: { name: "重复", meaning: "与已保留的文字相同，不再计入，可点到它重复的句子" },
  boilerplate: { name: "外加", meaning: "不属于文件：转载网站的导语、署名、页眉之类，每处注明理由" },
  markup: { name: "标记", meaning: "网页或元数据的代码" },
  space: { name: "空白", meaning: "空格与换行" },
};

export function fateName(fate: Fate): string {
  return NAMES[fate].name;
}

export function fateMeaning(fate: Fate): string {
  return NAMES[fate].meaning;
}

export interface Share {
  readonly fate: Fate;
  readonly units: number;
  /** Of the whole seed, 0–1. */
  readonly share: number;
  /** How many unbroken passages. */
  readonly passages: number;
}

export function shares({ spans, length }: Ledger): readonly Share[] {
  return FATES.map((fate) => {
    const mine = spans.filter((span) => span.fate === fate);
    const units = mine.reduce((sum, span) => sum + span.end - span.start, 0);
    return { fate, units, share: length === 0 ? 0 : units / length, passages: mine.length };
  });
}

export function shareOf(ledger: Ledger, fate: Fate): number {
  return shares(ledger).find((share) => share.fate === fate)?.share ?? 0;
}

/** A piece of a run: text, or white space with the signs that make it visible. */
export interface Piece {
  readonly text: string;
  readonly marks: string | null;
}

/** Neighbouring spans that share one fate and one reason, with the white space between them. */
export interface Run {
  readonly fate: Fate;
  /** The clause or provision that the run is, or repeats. */
  readonly eId: string | null;
  /** The number of the rule in `rules`, from 1. */
  readonly rule: number | null;
  readonly pieces: readonly Piece[];
}

/** A reason for leaving text out, and how often it was used. */
export interface Rule {
  readonly rule: string;
  readonly why: string;
  readonly units: number;
  readonly passages: number;
}

function ruleKey(span: LedgerSpan): string {
  return span.fate === "boilerplate" ? `${span.rule}\n${span.why}` : "";
}

export function rules({ spans }: Ledger): readonly Rule[] {
  const found = new Map<string, Rule>();
  for (const span of spans) {
    if (span.fate !== "boilerplate") continue;
    const { rule, why } = span;
    const before = found.get(ruleKey(span)) ?? { rule, why, units: 0, passages: 0 };
    const units = before.units + span.end - span.start;
    found.set(ruleKey(span), { rule, why, units, passages: before.passages + 1 });
  }
  return [...found.values()];
}

function target(span: LedgerSpan): string | null {
  if (span.fate === "kept") return span.eId;
  return span.fate === "duplicate" ? span.of : null;
}

const MARKS: Readonly<Record<string, string>> = { "\n": "↵", "\r": "␍", "\t": "→", "\u3000": "□", "\u00a0": "⍽" };

function piece(raw: string, span: LedgerSpan): Piece {
  const text = raw.slice(span.start, span.end);
  if (span.fate !== "space") return { text, marks: null };
  return { text, marks: Array.from(text, (sign) => MARKS[sign] ?? "·").join("") };
}

function alike(a: LedgerSpan, b: LedgerSpan): boolean {
  return a.fate === b.fate && target(a) === target(b) && ruleKey(a) === ruleKey(b);
}

/**
 * The whole seed in order as few runs as can be: white space joins the run before it when the same run goes on
 * behind it, so that a clause wrapped over six lines is one link and not six.
 */
export function runs(raw: string, ledger: Ledger): readonly Run[] {
  const numbers = new Map(rules(ledger).map(({ rule, why }, i) => [`${rule}\n${why}`, i + 1]));
  const found: { readonly head: LedgerSpan; readonly spans: LedgerSpan[] }[] = [];
  ledger.spans.forEach((span, i) => {
    const last = found.at(-1);
    const next = ledger.spans[i + 1];
    const bridges = span.fate === "space" && next !== undefined && last !== undefined && alike(last.head, next);
    if (last !== undefined && (bridges || alike(last.head, span))) last.spans.push(span);
    else found.push({ head: span, spans: [span] });
  });
  return found.map(({ head, spans }) => ({
    fate: head.fate,
    eId: target(head),
    rule: numbers.get(ruleKey(head)) ?? null,
    pieces: spans.map((span) => piece(raw, span)),
  }));
}
