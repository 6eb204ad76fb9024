import { RELATIONS, standingName } from "../../components/relations.ts";
import { locate } from "../../text/collation/quote.ts";
import type { Relation } from "../../text/model.ts";
import type { BoardDocument, BoardPair, PairBoard } from "../../text/review/board.ts";
import type { PairDecision, Quote } from "../../text/review/pairs.ts";
import { likelyRelation, proposedQuote } from "../../text/review/quotes.ts";
import type { Entry } from "./case-item.ts";
import { type Case, Desk } from "./desk.ts";
import { part, rangeIn } from "./element.ts";
import { showPairHead } from "./pair-head.ts";
import { clauseAt, type Placed, sides } from "./pair-view.ts";
import { PartnerSearch } from "./partner-search.ts";
import { get } from "./post.ts";

interface PairCase extends Case<PairDecision>, Omit<BoardPair, "decision"> {}

/** What an editor has typed and not decided on. */
interface Draft {
  readonly quote: Quote;
  readonly note: string;
}

const keyOf = ({ from, to }: Pick<BoardPair, "from" | "to">): string =>
  `${from.document}/${from.eId}--${to.document}/${to.eId}`;

const SIDES = ["from", "to"] as const;

/** `<pair-desk>`: where an editor judges the pairs that the machine proposes for a document. */
export class PairDesk extends Desk<PairDecision, PairCase> {
  protected readonly open: PairDecision = { kind: "open" };
  readonly #drafts = new Map<string, Draft>();
  #documents = new Map<string, BoardDocument>();
  #search: PartnerSearch | null = null;

  override connectedCallback(): void {
    this.#search = new PartnerSearch(part<HTMLDialogElement>(document, "[data-partners]"));
    for (const name of ["quote-from", "quote-to", "note"]) {
      this.#field(name).addEventListener("input", () => this.#drafted());
      this.#field(name).addEventListener("change", () => this.#amend());
    }
    super.connectedCallback();
  }

  protected async load(): Promise<PairCase[]> {
    const board = await get<PairBoard>(`${this.document}/pairs`);
    this.#documents = new Map(board.documents.map((one) => [one.id, one]));
    this.#offer(board);
    return board.pairs.map((pair) => ({ ...pair, key: keyOf(pair), isFresh: false }));
  }

  /** The choice of the other document. */
  #offer({ documents, pairs }: PairBoard): void {
    const select = part<HTMLSelectElement>(this, "[data-with]");
    if (select.options.length > 1) return;
    for (const { id, name } of documents) {
      const open = pairs.filter((one) => this.#other(one) === id && one.decision.kind === "open").length;
      if (id !== this.document) select.add(new Option(`${name}（${open}）`, id));
    }
  }

  #other({ from, to }: Pick<BoardPair, "from" | "to">): string {
    return from.document === this.document ? to.document : from.document;
  }

  protected override holds(one: PairCase): boolean {
    const wanted = part<HTMLSelectElement>(this, "[data-with]").value;
    return wanted === "" || this.#other(one) === wanted;
  }

  #placed({ document, eId }: PairCase["from"]): Placed {
    const found = this.#documents.get(document);
    if (found === undefined) throw new Error(`没有文件 ${document}`);
    return { document: found, at: found.clauses.findIndex((clause) => clause.eId === eId) };
  }

  #texts({ from, to }: PairCase): readonly [string, string] {
    return [clauseAt(this.#placed(from)).text, clauseAt(this.#placed(to)).text];
  }

  protected entry(one: PairCase): Entry {
    const own = one.from.document === this.document ? one.from : one.to;
    const { decision } = one;
    return {
      score: one.score === null ? "—" : `${Math.round(one.score * 100)}%`,
      title: this.#documents.get(this.#other(one))?.name ?? "",
      text: clauseAt(this.#placed(own)).text,
      state:
        decision.kind === "accepted" ? standingName(decision.relation) : decision.kind === "rejected" ? "拒绝" : "",
    };
  }

  protected show(one: PairCase | null): void {
    const none = part(this, "[data-none]");
    none.hidden = one !== null;
    none.textContent = this.cases.length === 0 ? "没有要判的配对。" : "都判完了。";
    part(this, "[data-case]").hidden = one === null;
    if (one === null) return;
    const [from, to] = [this.#placed(one.from), this.#placed(one.to)];
    this.style.setProperty("--from", from.document.colour);
    this.style.setProperty("--to", to.document.colour);
    const place = part(this, "[data-sides]");
    place.dataset["standing"] = one.relation;
    place.replaceChildren(...sides(from, to));
    showPairHead(this, one);
    this.#fill(one);
  }

  #field(name: string): HTMLTextAreaElement {
    return part<HTMLTextAreaElement>(this, `[name=${name}]`);
  }

  #fill(one: PairCase): void {
    const { decision } = one;
    const own = decision.kind === "accepted" ? decision.quotes[0] : undefined;
    const draft = this.#drafts.get(one.key);
    const quote = draft?.quote ?? own ?? proposedQuote(...this.#texts(one));
    const note = draft?.note ?? (decision.kind === "open" ? "" : (decision.note ?? ""));
    [this.#field("quote-from").value, this.#field("quote-to").value] = [quote.from, quote.to];
    this.#field("note").value = note;
    const more = decision.kind === "accepted" ? decision.quotes.length - 1 : 0;
    part(this, "[data-more]").textContent = more > 0 ? `另有 ${more} 组引文，照旧保留` : "";
    this.#check();
  }

  #quote(): Quote {
    return { from: this.#field("quote-from").value.trim(), to: this.#field("quote-to").value.trim() };
  }

  #drafted(): void {
    if (this.current === null) return;
    this.#drafts.set(this.current.key, { quote: this.#quote(), note: this.#field("note").value });
    this.#check();
  }

  /** Marks what is quoted in the clauses, and says where a quote is none. */
  #check(): boolean {
    const found = SIDES.map((side) => {
      const words = part(this, `.words[data-side=${side}]`);
      const span = locate(words.textContent ?? "", this.#quote()[side]);
      const field = this.#field(`quote-${side}`);
      field.setAttribute("aria-invalid", String(span === null));
      part(this, `[data-fault-of=${side}]`).hidden = span !== null;
      return span === null ? null : rangeIn(words, span.start, span.end);
    });
    CSS.highlights.set("quoted", new Highlight(...found.filter((range) => range !== null)));
    return found.every((range) => range !== null);
  }

  #judge(one: PairCase, decision: PairDecision): void {
    this.#drafts.delete(one.key);
    this.#send([{ one, decision }]);
  }

  #send(decisions: readonly { readonly one: PairCase; readonly decision: PairDecision }[]): void {
    const [first] = decisions;
    if (first === undefined) return;
    const { from, to } = first.one;
    const entries = decisions.map(({ one, decision }) => ({ from: one.from.eId, to: one.to.eId, decision }));
    this.decide(decisions, "pairs", { from: from.document, to: to.document, decisions: entries });
  }

  #accepted(one: PairCase, relation: Relation): PairDecision {
    const more = one.decision.kind === "accepted" ? one.decision.quotes.slice(1) : [];
    return { kind: "accepted", relation, quotes: [this.#quote(), ...more], note: this.#note() };
  }

  #note(): string | null {
    const note = this.#field("note").value.trim();
    return note === "" ? null : note;
  }

  #accept(one: PairCase, relation: Relation): void {
    if (!this.#check()) {
      this.say("引文不在句中：照抄一段，或改短些", true);
      this.#field(
        this.#field("quote-from").getAttribute("aria-invalid") === "true" ? "quote-from" : "quote-to",
      ).focus();
      return;
    }
    this.#judge(one, this.#accepted(one, relation));
    this.next();
  }

  /** What is decided already changes with its quotes and its note. */
  #amend(): void {
    const one = this.current;
    if (one === null || one.decision.kind === "open" || !this.#check()) return;
    const changed: PairDecision =
      one.decision.kind === "accepted"
        ? this.#accepted(one, one.decision.relation)
        : { kind: "rejected", note: this.#note() };
    if (JSON.stringify(changed) !== JSON.stringify(one.decision)) this.#judge(one, changed);
  }

  protected judge(name: string, one: PairCase): void {
    const { decision } = one;
    const relation = RELATIONS.find((known) => known === name);
    if (relation !== undefined) this.#accept(one, relation);
    else if (name === "accept") this.#accept(one, decision.kind === "accepted" ? decision.relation : one.relation);
    else if (name === "quote") this.#field("quote-from").select();
    else if (name === "note") this.#field("note").focus();
    else if (name === "search") this.#look(one);
    else if (name === "reject") {
      this.#judge(one, { kind: "rejected", note: this.#note() });
      this.next();
    } else if (name === "withdraw") {
      this.#judge(one, this.open);
      this.go(one);
    }
  }

  #look(one: PairCase): void {
    const isEarlier = one.from.document === this.document;
    const [own, other] = isEarlier ? [one.from, one.to] : [one.to, one.from];
    const { document } = this.#placed(other);
    this.#search?.open(clauseAt(this.#placed(own)).text, document, (eId) => {
      const partner = { document: document.id, eId };
      this.#replace(one, isEarlier ? { from: own, to: partner } : { from: partner, to: own });
    });
  }

  /** Another partner instead: the proposal is rejected in the same step, or what was decided is taken back. */
  #replace(one: PairCase, pair: Pick<BoardPair, "from" | "to">): void {
    const key = keyOf(pair);
    if (key === one.key) {
      this.#accept(one, one.relation);
      return;
    }
    let chosen = this.find(key);
    if (chosen === undefined) {
      chosen = { ...pair, key, score: null, relation: "reworded", reasons: [], decision: this.open, isFresh: true };
      this.cases.splice(this.cases.indexOf(one) + 1, 0, chosen);
    }
    const [from, to] = this.#texts(chosen);
    const relation = likelyRelation(from, to);
    const accepted: PairDecision = { kind: "accepted", relation, quotes: [proposedQuote(from, to)], note: null };
    const left: PairDecision = one.score === null ? this.open : { kind: "rejected", note: null };
    this.#send([
      { one: chosen, decision: accepted },
      { one, decision: left },
    ]);
    this.go(chosen);
    this.say(`已另选，作“${standingName(relation)}”：可按 1 2 3 改，按 j 往下`);
  }
}

customElements.define("pair-desk", PairDesk);
