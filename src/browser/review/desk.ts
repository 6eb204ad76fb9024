import type { Written } from "../../text/review/board.ts";
import { caseItem, type Entry } from "./case-item.ts";
import { isTyping, part } from "./element.ts";
import { holdPage, letIn, post } from "./post.ts";

/** Something to judge. */
export interface Case<D> {
  readonly key: string;
  decision: D;
  /** It was judged since the page was opened, so it keeps its place in the list. */
  isFresh: boolean;
}

interface Step<D> {
  readonly former: readonly { readonly key: string; readonly decision: D }[];
  readonly written: Promise<Written>;
}

/**
 * What the desks for pairs and for targets have in common: a list of cases, one of them in full, a decision that is
 * written while the next case is already shown, and a way back. The case that is shown is in the address.
 */
export abstract class Desk<D extends { readonly kind: string }, C extends Case<D>> extends HTMLElement {
  protected cases: C[] = [];
  protected current: C | null = null;
  readonly #steps: Step<D>[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #list: C[] = [];

  protected abstract load(): Promise<C[]>;
  protected abstract entry(one: C): Entry;
  protected abstract show(one: C | null): void;
  protected abstract readonly open: D;
  /** What a button does to the case that is shown, by the button's name. */
  protected abstract judge(name: string, one: C): void;

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a[data-let-in]")) letIn(link);
    this.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("keydown", (event) => this.#press(event));
    part(this, "[data-filters]").addEventListener("change", () => this.#narrow());
    part<HTMLDetailsElement>(this, "[data-panel]").open = matchMedia("(min-width: 60rem)").matches;
    // Until there is something to lose, the dev server may load the page again: it may have new libraries to hand out.
    void this.reload().then(holdPage);
  }

  protected get document(): string {
    return this.dataset["document"] ?? "";
  }

  /** Reads everything anew; what is shown stays. */
  protected async reload(): Promise<void> {
    try {
      const fresh = new Set(this.cases.filter(({ isFresh }) => isFresh).map(({ key }) => key));
      this.cases = await this.load();
      for (const one of this.cases) one.isFresh = fresh.has(one.key);
      const key = this.current?.key ?? decodeURIComponent(location.hash.slice(1));
      this.current =
        this.find(key) ?? this.cases.find((one) => one.decision.kind === "open" && this.holds(one)) ?? null;
      this.removeAttribute("data-waiting");
      this.go(this.current);
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), true);
    }
  }

  protected find(key: string): C | undefined {
    return this.cases.find((one) => one.key === key);
  }

  /** Whether the choice above the list admits it. */
  protected holds(_one: C): boolean {
    return true;
  }

  protected go(one: C | null): void {
    this.current = one;
    if (one !== null)
      history.replaceState(null, "", `${location.pathname}${location.search}#${encodeURIComponent(one.key)}`);
    this.list();
    this.show(one);
  }

  /** Another choice above the list: what it does not admit gives way to what it does. */
  #narrow(): void {
    this.list();
    if (this.current !== null && this.#list.includes(this.current)) return;
    const open = this.#list.find(({ decision }) => decision.kind === "open");
    this.go(open ?? this.#list[0] ?? null);
  }

  /** The one so many places on in the list. */
  protected step(by: number): void {
    const at = this.current === null ? -1 : this.#list.indexOf(this.current);
    const next = this.#list[at + by];
    if (next !== undefined) this.go(next);
  }

  /** The next that nothing is decided on; from the end of the list back to its beginning. */
  protected next(): void {
    const at = this.current === null ? 0 : this.#list.indexOf(this.current);
    const turned = [...this.#list.slice(at + 1), ...this.#list.slice(0, at)];
    const next = turned.find(({ decision }) => decision.kind === "open");
    if (next !== undefined) this.go(next);
    else this.go(this.current);
  }

  /** Shows decisions as made and has them written after those before. If that fails, they are taken back. */
  protected decide(
    decisions: readonly { readonly one: C; readonly decision: D }[],
    path: string,
    request: object,
  ): void {
    const former = decisions.map(({ one }) => ({ key: one.key, decision: one.decision }));
    for (const { one, decision } of decisions) Object.assign(one, { decision, isFresh: true });
    const began = performance.now();
    const written = this.#queue.then(() => post(`${this.document}/${path}`, request));
    this.#queue = written.catch(() => undefined);
    const step = { former, written };
    this.#steps.push(step);
    written.then(
      (done) => this.#written(done, performance.now() - began),
      (error: Error) => {
        this.#steps.splice(this.#steps.indexOf(step), 1);
        this.#restore(step);
        this.say(error.message, true);
      },
    );
  }

  #written({ file, added, removed, elsewhere }: Written, took: number): void {
    const lines = [added > 0 ? `＋${added}` : "", removed > 0 ? `－${removed}` : ""].filter(Boolean).join(" ");
    this.say(`已写入 ${file}（${lines === "" ? "无改动" : `${lines} 行`}，${Math.round(took)} 毫秒）`);
    if (!elsewhere) return;
    this.say(`${file} 在别处改过：已在新内容上写入，改动都在`);
    void this.reload();
  }

  #restore({ former }: Step<D>): void {
    for (const { key, decision } of former) {
      const one = this.find(key);
      if (one !== undefined) one.decision = decision;
    }
    this.go(this.find(former[0]?.key ?? "") ?? this.current);
  }

  protected async undo(): Promise<void> {
    const step = this.#steps.pop();
    if (step === undefined) {
      this.say("没有可撤销的判断");
      return;
    }
    try {
      const { edit } = await step.written;
      const { file } = await post(`${this.document}/undo`, { edit });
      this.#restore(step);
      this.say(`已撤销，${file} 复原`);
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), true);
    }
  }

  protected say(message: string, isFault = false): void {
    const place = part(this, "[data-status]");
    place.textContent = message;
    place.toggleAttribute("data-fault", isFault);
  }

  /** The list anew: what is open, what was just judged, and the rest if it is asked for. */
  protected list(): void {
    const isAll = part<HTMLInputElement>(this, "[data-decided]").checked;
    const admitted = this.cases.filter((one) => this.holds(one));
    const isOpen = ({ decision }: C): boolean => decision.kind === "open";
    this.#list = admitted.filter((one) => isAll || isOpen(one) || one.isFresh || one === this.current);
    const left = admitted.filter(isOpen).length;
    part(this, "[data-left]").textContent = String(left);
    part(this, "[data-done]").textContent = String(admitted.length - left);
    const bar = part<HTMLProgressElement>(this, "progress");
    bar.max = Math.max(1, admitted.length);
    bar.value = admitted.length - left;
    const items = this.#list.map((one) => caseItem(one, this.entry(one), one === this.current));
    const list = part(this, "[data-list]");
    const hasFocus = list.contains(document.activeElement);
    list.replaceChildren(...items);
    const here = list.querySelector<HTMLElement>("[aria-current]");
    if (here === null) return;
    // Only the list itself: the page stays where the editor has it.
    list.scrollTop = (here.parentElement?.offsetTop ?? 0) - list.clientHeight / 3;
    if (hasFocus) here.focus({ preventScroll: true });
  }

  #click({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("button[data-key], button[data-do]") : null;
    if (button === null) return;
    const { key, do: name } = button.dataset;
    if (key !== undefined) this.go(this.find(key) ?? this.current);
    else this.#act(name ?? "");
  }

  /** What Ctrl and Enter do in a field. */
  protected fromField(): string {
    return "accept";
  }

  /** What keys and buttons do, by the names of the buttons. */
  #act(name: string): void {
    if (name === "undo") void this.undo();
    else if (name === "next") this.step(1);
    else if (name === "previous") this.step(-1);
    else if (this.current !== null) this.judge(name, this.current);
  }

  #press(event: KeyboardEvent): void {
    const { target } = event;
    if (isTyping(target)) {
      if (event.ctrlKey && event.key === "Enter") this.#act(this.fromField());
      else if (event.key === "Escape" && target instanceof HTMLElement) target.blur();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) this.#letter(event);
  }

  #letter(event: KeyboardEvent): void {
    // Who speaks to the browser, or steers it by other keys, must be able to turn single letters off.
    if (!part<HTMLInputElement>(this, "[data-keys]").checked || document.querySelector("dialog[open]") !== null) return;
    const key = CSS.escape(event.key.toLowerCase());
    const button = this.querySelector<HTMLButtonElement>(`button[data-do][aria-keyshortcuts="${key}"]`);
    if (button === null || button.hidden) return;
    event.preventDefault();
    this.#act(button.dataset["do"] ?? "");
  }
}
