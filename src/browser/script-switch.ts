const KEY = "yange:script";

interface Held {
  readonly clause: Element;
  readonly top: number;
}

/** The first clause that the reader sees whole, and where it stands. */
function topClause(): Held | null {
  for (const clause of document.querySelectorAll(".clause")) {
    const { top } = clause.getBoundingClientRect();
    if (top >= 0) return { clause, top };
  }
  return null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(script: string): void {
  try {
    localStorage.setItem(KEY, script);
  } catch {
    // Storage is forbidden: the choice holds for this page only.
  }
}

/** `<script-switch>` around radio buttons: remembers the choice and keeps the reader's place when lines re-wrap. */
export class ScriptSwitch extends HTMLElement {
  #held: Held | null = null;

  connectedCallback(): void {
    const choice = remembered();
    for (const radio of this.querySelectorAll("input")) if (radio.value === choice) radio.checked = true;
    // The style has changed by the time of `change`, so the place is taken down as the reader reaches for the switch.
    const hold = () => {
      this.#held = topClause();
    };
    this.addEventListener("pointerdown", hold);
    this.addEventListener("keydown", hold);
    this.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement) remember(event.target.value);
      if (this.#held === null) return;
      const { clause, top } = this.#held;
      window.scrollBy({ top: clause.getBoundingClientRect().top - top, behavior: "instant" });
    });
  }
}

customElements.define("script-switch", ScriptSwitch);
