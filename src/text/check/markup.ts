import type { Nodes } from "mdast";
import { nameOf } from "../markdown/names.ts";
import { around, type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

/** Signs of markup that stand in the text itself. */
const LEFT_OVER: readonly (readonly [what: string, form: RegExp])[] = [
  ["HTML 标记", /<\/?[a-z][^<>]*>/giu],
  ["HTML 实体", /&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);/giu],
  ["没有成对的星号", /\*\*|(?<=\p{Script=Han})\*|\*(?=\p{Script=Han})/gu],
  ["写坏的链接", /\]\(/gu],
  ["多余的反斜杠", /\\/gu],
  ["没有空格的标题号", /^#{1,6}(?=[^#\s])/gmu],
  ["表格", /^\|.+\|[ \t]*$/gmu],
];

function vanishing(node: Nodes): Fault {
  const offset = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? offset + 1;
  const remedy = node.type === "strong" ? "粗体只用在段首作小标题：去掉星号" : "文件里只留文字：去掉标记";
  return warning("markup-leftover", offset, `${nameOf(node)}：${remedy}`, { end });
}

/** What is left of HTML and Markdown where there should be text alone. */
export function leftMarkup({ passages }: Sheet): Fault[] {
  return passages.flatMap(({ text: { text, at }, marked }) => {
    const nodes = marked.map(vanishing);
    const covered = (offset: number): boolean => nodes.some((n) => offset >= n.offset && offset < n.end);
    const found = LEFT_OVER.flatMap(([what, form]) =>
      Array.from(text.matchAll(form), ({ index, 0: sign }) => {
        const message = `“${around(text, index)}”里有${what}“${sign.slice(0, 20)}”：删去，或换成它所代表的文字`;
        return warning("markup-leftover", at[index] ?? 0, message);
      }),
    );
    return [...nodes, ...found.filter(({ offset }) => !covered(offset))];
  });
}
