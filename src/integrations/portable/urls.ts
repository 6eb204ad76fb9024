import path from "node:path/posix";

/** The built site, as paths from its root with forward slashes. */
export interface Site {
  readonly files: ReadonlySet<string>;
}

/** A URL of this site that leads nowhere. */
export class DanglingUrl extends Error {}

const FOREIGN = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

interface Parts {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

function split(url: string): Parts {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/su.exec(url) ?? [];
  return { path, query, fragment };
}

/** The file that a path of the site names: itself, its index.html, or the page without its extension. */
function resolve(target: string, { files }: Site): string {
  const found = [target, path.join(target, "index.html"), `${target.replace(/\/$/, "")}.html`].find((file) =>
    files.has(file),
  );
  if (found === undefined) throw new DanglingUrl(`/${target}`);
  return found;
}

/**
 * The file that `url`, standing in the file `from`, names, with its query and fragment; null for one that leads off the
 * site. Throws `DanglingUrl`.
 */
export function follow(from: string, url: string, site: Site): (Parts & { readonly file: string }) | null {
  if (FOREIGN.test(url)) return null;
  const parts = split(url);
  if (parts.path === "") return { ...parts, file: from };
  const decoded = decodeURIComponent(parts.path);
  const target = decoded.startsWith("/") ? decoded.slice(1) : path.join(path.dirname(from), decoded);
  return { ...parts, file: resolve(path.normalize(target).replace(/^\.\/?$/, ""), site) };
}

/** `url` as it works on any host, under any path and from a folder: relative to `from`, naming a file. */
export function relativeUrl(from: string, url: string, site: Site): string {
  const followed = follow(from, url, site);
  if (followed === null || followed.path === "") return url;
  const relative = path.relative(path.dirname(from), followed.file);
  const encoded = relative.split("/").map(encodeURIComponent).join("/");
  return `${encoded.startsWith(".") ? "" : "./"}${encoded}${followed.query}${followed.fragment}`;
}

const CSS_URL = /url\(\s*(["']?)([^"')]+)\1\s*\)/gu;

/** A style sheet or style attribute with its URLs made relative to the file that holds it. */
export function relativeCss(from: string, css: string, site: Site): string {
  return css.replace(
    CSS_URL,
    (_, quote: string, url: string) => `url(${quote}${relativeUrl(from, url, site)}${quote})`,
  );
}
