import { type Chosen, choose } from "../text/search/choice.ts";
import { directTo } from "../text/search/direct.ts";
import type { Hit } from "../text/search/hit.ts";
import { type Query, readQuery } from "../text/search/query.ts";
import { ranked } from "../text/search/rank.ts";
import { hitsFor, nearFor } from "../text/search/search.ts";
import { suggestions } from "../text/search/suggest.ts";
import type { OpenedSearch } from "./indexed-search.ts";
import { readChoice, writeChoice } from "./search-address.ts";
import { fillForm, isNarrowed, readForm, showCounts } from "./search-filters.ts";
import { directLinks, resultItem } from "./search-results.ts";
import { searchSession } from "./search-session.ts";
import { damageWords, emptyWords, statusWords, TABLE_TROUBLE } from "./search-words.ts";
import { pageAddress } from "./site-root.ts";

/** How many results a list shows before it is asked for more: of a page, and of a dialog. */
const MOST = { page: 50, dialog: 12 } as const;
const MOST_NEAR = { page: 10, dialog: 4 } as const;
const MOST_DIRECT = { page: 6, dialog: 3 } as const;

/** Where there is room for the filters to stand open. */
const WIDE = matchMedia("(min-width: 60rem)");

interface Answer {
  readonly query: Query;
  readonly all: readonly Hit[];
  readonly chosen: Chosen;
}

/**
 * `<search-panel>` around a form and places for what is found. With `data-page` it keeps what is asked for in the address;
 * without, it is a dialog's, and sending the form leads to the page that shows everything.
 */
export class SearchPanel extends HTMLElement {
  /** Answers that were overtaken by the next key are thrown away. */
  #turn = 0;
  #most = 0;

  connectedCallback(): void {
    this.#most = MOST[this.#kind];
    const form = this.#form;
    form.addEventListener("submit", (event) => this.#send(event));
    form.addEventListener("input", (event) => {
      // What an input method has under way is no query yet.
      if (!(event as InputEvent).isComposing) this.#changed();
    });
    form.addEventListener("compositionend", () => this.#changed());
    this.addEventListener("keydown", (event) => this.#walk(event));
    this.#place("more")?.addEventListener("click", () => {
      this.#most += MOST.page;
      void this.#answer();
    });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.#clear());
    WIDE.addEventListener("change", () => this.#unfold());
    this.#unfold();
    if (this.#kind === "page") fillForm(form, readChoice(location.search));
    void this.#answer();
  }

  get #kind(): "page" | "dialog" {
    return this.hasAttribute("data-page") ? "page" : "dialog";
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector("form");
    if (form === null) throw new Error("<search-panel> needs a form");
    return form;
  }

  #place(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-${name}]`);
  }

  #unfold(): void {
    const panel = this.querySelector<HTMLDetailsElement>("[data-panel]");
    if (panel !== null) panel.open = WIDE.matches;
  }

  #changed(): void {
    this.#most = MOST[this.#kind];
    if (this.#kind === "page") {
      try {
        history.replaceState(null, "", `${location.pathname}${writeChoice(readForm(this.#form))}`);
      } catch {
        // A browser that forbids it, or that was asked too often: the choice holds all the same.
      }
    }
    void this.#answer();
  }

  #send(event: Event): void {
    event.preventDefault();
    const choice = readForm(this.#form);
    if (this.#kind === "dialog") location.href = `${pageAddress("search/")}${writeChoice(choice)}`;
    else this.#changed();
  }

  #clear(): void {
    const { query, order } = readForm(this.#form);
    fillForm(this.#form, { ...readChoice(""), query, order });
    this.#changed();
    this.#form.querySelector<HTMLInputElement>("input[type=search]")?.focus();
  }

  /** Arrow keys go from the field through the results and back. */
  #walk(event: KeyboardEvent): void {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.isComposing) return;
    const field = this.#form.querySelector<HTMLInputElement>("input[type=search]");
    const stops = [field, ...this.querySelectorAll<HTMLElement>("a.result-link")];
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
      if (turn === this.#turn) await this.#show({ query, all, chosen }, session, turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.#say(TABLE_TROUBLE);
    }
  }

  async #show({ query, all, chosen }: Answer, session: OpenedSearch, turn: number): Promise<void> {
    const choice = readForm(this.#form);
    const hits = ranked(chosen.hits, choice.order).slice(0, this.#most);
    const items = await Promise.all(hits.map((hit) => resultItem(hit, query.terms, choice.query, session)));
    if (turn !== this.#turn) return;
    this.#fill("results", items);
    this.#place("more")?.toggleAttribute("hidden", chosen.hits.length <= this.#most || this.#kind === "dialog");
    this.#place("clear")?.toggleAttribute("hidden", !isNarrowed(choice));
    showCounts(this.#form, query.terms.length === 0 ? null : chosen.counts);
    const direct = directTo(query.terms, session.table, session.alike);
    this.#place("direct")?.replaceChildren(...directLinks(direct, MOST_DIRECT[this.#kind]));
    const left = { shown: hits.length, chosen: chosen.hits.length, all: all.length };
    this.#say(query.terms.length === 0 ? "" : statusWords(query, left, session.table));
    this.#help(query, all.length, session);
    const near = await this.#near(query, all, session);
    if (turn !== this.#turn) return;
    this.#fill("near", near);
    this.#place("near-title")?.toggleAttribute("hidden", near.length === 0);
  }

  async #near(query: Query, hits: readonly Hit[], session: OpenedSearch): Promise<readonly (HTMLElement | null)[]> {
    const near = await nearFor(query, hits, session, MOST_NEAR[this.#kind]);
    return Promise.all(near.map((hit) => resultItem(hit, hit.clues, hit.clues.join(" "), session)));
  }

  #fill(name: string, items: readonly (HTMLElement | null)[]): void {
    this.#place(name)?.replaceChildren(...items.filter((item) => item !== null));
  }

  /** Only what has changed is said again by a screen reader. */
  #say(words: string): void {
    const place = this.#place("status");
    if (place !== null && place.textContent !== words) place.textContent = words;
  }

  /** What to do when nothing was found, and what is wrong with the index. */
  #help(query: Query, found: number, session: OpenedSearch): void {
    const place = this.#place("help");
    if (place === null) return;
    const lines: (string | Node)[] = [];
    const fault = session.damaged();
    if (fault !== null) lines.push(damageWords(fault));
    if (query.terms.length > 0 && found === 0) lines.push(emptyWords(query, session.table));
    place.replaceChildren(...lines.map((line) => this.#paragraph(line)));
    const [term = ""] = query.terms;
    const words = found === 0 ? suggestions(term.slice(0, 50), session.table, session.alike) : [];
    if (words.length > 0) place.append(this.#paragraph("相近的说法："), ...words.map((word) => this.#suggestion(word)));
  }

  #paragraph(content: string | Node): HTMLElement {
    const paragraph = document.createElement("p");
    paragraph.append(content);
    return paragraph;
  }

  #suggestion(word: string): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.addEventListener("click", () => {
      const field = this.#form.querySelector<HTMLInputElement>("input[type=search]");
      if (field === null) return;
      field.value = word;
      field.focus();
      this.#changed();
    });
    return button;
  }
}

customElements.define("search-panel", SearchPanel);
