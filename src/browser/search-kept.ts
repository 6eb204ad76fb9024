/** What a page remembers of its search while its reader follows a result and comes back. */
export interface Kept {
  /** How many results were listed. */
  readonly most?: number;
  /** Where the page stood, in pixels. */
  readonly top?: number;
  /** What stood in the field of an open dialog. */
  readonly dialog?: string;
}

export function kept(): Kept | null {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "search" in state ? (state.search as Kept) : null;
}

/** Keeps it with the entry of the history that the page is, and, if one is given, sets the query of its address. */
export function keep(search: Kept, query?: string): void {
  try {
    history.replaceState({ search }, "", query === undefined ? undefined : `${location.pathname}${query}`);
  } catch {
    // A browser that forbids it, or that was asked too often: the page shows the same all the while.
  }
}
