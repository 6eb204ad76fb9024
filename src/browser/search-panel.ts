import { type Choice, type Chosen, choose } from "../text/search/choice.ts";
import { directTo } from "../text/search/direct.ts";
import type { Hit } from "../text/search/hit.ts";
import { type Query, readQuery } from "../text/search/query.ts";
import { ranked } from "../text/search/rank.ts";
import { hitsFor, nearFor } from "../text/search/search.ts";
import type { OpenedSearch } from "./indexed-search.ts";
import { readChoice, writeChoice } from "./search-address.ts";
import { fillForm, isNarrowed, readForm, showCounts } from "./search-filters.ts";
import { helpFor } from "./search-help.ts";
import { type Kept, keep, kept } from "./search-kept.ts";
import { directLinks, resultItem } from "./search-results.ts";
import { searchSession } from "./search-session.ts";
import { statusWords, TABLE_TROUBLE } from "./search-words.ts";
import { pageAddress } from "./site-root.ts";

/** How many results a list shows before it is asked for more: of a page, and of a dialog. */
const MOST = { page: 50, dialog: 12 } as const;
const MOST_NEAR = { page: 10, dialog: 4 } as const;
const MOST_DIRECT = { page: 3, dialog: 2 } as const;

/** Where there is room for the filters to stand open. */
const WIDE = matchMedia("(min-width: 60rem)");

interface Answer {
  readonly choice: Choice;
  readonly query: Query;
  readonly all: readonly Hit[];
  readonly chosen: Chosen;
}

/**
 * `<search-panel>` around a form and places for what is found. With `data-page` it keeps what is asked for in the address,
 * and comes back as it was left; without, it is a dialog's, and sending the form leads to the page that shows everything.
 */
export class SearchPanel extends HTMLElement {
  /** Answers that were overtaken by the next key are thrown away. */
  #turn = 0;
  #most = 0;

  connectedCallback(): void {
    this.#most = MOST[this.#kind];
    const form = this.#form;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    form.addEventListener("input", (event) => {
      // What an input method has under way is no query yet.
      if (!(event as InputEvent).isComposing) this.#changed();
    });
    form.addEventListener("compositionend", () => this.#changed());
    this.addEventListener("keydown", (event) => this.#walk(event));
    this.#place("more")?.addEventListener("click", () => (this.#kind === "page" ? this.#more() : this.#send()));
    this.#place("clear")?.addEventListener("click", () => this.#clear());
    WIDE.addEventListener("change", () => this.#unfold());
    this.#unfold();
    if (this.#kind === "page") this.#return(kept());
    else void this.#answer();
  }

  get #kind(): "page" | "dialog" {
    return this.hasAttribute("data-page") ? "page" : "dialog";
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector("form");
    if (form === null) throw new Error("<search-panel> needs a form");
    return form;
  }

  get #field(): HTMLInputElement | null {
    return this.#form.querySelector("input[type=search]");
  }

  #place(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-${name}]`);
  }

  #unfold(): void {
    const panel = this.querySelector<HTMLDetailsElement>("[data-panel]");
    if (panel !== null) panel.open = WIDE.matches;
  }

  /** A page that is come back to lists what it listed, and stands where it stood. */
  #return(before: Kept | null): void {
    fillForm(this.#form, readChoice(location.search));
    addEventListener("pagehide", () => keep({ most: this.#most, top: scrollY }));
    if (before?.most) this.#most = before.most;
    void this.#answer().then(() => {
      if (before?.top) scrollTo({ top: before.top, behavior: "instant" });
    });
  }

  #changed(): void {
    this.#most = MOST[this.#kind];
    if (this.#kind === "page") keep({}, writeChoice(readForm(this.#form)));
    void this.#answer();
  }

  #send(): void {
    if (this.#kind === "page") this.#changed();
    else location.href = `${pageAddress("search/")}${writeChoice(readForm(this.#form))}`;
  }

  async #more(): Promise<void> {
    const before = this.#most;
    this.#most += MOST.page;
    await this.#answer();
    // The button may be gone, and with it the place of who pressed it.
    this.querySelectorAll<HTMLElement>("[data-results] a.result-link")[before]?.focus({ preventScroll: true });
  }

  #clear(): void {
    const { query, order } = readForm(this.#form);
    fillForm(this.#form, { ...readChoice(""), query, order });
    this.#changed();
    this.#field?.focus();
  }

  #ask(word: string): void {
    if (this.#field === null) return;
    this.#field.value = word;
    this.#field.focus();
    this.#changed();
  }

  /** Arrow keys go from the field through the results and back. */
  #walk(event: KeyboardEvent): void {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.isComposing) return;
    const stops = [this.#field, ...this.querySelectorAll<HTMLElement>("a.result-link")];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    next.closest("li")?.scrollIntoView({ block: "nearest" });
  }

  async #answer(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const choice = readForm(this.#form);
    try {
      const session = await searchSession();
      const query = readQuery(choice.query, session.alike);
      const all = await hitsFor(query, session);
      const chosen = choose(all, choice, session.table);
      if (turn === this.#turn) await this.#show({ choice, query, all, chosen }, session, turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#fail();
    }
  }

  async #show({ choice, query, all, chosen }: Answer, session: OpenedSearch, turn: number): Promise<void> {
    const hits = ranked(chosen.hits, choice.order).slice(0, this.#most);
    const items = await Promise.all(hits.map((hit) => resultItem(hit, query.terms, choice.query, session)));
    if (turn !== this.#turn) return;
    const isAsked = query.terms.length > 0;
    this.#fill("results", items);
    this.#place("more")?.toggleAttribute("hidden", chosen.hits.length <= this.#most);
    this.#place("clear")?.toggleAttribute("hidden", !isNarrowed(choice));
    showCounts(this.#form, isAsked ? chosen.counts : null);
    this.#fill("direct", directLinks(directTo(query.terms, session.table, session.alike), MOST_DIRECT[this.#kind]));
    const counted = { shown: hits.length, chosen: chosen.hits.length, all: all.length };
    this.#say(isAsked ? statusWords(query, counted, session.table) : "");
    this.#fill(
      "help",
      helpFor(query, all, chosen.hits, session, (word) => this.#ask(word)),
    );
    // What is near comes behind the last hit, and asks for much more than the hits: not before that is listed.
    const isWhole = chosen.hits.length <= this.#most;
    const near = isWhole ? await nearFor(query, all, session, MOST_NEAR[this.#kind]) : [];
    const others = await Promise.all(near.map((hit) => resultItem(hit, hit.clues, hit.clues.join(" "), session)));
    if (turn === this.#turn) this.#near(others);
  }

  #near(items: readonly (HTMLElement | null)[]): void {
    this.#fill("near", items);
    this.#place("near-title")?.toggleAttribute("hidden", items.length === 0);
  }

  /** Nothing of an earlier answer is left beside the sentence that there is none. */
  #fail(): void {
    for (const name of ["results", "direct", "help"]) this.#fill(name, []);
    this.#near([]);
    this.#place("more")?.setAttribute("hidden", "");
    showCounts(this.#form, null);
    this.#say(TABLE_TROUBLE);
  }

  #fill(name: string, items: readonly (HTMLElement | null)[]): void {
    this.#place(name)?.replaceChildren(...items.filter((item) => item !== null));
  }

  /** Only what has changed is said again by a screen reader. */
  #say(words: string): void {
    const place = this.#place("status");
    if (place !== null && place.textContent !== words) place.textContent = words;
  }
}

customElements.define("search-panel", SearchPanel);
