import type { Alignment, PolicyDocument, Target, Theme, Thread } from "../model.ts";
import type { Redirect } from "../redirects/redirect.ts";

/** All that the site says of some content. What faults keep from being known is null. */
export interface Snapshot {
  /** In date order. */
  readonly documents: readonly PolicyDocument[];
  /** Ids of documents that could not be read. */
  readonly unread: readonly string[];
  readonly redirects: readonly Redirect[];
  readonly alignments: readonly Alignment[] | null;
  readonly targets: readonly Target[] | null;
  readonly themes: readonly Theme[] | null;
  readonly threads: readonly Thread[] | null;
}
