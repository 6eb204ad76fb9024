import { findAll, joined } from "../text/search/find.ts";
import { foldForSearch } from "../text/search/fold.ts";
import { readQuery } from "../text/search/query.ts";
import { searchSession } from "./search-session.ts";

/** A stretch of text that is read in one go, and the nodes that it stands in. */
interface Passage {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** A place where a term stands: a range for each node that has a part of it. */
type Place = readonly Range[];

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

function placeOf({ nodes }: Passage, start: number, end: number): Place {
  return nodes.flatMap(({ node, start: offset }) => {
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, node.length)];
    if (from >= to) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}

const isSame = (a: Place, b: Place): boolean =>
  a.length === b.length &&
  a.every((range, i) => range.startContainer === b[i]?.startContainer && range.startOffset === b[i]?.startOffset);

function byStart([a]: Place, [b]: Place): number {
  return a && b ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
}

/** Where the terms stand in the page, in either script, in the order of the page. */
function found(terms: readonly string[], alike: ReadonlyMap<string, string>): readonly Place[] {
  // A word that differs between the scripts stands twice, and one of the two is shown.
  const all = [".simplified", ".as-printed"].flatMap((other) => passages(`${other}, .hidden`));
  const places = all.flatMap((one) => {
    const folded = foldForSearch(one.text, alike);
    const spans = joined(terms.flatMap((term) => findAll(one.text, folded, term)));
    return spans.map(({ start, end }) => placeOf(one, start, end));
  });
  const sorted = places.toSorted(byStart);
  return sorted.filter((place, i) => i === 0 || !isSame(place, sorted[i - 1] ?? []));
}

/** Of a place in both scripts, the part in one of them is hidden; of a place in the hidden script, all that differs. */
const isShown = (place: Place): boolean => place.every((range) => range.getClientRects().length > 0);

function target(): Element | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // An address with a lone % leads to no place.
    return null;
  }
}

/** `<found-marks>`: marks what a search found in a page that it led to, and goes from one place to the next. */
export class FoundMarks extends HTMLElement {
  #places: readonly Place[] = [];
  #at = 0;

  connectedCallback(): void {
    this.querySelector("[data-next]")?.addEventListener("click", () => this.#go(1));
    this.querySelector("[data-previous]")?.addEventListener("click", () => this.#go(-1));
    this.querySelector("[data-end]")?.addEventListener("click", () => this.#end());
    const typed = new URLSearchParams(location.search).get("find") ?? "";
    if (typed.trim() === "" || !("highlights" in CSS)) return;
    this.#begin(typed).catch(() => {
      this.hidden = false;
      this.#say("搜索用的文件缺失或损坏，不能标出结果");
    });
  }

  async #begin(typed: string): Promise<void> {
    const { alike } = await searchSession();
    this.#places = found(readQuery(typed, alike).terms, alike);
    CSS.highlights.set("found", new Highlight(...this.#places.flat()));
    const led = target();
    const at = this.#shown().findIndex((place) => led !== null && place.some((range) => range.intersectsNode(led)));
    this.#at = Math.max(0, at);
    this.hidden = false;
    this.#mark();
  }

  #shown(): readonly Place[] {
    return this.#places.filter(isShown);
  }

  #go(step: number): void {
    const count = this.#shown().length;
    if (count === 0) return;
    this.#at = (this.#at + step + count) % count;
    this.#mark()?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** Marks the current place apart; its element. */
  #mark(): Element | null {
    const shown = this.#shown();
    const current = shown[this.#at] ?? [];
    CSS.highlights.set("found-here", new Highlight(...current));
    this.#say(shown.length === 0 ? "本页没有标出之处" : `${this.#at + 1} / ${shown.length} 处`);
    return current[0]?.startContainer.parentElement ?? null;
  }

  #say(words: string): void {
    const place = this.querySelector("[data-count]");
    if (place !== null) place.textContent = words;
  }

  #end(): void {
    const here = this.#mark();
    CSS.highlights.delete("found");
    CSS.highlights.delete("found-here");
    this.hidden = true;
    // The button is gone: who came by the keyboard goes on from the place that was marked.
    if (here instanceof HTMLElement) {
      here.tabIndex = -1;
      here.focus({ preventScroll: true });
    }
    const rest = new URLSearchParams(location.search);
    rest.delete("find");
    const query = rest.size === 0 ? "" : `?${rest}`;
    try {
      history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    } catch {
      // A browser that forbids it to a folder: the marks are gone all the same.
    }
  }
}

customElements.define("found-marks", FoundMarks);
