type Cell = string | number | null;

function quoted(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table by RFC 4180. The mark in front tells spreadsheets that it is UTF-8, or they garble Chinese. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
}

export function csvResponse(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/csv; charset=utf-8" } });
}
