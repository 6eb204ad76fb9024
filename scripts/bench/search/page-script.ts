// What `page.ts` runs in place of `src/browser/search-engine.ts`: the same search, without the elements of a page.
import { openIndexed } from "../../../src/browser/indexed-search.ts";
import { receiveSearchFiles } from "../../../src/browser/search-files.ts";
import type { PageScript } from "./page.ts";

declare const SEARCH_TABLE: string;
declare const ready: (script: PageScript) => void;

receiveSearchFiles();
ready({ open: () => openIndexed(SEARCH_TABLE) });
