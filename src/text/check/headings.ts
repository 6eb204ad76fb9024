import { allProvisions } from "../structure/outline.ts";
import { error, type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

const SIGN = "#";
const FIRST = 2;

/** A heading that skips a level, such as #### under ##. */
export function headingDepths({ passages }: Sheet): Fault[] {
  let above = FIRST - 1;
  return passages.flatMap(({ depth, text }): Fault[] => {
    if (depth === null) return [];
    const allowed = above + 1;
    above = depth;
    const place = text.at[0] ?? 0;
    const offset = place - depth - 1;
    if (depth < FIRST)
      return [error("heading-depth", offset, "标题用了一个 #，那是文件名的一级：改成 ##，其下各级依次加一个 #")];
    if (depth <= allowed) return [];
    const message = `标题用了 ${SIGN.repeat(depth)}，此处最多 ${SIGN.repeat(allowed)}：一级一级往下写`;
    return [error("heading-depth", offset, message)];
  });
}

/** A number or a heading with nothing below it. */
export function emptyProvisions({ provisions, places }: Sheet): Fault[] {
  return allProvisions(provisions)
    .filter(({ kind, paragraphs, children }) => kind !== "gap" && paragraphs.length === 0 && children.length === 0)
    .map(({ eId, num, heading }) => {
      const message = `“${num ?? ""}${heading ?? ""}”下面没有内容：补上正文；原文就缺的，在下面写 :::gap{missing="…"}`;
      return warning("provision-empty", places.get(eId) ?? 0, message);
    });
}
