import { type Line, partOf } from "../normalize/line.ts";
import type { Misfit } from "../problems/yaml.ts";
import type { Reassembled } from "../reassemble/reassemble.ts";
import type { Piece } from "../structure/draft.ts";
import { sentenceEnds } from "../structure/sentences.ts";
import { noMatch, type Recipe } from "./recipe.ts";

interface Mark {
  readonly before: string;
  readonly path: readonly (string | number)[];
  readonly piece: Piece;
}

function marksOf(recipe: Recipe): Mark[] {
  const gaps = recipe.gaps.map(
    ({ before, level, num, missing }, i): Mark => ({
      before,
      path: ["gaps", i, "before"],
      piece: { type: "gap", level, num, note: missing },
    }),
  );
  const wraps = recipe.wraps.map(
    ({ before, level }, i): Mark => ({
      before,
      path: ["wraps", i, "before"],
      piece: { type: "close", level },
    }),
  );
  return [...gaps, ...wraps];
}

/** Cuts a line before each sentence that a mark points at, and puts the mark there. */
function markLine(l: Line, marks: readonly Mark[], met: Set<Mark>): Piece[] {
  const starts = [0, ...sentenceEnds(l.text.text)];
  const points = starts.flatMap((start) => {
    const mark = marks.find((m) => !met.has(m) && l.text.text.startsWith(m.before, start));
    if (mark) met.add(mark);
    return mark ? [{ start, mark }] : [];
  });
  const edges = [...new Set([0, ...points.map((p) => p.start), l.text.text.length])];
  return edges.slice(1).flatMap((end, i): Piece[] => {
    const start = edges[i] as number;
    const mark = points.find((p) => p.start === start)?.mark;
    const here: Piece = { type: "line", line: partOf(l, start, end) };
    return mark ? [mark.piece, here] : [here];
  });
}

/**
 * The pieces that the structure is built from: front matter taken out, an editor's gaps and closing paragraphs put in.
 * A signature with text before it and no number yet ends the letter.
 */
export function placePieces(parts: Reassembled["parts"], recipe: Recipe): { pieces: Piece[]; misfits: Misfit[] } {
  const marks = marksOf(recipe);
  const met = new Set<Mark>();
  const pieces = parts.flatMap((part): Piece[] =>
    part.type === "front" ? [{ type: "end-of-letter" }] : markLine(part.line, marks, met),
  );
  const unmet = marks.filter((m) => !met.has(m));
  return { pieces, misfits: unmet.map((m) => noMatch(m.path, `正文里没有以“${m.before}”开头的句子`)) };
}
