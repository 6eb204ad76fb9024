import type { ProvisionKind } from "../model.ts";
import { type Line, partOf } from "../normalize/line.ts";
import { slice } from "../normalize/mapped.ts";
import { type Content, type Draft, draft, isDraft, type Piece } from "./draft.ts";
import { dashLength, numberValue, RANK, readMarker } from "./marker.ts";
import { titleSpan } from "./segment.ts";
import { runInTitle } from "./title.ts";

const ROOT_RANK = -1;

/** A box holds items and stands in whatever outranks them; an item after a dash nests in whatever is open. */
function rank(kind: ProvisionKind): number {
  if (kind === "box") return (RANK.get("item") as number) - 0.5;
  return kind === "dash" ? DASH_RANK : (RANK.get(kind) ?? ROOT_RANK);
}
const DASH_RANK = 100;

interface Open {
  readonly draft: Draft;
  readonly rank: number;
}

/** The measure that most of the page is set to: the median. */
function pageMeasure(pieces: readonly Piece[]): number | null {
  const known = pieces.flatMap((p) => (p.type === "line" && p.line.layout ? [p.line.layout.measure] : []));
  return known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? null;
}

/** Less may be a matter of half-width signs and of lines that a sign may not begin. */
const OTHER_MEASURE = 0.75;

/** Whom a letter speaks to, run together with its first sentence: 各省、自治区…，有关企业： */
const ADDRESSEES = /^[各省国國有][^。；;]{3,300}?[：:](?=.)/u;

function setOffAddressees(c: Content): Content[] {
  const length = isDraft(c) ? 0 : (ADDRESSEES.exec(c.text.text)?.[0].length ?? 0);
  return isDraft(c) || length === 0 ? [c] : [partOf(c, 0, length), partOf(c, length)];
}

class Builder {
  private readonly root = draft("preamble");
  private stack: Open[] = [{ draft: this.root, rank: ROOT_RANK }];
  private letter: Draft | null = null;
  private readonly page: number | null;

  constructor(page: number | null) {
    this.page = page;
  }

  private get top(): Open {
    return this.stack.at(-1) as Open;
  }

  private popTo(limit: number): void {
    while (this.stack.length > 1 && this.top.rank >= limit) this.stack.pop();
  }

  private open(child: Draft, childRank: number): void {
    this.top.draft.content.push(child);
    this.stack.push({ draft: child, rank: childRank });
  }

  add(piece: Piece): void {
    if (piece.type === "line") this.line(piece.line);
    else if (piece.type === "end-of-letter") this.endLetter();
    else this.breakAt(piece);
  }

  private endLetter(): void {
    if (this.letter || this.stack.length > 1 || this.root.content.length === 0) return;
    this.letter = draft("preface");
    this.letter.content.push(...this.root.content.splice(0).flatMap(setOffAddressees));
  }

  private breakAt(piece: Extract<Piece, { type: "gap" | "close" }>): void {
    const level = rank(piece.level);
    this.popTo(level);
    if (piece.type === "close") return;
    const numeral = piece.num === null ? "" : piece.num.replace(/[^\p{Script=Han}\d①-⑳]/gu, "");
    const value = numeral === "" ? null : numberValue(numeral);
    this.open(draft("gap", { num: piece.num, value, note: piece.note }), level);
  }

  private line(l: Line): void {
    const marker = readMarker(l.text.text);
    if (marker) this.numbered(l, marker.kind, marker.num, marker.value);
    else if (dashLength(l.text.text) > 0) this.dash(l);
    else {
      if (this.leavesBox(l)) this.stack.pop();
      this.text(l);
    }
  }

  /** A box may be set to a measure of its own: a paragraph that is set to the page's, as none in the box is, has left. */
  private leavesBox({ layout }: Line): boolean {
    const { kind, content } = this.top.draft;
    const own = content.flatMap((c) => (isDraft(c) || c.layout === null ? [] : [c.layout.measure]));
    if (kind !== "box" || layout === null || layout.continued || this.page === null || own.length === 0) return false;
    const distance = Math.min(...own.map((m) => Math.abs(m - layout.measure)));
    return distance >= OTHER_MEASURE && Math.abs(this.page - layout.measure) < distance;
  }

  private text(l: Line): void {
    if (this.top.draft.kind === "dash") this.stack.pop();
    this.push(l, 0);
  }

  /** What remains of a line behind `from` is a paragraph of the innermost open provision. */
  private push(l: Line, from: number): void {
    if (from >= l.text.text.length) return;
    this.top.draft.content.push(partOf(l, from));
  }

  private numbered(l: Line, kind: ProvisionKind, num: string, value: number): void {
    const at = titleSpan(l) as NonNullable<ReturnType<typeof titleSpan>>;
    const heading = l.text.text.slice(at.num, at.title) || null;
    const stop = l.text.text.slice(at.title, at.stop);
    this.popTo(rank(kind));
    this.open(draft(kind, { num, value, heading, stop, title: slice(l.text, 0, at.stop) }), rank(kind));
    this.push(l, at.stop);
  }

  private dash(l: Line): void {
    this.popTo(DASH_RANK);
    const bullet = dashLength(l.text.text);
    const rest = l.text.text.slice(bullet);
    const title = runInTitle(rest) ?? { length: 0, stop: 0 };
    const end = bullet + title.length + title.stop;
    const heading = rest.slice(0, title.length) || null;
    const parts = { heading, stop: l.text.text.slice(bullet + title.length, end), title: slice(l.text, bullet, end) };
    this.open(draft("dash", { ...parts, bullet: slice(l.text, 0, bullet) }), DASH_RANK);
    this.push(l, end);
  }

  finish(): Draft[] {
    const firstChild = this.root.content.findIndex(isDraft);
    const lead: Content[] = this.root.content.splice(0, firstChild < 0 ? this.root.content.length : firstChild);
    const preamble = draft("preamble");
    preamble.content.push(...lead);
    const children = this.root.content.filter(isDraft);
    return [...(this.letter ? [this.letter] : []), ...(lead.length > 0 ? [preamble] : []), ...children];
  }
}

/** Pieces in document order become the tree that their numbers describe. */
export function build(pieces: readonly Piece[]): Draft[] {
  const builder = new Builder(pageMeasure(pieces));
  for (const piece of pieces) builder.add(piece);
  return builder.finish();
}
