import type { Alignment } from "../model.ts";
import type { Edition } from "./edition.ts";

/**
 * The editor's word before the machine's: a proposal stays only where an editor has said nothing of either clause and
 * has not read the two documents through.
 */
export function merge(edition: Edition | null, proposed: readonly Alignment[]): Alignment[] {
  if (edition === null) return [...proposed];
  if (edition.complete) return [...edition.pairs];
  const from = new Set(edition.pairs.map((pair) => pair.from.eId));
  const to = new Set(edition.pairs.map((pair) => pair.to.eId));
  const rejected = new Set(edition.rejected.map((pair) => `${pair.from} ${pair.to}`));
  const left = proposed.filter(
    (pair) => !from.has(pair.from.eId) && !to.has(pair.to.eId) && !rejected.has(`${pair.from.eId} ${pair.to.eId}`),
  );
  return [...edition.pairs, ...left];
}
