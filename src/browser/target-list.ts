import {
  compareTargets,
  narrowsTargets,
  readTargetChoice,
  showsTarget,
  type TargetChoice,
  type TargetFacts,
  writeTargetChoice,
} from "./target-choice.ts";

/** Where the style sheet leaves room for the filters to stand open. */
const WIDE = matchMedia("(min-width: 60rem)");

function factsOf({ dataset }: HTMLElement): TargetFacts {
  const { document, kind, form, theme, year, indicator } = dataset;
  return { document, kind, form, theme, year, indicator };
}

/**
 * `<target-list>` around a form of filters and the table of targets: shows the rows that are asked for in the order that
 * is asked for, keeps both in the address, and says how many rows that is in `[data-shown]`.
 */
export class TargetList extends HTMLElement {
  /** In the order of the documents. */
  #rows: readonly { readonly element: HTMLElement; readonly facts: TargetFacts }[] = [];

  connectedCallback(): void {
    const rows = this.querySelectorAll<HTMLElement>("tbody tr");
    this.#rows = Array.from(rows, (element) => ({ element, facts: factsOf(element) }));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", () => this.#choose(this.#chosen()));
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.#clear());
    WIDE.addEventListener("change", () => this.#unfold());
    this.#unfold();
    this.#fill(readTargetChoice(location.search));
    this.#apply(this.#chosen());
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector("form");
    if (form === null) throw new Error("<target-list> needs a form");
    return form;
  }

  #unfold(): void {
    const panel = this.querySelector<HTMLDetailsElement>("[data-panel]");
    if (panel !== null) panel.open = WIDE.matches;
  }

  #chosen(): TargetChoice {
    const data = new FormData(this.#form);
    const all = (name: string): string[] => data.getAll(name).map(String);
    return {
      document: all("document"),
      kind: all("kind"),
      form: all("form"),
      theme: all("theme")[0] ?? "",
      sort: all("sort")[0] ?? "",
    };
  }

  /** Sets the form; what it has no place for is ignored. */
  #fill({ document, kind, form, theme, sort }: TargetChoice): void {
    const wanted: Readonly<Record<string, readonly string[]>> = { document, kind, form };
    for (const input of this.#form.querySelectorAll<HTMLInputElement>("input[name]"))
      input.checked = !input.disabled && (wanted[input.name]?.includes(input.value) ?? false);
    for (const [name, value] of [["theme", theme] as const, ["sort", sort] as const]) {
      const select = this.#form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      if (select === null) continue;
      const values = Array.from(select.options, (option) => option.value);
      select.value = values.includes(value) ? value : "";
    }
  }

  #choose(choice: TargetChoice): void {
    this.#apply(choice);
    try {
      history.replaceState(null, "", `${location.pathname}${writeTargetChoice(choice)}${location.hash}`);
    } catch {
      // A browser that forbids it to a folder: the choice holds all the same.
    }
  }

  #clear(): void {
    this.#fill({ document: [], kind: [], form: [], theme: "", sort: this.#chosen().sort });
    this.#choose(this.#chosen());
    // The button that was pressed is gone.
    this.#form.querySelector("input")?.focus({ preventScroll: true });
  }

  #apply(choice: TargetChoice): void {
    for (const { element, facts } of this.#rows) element.hidden = !showsTarget(choice, facts);
    const sorted = [...this.#rows].sort((a, b) => compareTargets(choice.sort, a.facts, b.facts));
    this.querySelector("tbody")?.append(...sorted.map(({ element }) => element));
    const shown = this.#rows.filter(({ element }) => !element.hidden).length;
    const isNarrow = narrowsTargets(choice);
    const words = isNarrow ? `显示 ${shown} 条，共 ${this.#rows.length} 条` : `共 ${this.#rows.length} 条`;
    const place = this.querySelector("[data-shown]");
    if (place !== null && place.textContent !== words) place.textContent = words;
    this.querySelector<HTMLElement>("[data-clear]")?.toggleAttribute("hidden", !isNarrow);
  }
}

customElements.define("target-list", TargetList);
