interface Stop {
  readonly link: HTMLAnchorElement;
  readonly target: HTMLElement;
}

/** How far below the top of the window a heading counts as reached, in pixels. */
const READING_LINE = 120;

/** Where the style sheet puts the list beside the text. */
const WIDE = matchMedia("(min-width: 64rem)");

function stops(root: HTMLElement): readonly Stop[] {
  return Array.from(root.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')).flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target === null ? [] : [{ link, target }];
  });
}

/** Scrolls the list alone: scrollIntoView would move the page under the reader. */
function reveal(link: HTMLElement): void {
  const list = link.closest<HTMLElement>(".contents");
  if (list === null || list.scrollHeight <= list.clientHeight) return;
  const offset = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (offset < 40 || offset > list.clientHeight - 60) list.scrollTop += offset - list.clientHeight / 3;
}

/** `<reading-contents>` around a table of contents: marks the line being read and names it in `[data-here]`. */
export class ReadingContents extends HTMLElement {
  #stops: readonly Stop[] = [];
  #current: Stop | undefined;
  #queued = false;

  connectedCallback(): void {
    this.#stops = stops(this);
    document.addEventListener("scroll", () => this.#queue(), { passive: true });
    this.addEventListener("click", (event) => this.#close(event));
    WIDE.addEventListener("change", () => this.#unfold());
    this.#unfold();
    this.#mark();
  }

  #queue(): void {
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#mark();
    });
  }

  #mark(): void {
    const reached = this.#stops.findLast(({ target }) => target.getBoundingClientRect().top <= READING_LINE);
    if (reached === this.#current) return;
    this.#current?.link.removeAttribute("aria-current");
    this.#current = reached;
    reached?.link.setAttribute("aria-current", "location");
    const here = this.querySelector<HTMLElement>("[data-here]");
    here?.replaceChildren(...(reached?.link.cloneNode(true).childNodes ?? []));
    if (reached !== undefined) reveal(reached.link);
  }

  /** Beside the text the list is always open; above it, only when asked for. */
  #unfold(): void {
    const details = this.querySelector("details");
    if (details !== null) details.open = WIDE.matches;
  }

  /** On a narrow page the list lies over the text that its links lead to. */
  #close(event: Event): void {
    const details = this.querySelector("details");
    if (details !== null && !WIDE.matches && event.target instanceof Element && event.target.closest("a") !== null)
      details.open = false;
  }
}

customElements.define("reading-contents", ReadingContents);
