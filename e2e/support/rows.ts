import type { Page } from "@playwright/test";

/** A row of a comparison as a person reads it. */
export interface ReadRow {
  readonly id: string;
  /** 原文沿用, 改写 …; empty for text that nobody judged. */
  readonly standing: string;
  readonly origin: string;
  readonly link: string;
  readonly cells: readonly { readonly side: string; readonly eId: string; readonly text: string }[];
  readonly shown: boolean;
}

export function readRows(page: Page): Promise<ReadRow[]> {
  return page.locator(".row").evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.id,
      standing: row.querySelector(".standing")?.textContent ?? "",
      origin: row.querySelector(".origin")?.textContent ?? "",
      link: row.querySelector(".row-link")?.getAttribute("href") ?? "",
      cells: Array.from(row.querySelectorAll<HTMLElement>("[data-side]"), (cell) => ({
        side: cell.dataset["side"] ?? "",
        eId: cell.dataset["eid"] ?? "",
        text: cell.textContent ?? "",
      })),
      shown: row.getClientRects().length > 0,
    })),
  );
}

/** The row's clause on one side, or "" where it has none. */
export function eIdOn({ cells }: ReadRow, side: string): string {
  return cells.find((cell) => cell.side === side)?.eId ?? "";
}
