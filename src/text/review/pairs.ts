import { stringify } from "yaml";
import type { Relation } from "../model.ts";
import { type Block, blockOf, breakOf, entriesOf, indentOf, type Shape, withEntry } from "./entries.ts";

/** An editor's decisions on two clauses, in the text of a file of reviewed pairs. */

/** Two clauses by their eIds; `from` is of the earlier document. */
export interface ClausePair {
  readonly from: string;
  readonly to: string;
}

export interface Quote {
  readonly from: string;
  readonly to: string;
}

export type PairDecision =
  | {
      readonly kind: "accepted";
      readonly relation: Relation;
      readonly quotes: readonly Quote[];
      readonly note: string | null;
    }
  | { readonly kind: "rejected"; readonly note: string | null }
  /** What was said of the two is taken back. */
  | { readonly kind: "open" };

interface PairEntry extends ClausePair {
  readonly relation?: Relation;
  readonly quotes?: readonly Quote[];
  readonly note?: string;
}

/** Positions of the clauses of either document, by eId. */
export interface Positions {
  readonly from: ReadonlyMap<string, number>;
  readonly to: ReadonlyMap<string, number>;
}

export const keyOfPair = ({ from, to }: ClausePair): string => `${from}--${to}`;

/** In the order of the later document, then of the earlier. */
export function pairShape(positions: Positions): Shape<PairEntry> {
  return {
    lists: ["pairs", "rejected"],
    keyOf: keyOfPair,
    order: ({ from, to }) => [positions.to.get(to) ?? -1, positions.from.get(from) ?? -1],
  };
}

const UNORDERED: Positions = { from: new Map(), to: new Map() };

/** What a file says of each pair that it speaks of. */
export function decisionsIn(text: string): readonly (ClausePair & { readonly decision: PairDecision })[] {
  return entriesOf(text, pairShape(UNORDERED)).map(({ list, value: { from, to, relation, quotes, note } }) => ({
    from,
    to,
    decision:
      list === "pairs" && relation !== undefined
        ? { kind: "accepted", relation, quotes: quotes ?? [], note: note ?? null }
        : { kind: "rejected", note: note ?? null },
  }));
}

/** A file for two documents of which nothing was said yet. */
export function newPairFile(from: string, to: string): string {
  return [
    `from: ${stringify(from).trim()}`,
    `to: ${stringify(to).trim()}`,
    "# 逐对校订：没有列出的句子仍由程序提出配对。两文通读后改写 true。",
    "complete: false\n",
  ].join("\n");
}

function linesOf({ from, to }: ClausePair, decision: Exclude<PairDecision, { kind: "open" }>, indent: string) {
  const name = (eId: string): string => stringify(eId).trim();
  const note = decision.note === null ? [] : [`  note: ${JSON.stringify(decision.note)}`];
  const head = [`- from: ${name(from)}`, `  to: ${name(to)}`];
  const body =
    decision.kind === "rejected"
      ? []
      : [
          `  relation: ${decision.relation}`,
          "  quotes:",
          ...decision.quotes.flatMap((quote) => [
            `    - from: ${JSON.stringify(quote.from)}`,
            `      to: ${JSON.stringify(quote.to)}`,
          ]),
        ];
  return [...head, ...body, ...note].map((line) => indent + line);
}

/** The text with a decision, in which any that stood there on the same pair is replaced. */
export function withDecision(text: string, pair: ClausePair, decision: PairDecision, positions: Positions): string {
  const shape = pairShape(positions);
  const key = keyOfPair(pair);
  if (decision.kind === "open") return withEntry(text, key, null, shape);
  const old = blockOf(text, key, shape);
  const lines = rewritten(old, decision) ?? written(text, pair, decision, shape);
  const list = decision.kind === "accepted" ? "pairs" : "rejected";
  return withEntry(text, key, { list, value: pair, lines }, shape);
}

function written(
  text: string,
  pair: ClausePair,
  decision: Exclude<PairDecision, { kind: "open" }>,
  shape: Shape<PairEntry>,
) {
  const end = breakOf(text);
  return linesOf(pair, decision, indentOf(text, shape)).join(end) + end;
}

/** An entry of which only the relation changes keeps its form and its remarks. */
function rewritten(old: Block<PairEntry> | null, decision: PairDecision): string | null {
  if (old?.list !== "pairs" || decision.kind !== "accepted") return null;
  const { relation, quotes, note } = old.value;
  const isSame = JSON.stringify([quotes, note ?? null]) === JSON.stringify([decision.quotes, decision.note]);
  if (!isSame || relation === undefined) return null;
  return old.lines.replace(/(\brelation: *)["']?\w+["']?/u, `$1${decision.relation}`);
}
