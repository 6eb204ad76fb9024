import type { OpenedSearch } from "./indexed-search.ts";

type Open = () => Promise<OpenedSearch>;

let open: Open | null = null;
let opened: Promise<OpenedSearch> | null = null;

/** Says how the search of this page is opened. */
export function openSearchWith(opening: Open): void {
  open = opening;
}

/** The search of this page, opened when it is first asked for; asked again after it failed, it is tried again. */
export function searchSession(): Promise<OpenedSearch> {
  if (open === null) throw new Error("nothing opens the search of this page");
  opened ??= open();
  opened.catch(() => {
    opened = null;
  });
  return opened;
}
