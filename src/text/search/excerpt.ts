import type { Span } from "../model.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** How many characters come before the first mark at least, if there are as many. */
const LEAD = 24;
const LENGTH = 110;
const STOP = /[。；！？，、：]/;

/** Not in the middle of a word: at the last stop before, if one is near. */
function begin(text: string, mark: number): number {
  if (mark <= LEAD) return 0;
  for (let i = mark - LEAD; i > Math.max(0, mark - 2 * LEAD); i -= 1) if (STOP.test(text.charAt(i - 1))) return i;
  return mark - LEAD;
}

function cut(text: string, { start, end }: Span, marks: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const mark of marks) {
    const [a, b] = [Math.max(mark.start, from), Math.min(mark.end, end)];
    if (a >= b) continue;
    if (a > from) pieces.push({ text: text.slice(from, a), marked: false });
    pieces.push({ text: text.slice(a, b), marked: true });
    from = b;
  }
  if (from < end) pieces.push({ text: text.slice(from, end), marked: false });
  return pieces;
}

/** The mark from which on a window of `length` characters shows the most marks. */
function densest(marks: readonly Span[], length: number): Span | undefined {
  const shown = (from: Span): number =>
    marks.filter(({ start, end }) => start >= from.start && end <= from.start + length).length;
  return marks.reduce<Span | undefined>((best, one) => (best && shown(best) >= shown(one) ? best : one), undefined);
}

/** Never between the halves of a pair of surrogates. */
const whole = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) ? Math.min(offset + 1, text.length) : offset;

/**
 * About `length` characters of a line, marked, around `first` or else where the marks are densest; … stands for what is
 * left out.
 */
export function excerpt(
  text: string,
  marks: readonly Span[],
  first = densest(marks, LENGTH - LEAD),
  length = LENGTH,
): readonly Piece[] {
  const start = whole(text, begin(text, first?.start ?? 0));
  const end = whole(text, Math.min(text.length, Math.max(start + length, first?.end ?? 0)));
  const dots = { text: "…", marked: false };
  return [...(start > 0 ? [dots] : []), ...cut(text, { start, end }, marks), ...(end < text.length ? [dots] : [])];
}
