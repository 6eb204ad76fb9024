import { Faults } from "./faults.ts";
import { locate, relative, type Site, toRoot } from "./locate.ts";

/** Hosts show this page at the address that was asked for, at any depth, so nothing relative holds in it. */
const ERROR_PAGE = "404.html";

/** Makes the addresses of a build relative, and takes down those that lead nowhere. */
export class Rewriter {
  links = 0;
  readonly missing = new Faults(
    "Addresses in the build that lead nowhere",
    "Correct the addresses, or what they should lead to.",
  );
  readonly #site: Site;
  readonly #host: string | undefined;

  constructor(site: Site, host: string | undefined) {
    this.#site = site;
    this.#host = host;
  }

  /** The root of the build as a whole address, for the page whose addresses are whole. */
  hostFor(file: string): string | undefined {
    return file === ERROR_PAGE ? this.#host?.replace(/\/?$/, "/") : undefined;
  }

  to(from: string, file: string): string {
    const host = this.hostFor(from);
    return host === undefined ? relative(from, file) : new URL(encodeURI(file), host).href;
  }

  rootFor(file: string): string {
    return this.hostFor(file) ?? toRoot(file);
  }

  rewrite(written: string, from: string): string {
    const located = locate(written, from, this.#site);
    if (located.where === "nowhere") this.missing.add(`${written} ${located.why}`, from);
    if (located.where !== "here") return written;
    this.links += 1;
    const fragment = located.fragment === null ? "" : `#${located.fragment}`;
    const samePage = located.file === from && fragment !== "" && located.query === "";
    return samePage ? fragment : `${this.to(from, located.file)}${located.query}${fragment}`;
  }
}
