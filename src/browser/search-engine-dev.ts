// What a page under development loads in place of `search-engine.ts`.
import "./found-marks.ts";
import { openScanned } from "./scanned-search.ts";
import "./search-panel.ts";
import { openSearchWith } from "./search-session.ts";

openSearchWith(openScanned);
