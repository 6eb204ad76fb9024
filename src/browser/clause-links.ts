const SHOWN_FOR = 2000;

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or a page that the browser does not call secure. The link is in the address bar either way.
    return false;
  }
}

/** `<clause-links>`: pressing a link of class `cite` also copies its address and says so in `[data-notice]`. */
export class ClauseLinks extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.cite") : null;
      if (link !== null)
        void copy(link.href).then((copied) => this.#say(copied ? "已复制" : "链接已在地址栏，请从那里复制"));
    });
  }

  #say(words: string): void {
    const notice = this.querySelector("[data-notice]");
    if (notice === null) return;
    notice.textContent = words;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      notice.textContent = "";
    }, SHOWN_FOR);
  }
}

customElements.define("clause-links", ClauseLinks);
