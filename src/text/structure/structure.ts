import type { Reading } from "../normalize/fold.ts";
import { build } from "./build.ts";
import { type Content, type Draft, isDraft, type Piece } from "./draft.ts";
import { type Finished, finish } from "./finish.ts";
import { markMissingNumbers } from "./gaps.ts";
import { segment } from "./segment.ts";
import { settleTitles } from "./titles.ts";

/** Lines of a document, in order, become its provisions. */
export function structure(pieces: readonly Piece[], reading: Reading): Finished {
  const segmented = pieces.flatMap((piece): Piece[] =>
    piece.type === "line" ? segment(piece.line).map((line) => ({ type: "line", line })) : [piece],
  );
  const content: Content[] = markMissingNumbers(settleTitles(build(segmented)));
  return finish(
    content.filter((c): c is Draft => isDraft(c)),
    reading,
  );
}
