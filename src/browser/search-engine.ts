// The script that a page loads when its reader first searches. `src/integrations/search` makes it.
import "./found-marks.ts";
import { openIndexed } from "./indexed-search.ts";
import { receiveSearchFiles } from "./search-files.ts";
import "./search-panel.ts";
import { openSearchWith } from "./search-session.ts";

/** The name of the file that all searches begin with. */
declare const SEARCH_TABLE: string;

receiveSearchFiles();
openSearchWith(() => openIndexed(SEARCH_TABLE));
