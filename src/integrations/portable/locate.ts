/** The files of a build, by their paths from its root, parted by `/`; the ids of each that is a page. */
export interface Site {
  readonly files: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

export type Located =
  /** Another site, or no place at all, such as mailto: and data:. */
  | { readonly where: "elsewhere" }
  | { readonly where: "here"; readonly file: string; readonly query: string; readonly fragment: string | null }
  | { readonly where: "nowhere"; readonly why: string };

/** Stands for whatever host the build will be put on. */
const ROOT = new URL("https://portable.invalid/");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file that a host sends for a path; it may be a folder's page, with or without the slash at the end. */
function fileAt(path: string, files: ReadonlySet<string>): string | null {
  const folder = path === "" || path.endsWith("/") ? path : `${path}/`;
  const candidates = folder === path ? [] : [path];
  return [...candidates, `${folder}index.html`].find((file) => files.has(file)) ?? null;
}

/** Whether a browser finds a place for the fragment. The empty one and `top` mean the top of any page. */
function leadsSomewhere(fragment: string, ids: ReadonlySet<string> | undefined): boolean {
  const [id = ""] = decoded(fragment).split(":~:");
  return ids === undefined || id === "" || id.toLowerCase() === "top" || ids.has(id);
}

/** What an address that stands in `file` leads to. */
export function locate(written: string, file: string, site: Site): Located {
  const base = new URL(encodeURI(file), ROOT);
  if (!URL.canParse(written, base.href)) return { where: "nowhere", why: "is no address" };
  const url = new URL(written, base);
  if (url.origin !== ROOT.origin) return { where: "elsewhere" };
  const found = fileAt(decoded(url.pathname.slice(1)), site.files);
  if (found === null) return { where: "nowhere", why: "is no file of the build" };
  const fragment = url.hash === "" && !written.endsWith("#") ? null : url.hash.slice(1);
  if (fragment !== null && !leadsSomewhere(fragment, site.ids.get(found)))
    return { where: "nowhere", why: `has no place in ${found}` };
  return { where: "here", file: found, query: url.search, fragment };
}

/** The way from one file to another, as an address. */
export function relative(from: string, to: string): string {
  const start = from.split("/").slice(0, -1);
  const end = to.split("/");
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared += 1;
  const up = start.slice(shared).map(() => "..");
  return [...up, ...end.slice(shared).map(encodeURIComponent)].join("/");
}

/** The way from a file to the root of the build: what to put before a path from there. */
export function toRoot(from: string): string {
  return "../".repeat(from.split("/").length - 1) || "./";
}
