import { type Choice, narrows, readChoice, shows, writeChoice } from "./comparison-choice.ts";
import { weave } from "./weave.ts";

/** Where the style sheet leaves room for the filters to stand open. */
const WIDE = matchMedia("(min-width: 60rem)");

/** Rows woven at a time, so that the page answers in between. */
const SLICE = 60;

const GROUPS = ".run, .stretch, .compared";

function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest("input, select, textarea, [contenteditable]") : null;
  // Boxes to tick take no letters.
  return field !== null && !(field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type));
}

function isReachable(row: HTMLElement): boolean {
  return !row.hidden && row.closest("details:not([open])") === null;
}

/**
 * `<comparison-view>` around a form of filters and the rows of a comparison: shows the rows that are asked for, keeps
 * what is asked for in the address, says how many rows that is in `[data-shown]`, and goes from row to row by n and p
 * (or j and k) while `[data-keys]` is ticked.
 */
export class ComparisonView extends HTMLElement {
  #rows: readonly HTMLElement[] = [];
  #groups: readonly HTMLElement[] = [];
  #weaving = false;

  connectedCallback(): void {
    this.#rows = Array.from(this.querySelectorAll<HTMLElement>(".row"));
    // Inner ones first: an outer group is empty when all inner ones are.
    this.#groups = Array.from(this.querySelectorAll<HTMLElement>(GROUPS)).reverse();
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", () => this.#choose(this.#chosen()));
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.#clear());
    document.addEventListener("keydown", (event) => this.#step(event));
    window.addEventListener("hashchange", () => this.#reveal());
    WIDE.addEventListener("change", () => this.#unfold());
    this.#unfold();
    this.#fill(readChoice(location.search));
    this.#apply(this.#chosen());
    this.#reveal();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector("form");
    if (form === null) throw new Error("<comparison-view> needs a form");
    return form;
  }

  #unfold(): void {
    const panel = this.querySelector<HTMLDetailsElement>("[data-panel]");
    if (panel !== null) panel.open = WIDE.matches;
  }

  #chosen(): Choice {
    const data = new FormData(this.#form);
    const all = (name: string): string[] => data.getAll(name).map(String);
    return {
      relation: all("relation"),
      origin: all("origin"),
      section: all("section")[0] ?? "",
      view: all("view")[0] ?? "",
    };
  }

  /** Sets the form; what it has no place for is ignored. */
  #fill({ relation, origin, section, view }: Choice): void {
    const wanted = new Set([...relation, ...origin, view]);
    for (const input of this.#form.querySelectorAll<HTMLInputElement>("input[name]")) {
      const isOn = wanted.has(input.value) && !input.disabled;
      if (input.type === "checkbox" || isOn) input.checked = isOn;
    }
    const select = this.#form.querySelector("select");
    if (select !== null && Array.from(select.options, ({ value }) => value).includes(section)) select.value = section;
  }

  #choose(choice: Choice): void {
    const held = this.#topRow();
    this.#apply(choice);
    try {
      history.replaceState(null, "", `${location.pathname}${writeChoice(choice)}${location.hash}`);
    } catch {
      // A browser that forbids it to a folder: the choice holds all the same.
    }
    if (held !== null && !held.hidden) held.scrollIntoView({ block: "start", behavior: "instant" });
  }

  #clear(): void {
    this.#fill({ relation: [], origin: [], section: "", view: this.#chosen().view });
    const select = this.#form.querySelector("select");
    if (select !== null) select.value = "";
    this.#choose(this.#chosen());
    // The button that was pressed is gone.
    this.#form.querySelector("input")?.focus({ preventScroll: true });
  }

  #apply(choice: Choice): void {
    this.dataset["view"] = choice.view;
    for (const row of this.#rows) {
      const { standing, origin } = row.dataset;
      const section = row.closest<HTMLElement>(".compared")?.dataset["section"];
      row.hidden = !shows(choice, { standing, origin, section });
    }
    for (const group of this.#groups) group.hidden = group.querySelector(".row:not([hidden])") === null;
    this.#say(choice);
    if (choice.view !== "columns") this.#weave();
  }

  #say(choice: Choice): void {
    const judged = this.#rows.filter(({ dataset }) => dataset["standing"] !== undefined);
    const shown = judged.filter(({ hidden }) => !hidden).length;
    const words = narrows(choice) ? `显示 ${shown} 行，共 ${judged.length} 行` : `共 ${judged.length} 行`;
    const place = this.querySelector("[data-shown]");
    if (place !== null && place.textContent !== words) place.textContent = words;
    this.querySelector<HTMLElement>("[data-clear]")?.toggleAttribute("hidden", !narrows(choice));
  }

  /** Makes the one-column text of every pair that has none yet, those that are shown first. */
  #weave(): void {
    if (this.#weaving) return;
    const waiting = this.#rows
      .filter((row) => row.querySelector(".woven") === null && row.querySelectorAll("[data-side]").length === 2)
      .sort((a, b) => Number(a.hidden) - Number(b.hidden));
    const next = (): void => {
      for (const row of waiting.splice(0, SLICE)) {
        const [from, to] = row.querySelectorAll("[data-side]");
        if (from !== undefined && to !== undefined) row.append(weave(from, to));
      }
      this.#weaving = waiting.length > 0;
      if (this.#weaving) setTimeout(next);
    };
    next();
  }

  /** The first row that is not yet above the window or under the bar of filters. */
  #topRow(): HTMLElement | null {
    const line = this.#form.getBoundingClientRect().bottom;
    if (this.getBoundingClientRect().top > 0) return null;
    return this.#rows.find((row) => isReachable(row) && row.getBoundingClientRect().bottom > line + 1) ?? null;
  }

  #step(event: KeyboardEvent): void {
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    // Who speaks to the browser, or steers it by other keys, must be able to turn single letters off.
    if (this.querySelector<HTMLInputElement>("[data-keys]")?.checked === false) return;
    const shown = this.#rows.filter(isReachable);
    const here = document.activeElement?.closest<HTMLElement>(".row") ?? null;
    const at = here === null ? -1 : shown.indexOf(here);
    const top = this.#topRow();
    const from = at >= 0 ? at + by : top === null ? 0 : shown.indexOf(top);
    const row = shown[from];
    if (row === undefined) return;
    event.preventDefault();
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** A link leads to its row, whatever the filters say. */
  #reveal(): void {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row === null || !this.contains(row)) return;
    if (row.closest("[hidden]") !== null) this.#clear();
    row.closest("details")?.setAttribute("open", "");
    row.scrollIntoView({ block: "start", behavior: "instant" });
  }
}

customElements.define("comparison-view", ComparisonView);
