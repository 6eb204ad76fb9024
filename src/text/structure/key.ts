import type { ClauseRef } from "../model.ts";

/** A clause of the corpus as one word, for maps and for addresses. */
export const keyOf = ({ document, eId }: ClauseRef): string => `${document}--${eId}`;
