import type { Ledger, LedgerSpan, PolicyDocument, Span } from "../text/model.ts";
import { allProvisions, ownClauses } from "./counts.ts";
import { shares } from "./ledger.ts";
import { grouped } from "./words.ts";

/** An unbroken passage of the scrape and the place in the document that it became, or repeats. */
export interface Ribbon {
  readonly fate: "kept" | "duplicate";
  readonly from: Span;
  readonly to: Span;
}

/** A place on the document's axis with a name to print there. */
export interface Tick {
  readonly name: string;
  readonly at: number;
}

/** How a scrape became a document. Offsets of `from` are code units of the seed, of `to` of the document's axis. */
export interface Passage {
  readonly seedLength: number;
  readonly documentLength: number;
  /** Where title, number and date end and the text begins. */
  readonly textStart: number;
  readonly ribbons: readonly Ribbon[];
  /** Text left out of the document, by why. */
  readonly leftOut: readonly (Span & { readonly fate: "boilerplate" | "markup" })[];
  readonly ticks: readonly Tick[];
}

const FRONT = "front";

/** Title, number and date come first, then each heading before its clauses. */
function axis(document: PolicyDocument, frontLength: number): { places: ReadonlyMap<string, Span>; length: number } {
  const places = new Map<string, Span>([[FRONT, { start: 0, end: frontLength }]]);
  let at = frontLength;
  const put = (eId: string, length: number): void => {
    places.set(eId, { start: at, end: at + length });
    at += length;
  };
  for (const provision of allProvisions(document)) {
    put(provision.eId, `${provision.num ?? ""}${provision.heading ?? ""}${provision.stop}`.length);
    for (const clause of ownClauses(provision)) put(clause.eId, clause.original.length);
  }
  return { places, length: at };
}

/** Several spans of one clause, cut by line ends, lie side by side in it. */
function placer(places: ReadonlyMap<string, Span>): (key: string, eId: string, length: number) => Span {
  const used = new Map<string, number>();
  return (key, eId, length) => {
    const place = places.get(eId);
    if (place === undefined) throw new Error(`The ledger names ${eId}, which the document lacks: run npm run ingest`);
    const start = Math.min(place.start + (used.get(key) ?? 0), place.end);
    used.set(key, start - place.start + length);
    return { start, end: Math.min(start + length, place.end) };
  };
}

/** Headings are printed with signs that their fields lack, so neighbours may lie a few units apart. */
const SLACK = 4;

function goesOn(last: Ribbon, next: Ribbon): boolean {
  return last.fate === next.fate && Math.abs(next.to.start - last.to.end) <= SLACK;
}

function joined(last: Ribbon, next: Ribbon): Ribbon {
  return {
    fate: last.fate,
    from: { start: last.from.start, end: next.from.end },
    to: { start: last.to.start, end: next.to.end },
  };
}

function ribbonsOf(spans: readonly LedgerSpan[], places: ReadonlyMap<string, Span>): readonly Ribbon[] {
  const place = placer(places);
  const found: Ribbon[] = [];
  let broken = true;
  spans.forEach((span, i) => {
    if (span.fate === "boilerplate") broken = true;
    if (span.fate !== "kept" && span.fate !== "duplicate") return;
    const { fate, start, end } = span;
    const eId = span.fate === "kept" ? span.eId : span.of;
    // A repeat starts over in its clause each time; a kept clause goes on where it was broken off.
    const to = place(fate === "kept" ? eId : `${eId} ${i}`, eId, end - start);
    const ribbon = { fate, from: { start, end }, to };
    const last = found.at(-1);
    if (last !== undefined && !broken && goesOn(last, ribbon)) found[found.length - 1] = joined(last, ribbon);
    else found.push(ribbon);
    broken = false;
  });
  return found;
}

function ticksOf(document: PolicyDocument, places: ReadonlyMap<string, Span>): readonly Tick[] {
  return document.provisions.flatMap(({ eId, num }) => {
    const place = places.get(eId);
    return num === null || place === undefined ? [] : [{ name: num.replace("、", ""), at: place.start }];
  });
}

export function passage(document: PolicyDocument, ledger: Ledger): Passage {
  const front = ledger.spans.filter((span) => span.fate === "kept" && span.eId === FRONT);
  const textStart = front.reduce((sum, { start, end }) => sum + end - start, 0);
  const { places, length } = axis(document, textStart);
  return {
    seedLength: ledger.length,
    documentLength: length,
    textStart,
    ribbons: ribbonsOf(ledger.spans, places),
    leftOut: ledger.spans.flatMap(({ start, end, fate }) =>
      fate === "boilerplate" || fate === "markup" ? [{ start, end, fate }] : [],
    ),
    ticks: ticksOf(document, places),
  };
}

/** How often the scrape jumps back to text that stands earlier; a date or signature at its end is no jump. */
export function jumps({ ribbons, textStart }: Passage): number {
  const kept = ribbons.filter(({ fate, to }) => fate === "kept" && to.start >= textStart);
  return kept.filter(({ to }, i) => to.start < (kept[i - 1]?.to.start ?? 0)).length;
}

const FEW = 12;

/** Whether so little crosses that a tall drawing would be mostly ground. */
export function isCalm(made: Passage): boolean {
  return jumps(made) === 0 && made.ribbons.length <= FEW;
}

/** What the drawing shows, in a sentence. */
export function passageWords(made: Passage, ledger: Ledger): string {
  const back = jumps(made);
  const order = back === 0 ? "抓取的次序与正文一致" : `抓取的次序是乱的：${back} 处跳回了前文`;
  const repeated = shares(ledger).find(({ fate }) => fate === "duplicate");
  const repeats =
    repeated === undefined || repeated.units === 0 ? "没有重复" : `${grouped(repeated.units)} 个码元是重复`;
  return `${order}；${repeats}。`;
}

const WIDTH = 1000;

function x(offset: number, length: number): number {
  return Math.round((offset / length) * WIDTH * 10) / 10;
}

/** The outline of a ribbon between two bars that are `top` and `bottom` high up on a drawing 1000 wide. */
export function ribbonPath({ from, to }: Ribbon, made: Passage, top: number, bottom: number): string {
  const [a, b] = [x(from.start, made.seedLength), x(from.end, made.seedLength)];
  const [c, d] = [x(to.start, made.documentLength), x(to.end, made.documentLength)];
  const middle = (top + bottom) / 2;
  return `M${a} ${top}C${a} ${middle} ${c} ${middle} ${c} ${bottom}H${d}C${d} ${middle} ${b} ${middle} ${b} ${top}Z`;
}

/** A stretch of the upper bar, as the start and width of a rectangle on a drawing 1000 wide. */
export function stretchOf({ start, end }: Span, length: number): { readonly x: number; readonly width: number } {
  return { x: x(start, length), width: Math.max(0.5, x(end - start, length)) };
}
