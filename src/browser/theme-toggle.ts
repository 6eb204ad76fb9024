const KEY = "yange:theme";
const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const NAMES: Readonly<Record<Theme, string>> = { auto: "自动", light: "浅色", dark: "深色" };

const root = document.documentElement;

function current(): Theme {
  return THEMES.find((theme) => theme === root.getAttribute("data-theme")) ?? "auto";
}

function apply(theme: Theme): void {
  if (theme === "auto") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is forbidden: the choice holds for this page only.
  }
}

/** `<theme-toggle>` around a button with a place for what is chosen: each press goes from automatic to light to dark and round again. */
export class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const chosen = this.querySelector("[data-chosen]");
    if (button === null || chosen === null) return;
    const say = () => {
      chosen.textContent = NAMES[current()];
    };
    say();
    button.addEventListener("click", () => {
      apply(THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? "auto");
      say();
    });
  }
}

customElements.define("theme-toggle", ThemeToggle);
