/**
 * The address of a file of the site, from whatever page asks. The build tells each page where its root is; without it the
 * site is under development, and has no `index.html` to name.
 */
export function fileAddress(path: string): string {
  return new URL(`${document.documentElement.dataset["root"] ?? "/"}${path}`, document.baseURI).href;
}

/** The address of a page, `themes/green/` say. */
export function pageAddress(path: string): string {
  return fileAddress(document.documentElement.dataset["root"] === undefined ? path : `${path}index.html`);
}
