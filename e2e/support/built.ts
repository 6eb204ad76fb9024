import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { dist, unzipped } from "./unzip.ts";

/** The address of the unzipped download, as tests are told it. */
export const FOLDER = "file:";

export interface Site {
  /** The address of a page, `documents/2016-guide/` say, with its query and fragment. */
  url(page: string): string;
  /** A file of public data, read from the build. */
  data<T>(name: string): T;
  /** What the build wrote for a page. */
  html(page: string): string;
}

function fileUrl(page: string): string {
  const [, file = "", rest = ""] = /^([^?#]*)(.*)$/.exec(page) ?? [];
  const named = file === "" || file.endsWith("/") ? `${file}index.html` : file;
  return `${pathToFileURL(path.join(unzipped, named)).href}${rest}`;
}

/** The site under an address, or in the folder of the unzipped download. */
export function siteAt(address: string): Site {
  return {
    url: (page) => (address === FOLDER ? fileUrl(page) : new URL(page, address).href),
    data: (name) => JSON.parse(readFileSync(path.join(dist, "data", name), "utf8")),
    html: (page) => readFileSync(path.join(dist, page, "index.html"), "utf8"),
  };
}

/** What every address of the site begins with. */
export function homeOf(site: Site): string {
  return site.url("").replace(/index\.html$/, "");
}
