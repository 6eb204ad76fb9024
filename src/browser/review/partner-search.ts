import type { Clause } from "../../text/model.ts";
import type { BoardDocument } from "../../text/review/board.ts";
import { type Partner, partnersIn } from "../../text/review/search.ts";
import { make, part } from "./element.ts";

/** So many are shown: who wants another one types. */
const SHOWN = 30;

/** The dialog in which an editor looks for another partner of a clause: arrow keys go through what is found. */
export class PartnerSearch {
  readonly #dialog: HTMLDialogElement;
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  #found: readonly Partner[] = [];
  #at = 0;
  #find: (typed: string) => readonly Partner[] = () => [];
  #chosen: (eId: string) => void = () => {};
  #document: BoardDocument | null = null;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#field = part(dialog, "input");
    this.#list = part(dialog, "[role=listbox]");
    this.#field.addEventListener("input", () => this.#look());
    this.#field.addEventListener("keydown", (event) => this.#press(event));
    this.#list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
      if (option !== null) this.#choose(Number(option.dataset["at"]));
    });
    part(dialog, "[data-close]").addEventListener("click", () => dialog.close());
  }

  /** Opens on the clauses of a document, the likest to a text first. */
  open(text: string, document: BoardDocument, chosen: (eId: string) => void): void {
    const find = partnersIn(document.clauses.map((clause): Clause => ({ ...clause, original: clause.text })));
    this.#find = (typed) => find(text, typed);
    this.#chosen = chosen;
    this.#document = document;
    part(this.#dialog, "[data-of]").textContent = text;
    part(this.#dialog, "[data-in]").textContent = document.name;
    this.#field.value = "";
    this.#look();
    this.#dialog.showModal();
    this.#field.focus();
  }

  #look(): void {
    this.#found = this.#find(this.#field.value);
    this.#at = 0;
    const places = new Map(this.#document?.clauses.map((clause) => [clause.eId, clause]));
    const options = this.#found.slice(0, SHOWN).map(({ clause, likeness }, i) => {
      const place = places.get(clause.eId);
      return make(
        "div",
        { role: "option", id: `partner-${i}`, "data-at": String(i) },
        make("span", { class: "desk-score" }, `${Math.round(likeness * 100)}%`),
        make("span", { class: "desk-title" }, `${place?.number ?? ""} ${place?.heading ?? ""}`),
        make("span", { class: "desk-text" }, clause.text),
      );
    });
    this.#list.replaceChildren(...options);
    const more = this.#found.length > SHOWN ? `，列出最像的 ${SHOWN} 句` : "";
    part(this.#dialog, "[data-found]").textContent = `${this.#found.length} 句${more}`;
    this.#mark();
  }

  #mark(): void {
    for (const [i, option] of Array.from(this.#list.children).entries()) {
      option.setAttribute("aria-selected", String(i === this.#at));
      if (i === this.#at) option.scrollIntoView({ block: "nearest" });
    }
    this.#field.setAttribute("aria-activedescendant", this.#list.children.length > 0 ? `partner-${this.#at}` : "");
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.#list.children.length;
    if (by !== undefined && count > 0) {
      event.preventDefault();
      this.#at = (this.#at + by + count) % count;
      this.#mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#choose(this.#at);
    }
  }

  #choose(at: number): void {
    const partner = this.#found[at];
    if (partner === undefined) return;
    this.#dialog.close();
    this.#chosen(partner.clause.eId);
  }
}
