import { type Tag, tags } from "../../integrations/portable/markup.ts";
import { escaped } from "../../integrations/portable/page.ts";
import { type Edit, splice } from "../../integrations/portable/splice.ts";

/** What is offered: a file at the root of the build. */
export interface Download {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
}

export interface Fault {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

export type Offered =
  | { readonly html: string; readonly faults: readonly [] }
  | { readonly html: null; readonly faults: readonly Fault[] };

/** In thousands of thousands, with a blank that does not break: 3.4 MB, 870 KB. */
export function sizeName(size: number): string {
  return size < 999_500 ? `${Math.round(size / 1000)}\u00a0KB` : `${(size / 1_000_000).toFixed(1)}\u00a0MB`;
}

/** What stands in a place, by the `data-offline` of the place, given the link. */
const WORDS: ReadonlyMap<string, (link: string) => string> = new Map([
  ["line", (link) => link],
  ["guide", (link) => `${link}，解压后双击 index.html 即可阅读全站，不需联网。`],
]);

/** An element with nothing in it. */
const EMPTY = /^<[^<>]*><\/[^<>]*>$/;

const NO_PLACE = "no hidden element with data-offline, so the page cannot offer the download: give its layout one";

/** Shows the place and puts words into it. */
function filled(html: string, tag: Tag, link: string): readonly Edit[] | Fault {
  const kind = tag.attributes.get("dataOffline")?.value ?? "";
  const [hidden, words] = [tag.attributes.get("hidden"), WORDS.get(kind)];
  const fault = (rule: string, message: string): Fault => ({ offset: tag.start, rule, message });
  if (words === undefined)
    return fault("offer-unknown", `data-offline is “${kind}”: make it ${[...WORDS.keys()].join(" or ")}`);
  if (hidden === undefined || !EMPTY.test(html.slice(tag.start, tag.end)))
    return fault("offer-filled", "the place for the download is not hidden and empty: build the site anew");
  const end = html.lastIndexOf("<", tag.end - 1);
  return [
    { start: html.slice(0, hidden.start).trimEnd().length, end: hidden.end, text: "" },
    { start: end, end, text: words(link) },
  ];
}

/** Offers the download in every place that a built page has for it. */
export function offer(html: string, { file, size }: Download): Offered {
  const page = tags(html);
  // An address from the root of the build, which pages at any depth and the error page know each in their own way.
  const root = page.find(({ name }) => name === "html")?.attributes.get("dataRoot")?.value;
  const places = page.filter(({ attributes }) => attributes.has("dataOffline"));
  if (root === undefined || places.length === 0) {
    const message = root === undefined ? "<html> has no data-root: make the page with astro build" : NO_PLACE;
    return { html: null, faults: [{ offset: 0, rule: "offer-no-place", message }] };
  }
  const address = escaped(`${root}${encodeURIComponent(file)}`);
  const link = `<a href="${address}" download>下载离线版（ZIP，${sizeName(size)}）</a>`;
  const edits: Edit[] = [];
  const faults: Fault[] = [];
  for (const place of places) {
    const outcome = filled(html, place, link);
    if ("rule" in outcome) faults.push(outcome);
    else edits.push(...outcome);
  }
  return faults.length > 0 ? { html: null, faults } : { html: splice(html, edits), faults: [] };
}
