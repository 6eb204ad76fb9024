import type { Stock } from "./flow.ts";
import { type Box, boxOf, type Note, openNote, type Setting } from "./flow-drawing.ts";
import type { LaidStock } from "./flow-layout.ts";
import { middleOf, xy } from "./flow-paths.ts";

/** One half of a document: where its text comes from, or what became of it. */
export interface Half {
  readonly side: "before" | "behind";
  readonly whole: Box;
  readonly open: Box | null;
  readonly note: Note | null;
}

/** Whether nobody is before a document, and nobody behind it. */
export interface Ends {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function words(side: Half["side"], { clauses, fresh, dropped }: Stock, upright: boolean, isFirst: boolean): string {
  if (side === "behind") return dropped > 0 ? `未再提及${dropped}` : "";
  const parts = [upright ? `${clauses}句` : "", fresh > 0 && !isFirst ? `新增${fresh}` : ""];
  return parts.filter((part) => part !== "").join("，");
}

/** The halves of a document. The first has nobody before it and the last nobody behind: only a number stands there. */
export function halvesOf(setting: Setting, column: number, stock: LaidStock, counts: Stock, ends: Ends): Half[] {
  const { course } = setting;
  return (["before", "behind"] as const).flatMap((side): Half[] => {
    const behind = side === "behind";
    const absent = behind ? ends.isLast : ends.isFirst;
    if (absent && (behind || !course.upright)) return [];
    const open = behind ? stock.dropped : stock.fresh;
    const text = words(side, counts, course.upright, ends.isFirst);
    const from = absent ? { ...open, start: stock.dropped.start } : open;
    const note = text === "" ? null : openNote(setting, column, from, behind, text);
    const [near, far] = behind ? ([1, course.half] as const) : ([-course.half, -1] as const);
    const box = (stretch: typeof open): Box => boxOf(course, column, stretch, near, far);
    return [
      {
        side,
        note,
        whole: box(absent ? { start: 0, length: 0 } : stock),
        open: absent || open.length === 0 ? null : box(open),
      },
    ];
  });
}

export interface Name {
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
  readonly y: number;
}

/** About as wide as one character of a name; digits and Latin letters take half. */
const LETTER = 15;

const widthOf = (name: string): number => LETTER * (name.length - (name.match(/[ -~]/g)?.length ?? 0) / 2);

/** Where a document's name stands: above it, or on a narrow page beside it, and as far out as there is room. */
export function nameOf(
  { course, width }: Setting,
  column: number,
  stock: LaidStock,
  name: string,
  { isFirst, isLast }: Ends,
): Name {
  const along = middleOf(course, column);
  if (!course.upright) {
    const [x, y] = xy(course, { along, across: stock.start - 30 });
    return { x, y, anchor: isFirst ? "start" : isLast ? "end" : "middle" };
  }
  const [x, y] = xy(course, { along, across: stock.start + stock.length + 8 });
  const fits = x + widthOf(name) <= width;
  return fits ? { x, y, anchor: "start" } : { x: width, y, anchor: "end" };
}
