import { locate, relative, type Site, toRoot } from "./locate.ts";
import { Missing } from "./missing.ts";

/** Hosts show this page at the address that was asked for, at any depth, so nothing relative holds in it. */
const ERROR_PAGE = "404.html";

/** Makes the addresses of a build relative, and takes down those that lead nowhere. */
export class Rewriter {
  links = 0;
  readonly missing = new Missing();
  readonly #site: Site;
  readonly #host: string | undefined;

  constructor(site: Site, host: string | undefined) {
    this.#site = site;
    this.#host = host;
  }

  to(from: string, file: string): string {
    if (from === ERROR_PAGE && this.#host !== undefined) return new URL(encodeURI(file), this.rootFor(from)).href;
    return relative(from, file);
  }

  rootFor(file: string): string {
    return file === ERROR_PAGE && this.#host !== undefined ? this.#host.replace(/\/?$/, "/") : toRoot(file);
  }

  rewrite(written: string, from: string): string {
    const located = locate(written, from, this.#site);
    if (located.where === "nowhere") this.missing.add(written, located.why, from);
    if (located.where !== "here") return written;
    this.links += 1;
    const fragment = located.fragment === null ? "" : `#${located.fragment}`;
    const samePage = located.file === from && fragment !== "" && located.query === "";
    return samePage ? fragment : `${this.to(from, located.file)}${located.query}${fragment}`;
  }
}
