/** Tables as GitHub's Markdown writes them: a head, a rule of dashes, a row a line. */

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

const linesOf = (source: string): string[] => source.split(/\r?\n/).filter((text) => text.trim() !== "");

/** The cells of a row; `\|` is a bar inside one. */
function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** Whether a paragraph's source is a table. */
export function isTable(source: string): boolean {
  const [head, rule] = linesOf(source);
  return head !== undefined && rule !== undefined && head.includes("|") && rule.includes("-") && RULE.test(rule);
}

export interface Cell {
  readonly text: string;
  /** Where it begins and ends in the table's source, where a bar in it has a backslash. */
  readonly start: number;
  readonly end: number;
}

/** What is written in the cells of a table, in order. */
export function writtenCells(source: string): Cell[] {
  const lines = Array.from(source.matchAll(/[^\r\n]+/g)).filter(([text]) => text.trim() !== "");
  return lines
    .filter((_, i) => i !== 1)
    .flatMap(({ 0: row, index }) =>
      Array.from(row.matchAll(/(?:\\\||[^|])+/g), ({ 0: cell, index: inRow }): Cell => {
        const start = index + inRow + cell.length - cell.trimStart().length;
        const text = cell.trim();
        return { text: text.replaceAll("\\|", "|"), start, end: start + text.length };
      }),
    )
    .filter(({ text }) => text !== "");
}

/** 列名：值，列名：值。 What has no name stands alone, what has no value is left out. */
function sentence(names: readonly string[], cells: readonly string[]): string {
  const parts = cells.flatMap((cell, i) => (cell === "" ? [] : [names[i] ? `${names[i]}：${cell}` : cell]));
  const joined = parts.map((part, i) => (i < parts.length - 1 && !/[，。；、]$/u.test(part) ? `${part}，` : part));
  const text = joined.join("");
  return text === "" || /[。；！？]$/u.test(text) ? text : `${text}。`;
}

export type ReadTable =
  | { readonly rows: readonly string[]; readonly fault: null }
  | { readonly rows: null; readonly fault: string };

/** The rows of a table as statements that name their columns, so that each can be read, compared and cited alone. */
export function readTable(source: string): ReadTable {
  const [head = "", , ...rows] = linesOf(source);
  const names = cellsOf(head);
  const wide = rows.findIndex((row) => cellsOf(row).length > names.length);
  if (wide >= 0) {
    const count = cellsOf(rows[wide] ?? "").length;
    const fault = `表格第 ${wide + 1} 行有 ${count} 格，表头只有 ${names.length} 格：补齐表头，单元格里的竖线写作 \\|`;
    return { rows: null, fault };
  }
  const sentences = rows.map((row) => sentence(names, cellsOf(row))).filter((text) => text !== "");
  return { rows: sentences.length > 0 ? sentences : [sentence([], names)], fault: null };
}
