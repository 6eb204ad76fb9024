import { keep, kept } from "./search-kept.ts";
import { fileAddress } from "./site-root.ts";

/** What the reader is told when the script that searches cannot be had. The rest of the page needs none of it. */
const TROUBLE =
  "搜索用的文件 search/engine.js 缺失或损坏，暂时不能搜索；页面其余部分照常可用，也可以用浏览器自带的页内查找（Ctrl-F）。若是下载的文件夹，请完整解压后再打开。";

let engine: Promise<unknown> | null = null;

function loadScript(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = fileAddress("search/engine.js");
    script.addEventListener("load", () => (customElements.get("search-panel") ? resolve(null) : reject()));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

/** The code that searches is no part of any page: it comes when it is first wanted, and again if it did not come. */
async function loadEngine(): Promise<void> {
  engine ??= import.meta.env.DEV ? import("./search-engine-dev.ts") : loadScript();
  try {
    await engine;
  } catch (error) {
    engine = null;
    throw error;
  }
}

/** Whether the reader is writing, so that a key is a letter. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function opensSearch(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented || event.altKey) return false;
  if (event.key.toLowerCase() === "k") return event.ctrlKey !== event.metaKey && !event.shiftKey;
  const radio = event.target instanceof HTMLInputElement && /^(?:radio|checkbox|button)$/.test(event.target.type);
  return event.key === "/" && !event.ctrlKey && !event.metaKey && (radio || !isWriting(event.target));
}

/**
 * `<site-search>` around a link to the page of the search and a dialog: the link, `/` and Ctrl-K open the dialog, or go to
 * the field of a page that is there to search. A page that was found through a search has its hits marked.
 */
export class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#open();
    });
    document.addEventListener("keydown", (event) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      this.#open();
    });
    const dialog = this.#dialog;
    if (dialog !== null) this.#guard(dialog);
    const own = this.#own;
    // The field says what was asked for, even if the code to answer it should not come.
    if (own !== null) own.value = new URLSearchParams(location.search).get("q") ?? "";
    if (own !== null || /[?&]find=/.test(location.search)) void this.#load();
    const before = kept()?.dialog;
    if (before !== undefined) this.#open(before);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  /** The field of a page that is there to search. */
  get #own(): HTMLInputElement | null {
    return document.querySelector("search-panel[data-page] input[type=search]");
  }

  /** What closes the dialog, and what does not; and that who leaves it for a result finds it again. */
  #guard(dialog: HTMLDialogElement): void {
    let pressed: EventTarget | null = null;
    dialog.addEventListener("pointerdown", (event) => {
      pressed = event.target;
    });
    // A press on the dialog itself is one beside what it holds. Who marks text may end there, but begins inside.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog && pressed === dialog) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      // In a field that holds something, Escape would only empty it.
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => keep({}));
    addEventListener("pagehide", () => {
      const field = dialog.querySelector<HTMLInputElement>("input[type=search]");
      if (dialog.open && field !== null) keep({ dialog: field.value });
    });
  }

  #open(query?: string): void {
    const dialog = this.#dialog;
    const own = this.#own;
    if (own === null && dialog !== null && !dialog.open) dialog.showModal();
    const field = own ?? dialog?.querySelector<HTMLInputElement>("input[type=search]");
    if (field && query !== undefined) field.value = query;
    field?.focus();
    field?.select();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      await loadEngine();
    } catch {
      for (const place of document.querySelectorAll("search-panel [data-status]")) place.textContent = TROUBLE;
    }
  }
}

customElements.define("site-search", SiteSearch);
