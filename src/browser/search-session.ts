import type { OpenedSearch } from "./indexed-search.ts";

type Open = () => Promise<OpenedSearch>;

let say: (open: Open) => void;
/** Elements of a page come to life before the script that defines them has ended. */
const said = new Promise<Open>((resolve) => {
  say = resolve;
});
let opened: Promise<OpenedSearch> | null = null;

/** Says how the search of this page is opened. */
export function openSearchWith(open: Open): void {
  say(open);
}

/** The search of this page, opened when it is first asked for; asked again after it failed, it is tried again. */
export function searchSession(): Promise<OpenedSearch> {
  opened ??= said.then((open) => open());
  opened.catch(() => {
    opened = null;
  });
  return opened;
}
