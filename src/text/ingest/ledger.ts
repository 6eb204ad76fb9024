import type { LedgerSpan, Span } from "../model.ts";
import type { Mapped } from "../normalize/mapped.ts";

/** What befell some units of a seed, before it is a span. */
type Fated = LedgerSpan extends infer S ? (S extends Span ? Omit<S, keyof Span> : never) : never;

const same = (a: Fated, b: Fated): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Paints fates onto the units of a seed; each unit may be painted once. */
export class Painter {
  private readonly raw: string;
  private readonly fates: (Fated | undefined)[];

  constructor(raw: string) {
    this.raw = raw;
    this.fates = new Array<Fated | undefined>(raw.length).fill(undefined);
  }

  /** Throws when a unit already has another fate: two steps of the ingest claim it. */
  paint(units: Mapped, fate: Fated): void {
    for (const offset of units.at) {
      const before = this.fates[offset];
      if (before && !same(before, fate)) {
        throw new Error(`unit ${offset} is both ${JSON.stringify(before)} and ${JSON.stringify(fate)}`);
      }
      this.fates[offset] = fate;
    }
  }

  /** Paints those of the units that nothing else has claimed. */
  paintFree(units: Mapped, fate: Fated): void {
    for (const offset of units.at) this.fates[offset] ??= fate;
  }

  /** Paints those units of a span that nothing else has claimed. */
  paintRest({ start, end }: Span, fate: Fated): void {
    for (let i = start; i < end; i++) if (!this.isBlank(i)) this.fates[i] ??= fate;
  }

  private isBlank(i: number): boolean {
    return /\s|[\u200b\ufeff]/.test(this.raw.charAt(i));
  }

  /** The spans, and the offsets of units that no step accounts for: there must be none. */
  spans(): { readonly spans: LedgerSpan[]; readonly lost: number[] } {
    const lost: number[] = [];
    const spans: LedgerSpan[] = [];
    this.fates.forEach((painted, i) => {
      const fate: Fated = painted ?? { fate: "space" };
      if (!painted && !this.isBlank(i)) lost.push(i);
      const last = spans.at(-1);
      const { start, end, ...before } = last ?? { start: 0, end: 0, fate: "space" };
      if (last && same(before as Fated, fate)) spans[spans.length - 1] = { ...last, end: i + 1 };
      else spans.push({ start: i, end: i + 1, ...fate } as LedgerSpan);
    });
    return { spans, lost };
  }
}
