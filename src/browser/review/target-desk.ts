import { locate } from "../../text/collation/quote.ts";
import type { BoardTarget, TargetBoard } from "../../text/review/board.ts";
import { keyOfTarget, type StatedTarget, type TargetDecision } from "../../text/review/targets.ts";
import type { Entry } from "./case-item.ts";
import { type Case, Desk } from "./desk.ts";
import { part, rangeIn } from "./element.ts";
import { alone } from "./pair-view.ts";
import { get } from "./post.ts";
import { fieldsFor, readForm } from "./target-form.ts";

interface TargetCase extends Case<TargetDecision>, Omit<BoardTarget, "decision"> {}

const STATES = { confirmed: "属实", corrected: "已更正", discarded: "不是目标", open: "" } as const;

function statedIn({ targets, decision }: TargetCase): readonly StatedTarget[] {
  if (decision.kind === "corrected") return decision.stated;
  return targets.map(({ document: _, eId: __, quote: ___, origin: ____, ...stated }) => stated);
}

/** `<target-desk>`: where an editor judges the targets that the machine reads in a document. */
export class TargetDesk extends Desk<TargetDecision, TargetCase> {
  protected readonly open: TargetDecision = { kind: "open" };
  #board: TargetBoard | null = null;

  override connectedCallback(): void {
    const form = part<HTMLFormElement>(this, "[data-form]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.current !== null) this.judge("save", this.current);
    });
    super.connectedCallback();
  }

  protected async load(): Promise<TargetCase[]> {
    this.#board = await get<TargetBoard>(`${this.document}/targets`);
    return this.#board.targets.map((target) => ({ ...target, key: keyOfTarget(target), isFresh: false }));
  }

  protected entry(one: TargetCase): Entry {
    const [first] = statedIn(one);
    const number = first?.value ?? null;
    return {
      score: number === null ? "—" : String(number),
      title: `${number === null ? "" : (first?.unit ?? "")} ${first?.indicator ?? ""}`,
      text: one.quote,
      state: STATES[one.decision.kind],
    };
  }

  protected show(one: TargetCase | null): void {
    const none = part(this, "[data-none]");
    none.hidden = one !== null;
    none.textContent = this.cases.length === 0 ? "程序在这份文件里没有读出目标。" : "都判完了。";
    part(this, "[data-case]").hidden = one === null;
    const document = this.#board?.document;
    if (one === null || document === undefined) return;
    const at = document.clauses.findIndex(({ eId }) => eId === one.eId);
    const sides = part(this, "[data-sides]");
    sides.replaceChildren(alone({ document, at }));
    const words = part(sides, ".words");
    const span = locate(words.textContent ?? "", one.quote);
    CSS.highlights.set("quoted", new Highlight(...(span === null ? [] : [rangeIn(words, span.start, span.end)])));
    part(this, "[data-form]").replaceChildren(...fieldsFor(statedIn(one)));
    const { decision } = one;
    part<HTMLTextAreaElement>(this, "[name=note]").value = decision.kind === "open" ? "" : (decision.note ?? "");
    part(this, "[data-said]").textContent = STATES[decision.kind];
    part(this, "[data-do=withdraw]").hidden = decision.kind === "open";
    part(this, "[data-do=accept]").setAttribute("aria-pressed", String(decision.kind === "confirmed"));
    part(this, "[data-do=discard]").setAttribute("aria-pressed", String(decision.kind === "discarded"));
  }

  protected judge(name: string, one: TargetCase): void {
    const typed = part<HTMLTextAreaElement>(this, "[name=note]").value.trim();
    const note = typed === "" ? null : typed;
    if (name === "edit") part<HTMLInputElement>(this, "[data-form] input").select();
    else if (name === "note") part(this, "[name=note]").focus();
    else if (name === "save") this.#save(one, note);
    else if (name === "withdraw") this.#put(one, this.open);
    else this.#put(one, { kind: name === "accept" ? "confirmed" : "discarded", note });
  }

  /** What was typed into the form would be lost by the key for “right as it is”: from a field it saves. */
  protected override fromField(): string {
    return "save";
  }

  #save(one: TargetCase, note: string | null): void {
    const { stated, fault } = readForm(part<HTMLFormElement>(this, "[data-form]"));
    if (fault !== null) {
      this.say(fault.message, true);
      fault.field.focus();
    } else this.#put(one, { kind: "corrected", stated, note });
  }

  #put(one: TargetCase, decision: TargetDecision): void {
    const { eId, quote } = one;
    this.decide([{ one, decision }], "targets", { eId, quote, decision });
    if (decision.kind === "open") this.go(one);
    else this.next();
  }
}

customElements.define("target-desk", TargetDesk);
