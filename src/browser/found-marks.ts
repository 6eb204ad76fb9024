import { findAll, joined } from "../text/search/find.ts";
import { foldForSearch } from "../text/search/fold.ts";
import { readQuery } from "../text/search/query.ts";
import { searchSession } from "./search-session.ts";

/** A stretch of text that is read in one go, and the nodes that it stands in. */
interface Passage {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** Elements whose text is one passage: what a record of the search is made of. */
const PASSAGES = ".text p, .text .heading, .text .gap-note, h1, .document-kicker, .facts dd";

function passage(element: Element, skipped: string): Passage {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(skipped)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/** A heading that runs on into its paragraph is read with it. */
function passages(skipped: string): readonly Passage[] {
  const own = Array.from(document.querySelectorAll(PASSAGES)).filter((one) => !one.closest(".runs-on, .margin"));
  const run = Array.from(document.querySelectorAll(".text .runs-on"));
  return [...own, ...run].map((element) => passage(element, skipped));
}

function rangeOf({ nodes }: Passage, start: number, end: number): Range {
  const range = document.createRange();
  const from = nodes.findLast((one) => one.start <= start);
  const to = nodes.findLast((one) => one.start < end);
  if (from) range.setStart(from.node, start - from.start);
  if (to) range.setEnd(to.node, end - to.start);
  return range;
}

const isSame = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset;

/** Where the terms stand in the page, in either script, in the order of the page. */
function found(terms: readonly string[], alike: ReadonlyMap<string, string>): readonly Range[] {
  // A word that differs between the scripts stands twice, and one of the two is shown.
  const all = [".simplified", ".as-printed"].flatMap((other) => passages(`${other}, .hidden`));
  const ranges = all.flatMap((one) => {
    const folded = foldForSearch(one.text, alike);
    const spans = joined(terms.flatMap((term) => findAll(one.text, folded, term)));
    return spans.map(({ start, end }) => rangeOf(one, start, end));
  });
  const sorted = ranges.toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return sorted.filter((range, i) => i === 0 || !isSame(range, sorted[i - 1] as Range));
}

const isShown = (range: Range): boolean => range.getClientRects().length > 0;

/** `<found-marks>`: marks what a search found in a page that it led to, and goes from one place to the next. */
export class FoundMarks extends HTMLElement {
  #ranges: readonly Range[] = [];
  #at = 0;

  connectedCallback(): void {
    this.querySelector("[data-next]")?.addEventListener("click", () => this.#go(1));
    this.querySelector("[data-previous]")?.addEventListener("click", () => this.#go(-1));
    this.querySelector("[data-end]")?.addEventListener("click", () => this.#end());
    void this.#begin(new URLSearchParams(location.search).get("find") ?? "");
  }

  async #begin(typed: string): Promise<void> {
    if (typed === "" || !("highlights" in CSS)) return;
    const { alike } = await searchSession();
    const { terms } = readQuery(typed, alike);
    this.#ranges = found(terms, alike);
    CSS.highlights.set("found", new Highlight(...this.#ranges));
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const shown = this.#shown();
    this.#at =
      target === null
        ? 0
        : Math.max(
            0,
            shown.findIndex((range) => range.intersectsNode(target)),
          );
    this.hidden = false;
    this.#mark();
  }

  /** The script switch hides one of each two. */
  #shown(): readonly Range[] {
    return this.#ranges.filter(isShown);
  }

  #go(step: number): void {
    const count = this.#shown().length;
    if (count === 0) return;
    this.#at = (this.#at + step + count) % count;
    const element = this.#mark()?.startContainer.parentElement;
    element?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  #mark(): Range | undefined {
    const shown = this.#shown();
    const current = shown[this.#at];
    CSS.highlights.set("found-here", new Highlight(...(current === undefined ? [] : [current])));
    const place = this.querySelector("[data-count]");
    if (place !== null)
      place.textContent = shown.length === 0 ? "本页没有标出之处" : `${this.#at + 1} / ${shown.length} 处`;
    return current;
  }

  #end(): void {
    CSS.highlights.delete("found");
    CSS.highlights.delete("found-here");
    this.hidden = true;
    try {
      const rest = new URLSearchParams(location.search);
      rest.delete("find");
      const query = rest.toString();
      history.replaceState(history.state, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
    } catch {
      // A browser that forbids it to a folder: the marks are gone all the same.
    }
  }
}

customElements.define("found-marks", FoundMarks);
