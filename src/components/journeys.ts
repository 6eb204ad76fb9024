import { compare } from "../text/diff/compare.ts";
import type { Relation, Station, Thread } from "../text/model.ts";
import { keyOf } from "../text/structure/key.ts";
import { rowId } from "./comparison.ts";
import { type Mark, marksOn, unmarked } from "./marks.ts";
import type { Place } from "./places.ts";
import { originName } from "./relations.ts";

/** A clause on a thread as a page shows it. */
export interface Stop {
  readonly document: string;
  readonly eId: string;
  readonly place: Place;
  /** Its text, marked where it differs from the stop before. */
  readonly marks: readonly Mark[];
  /** How it goes with the stop before; null for the first. */
  readonly step: {
    readonly from: string;
    readonly relation: Relation;
    readonly originName: string;
    /** The row of the comparison. */
    readonly row: string;
  } | null;
}

export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly theme: string | null;
  /** One for each document of the corpus in date order; null where the thread passes it by. */
  readonly stops: readonly (Stop | null)[];
  /** How many documents it goes through. */
  readonly reach: number;
}

/** What is known of every clause, by key. */
export interface Told {
  readonly texts: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, Place>;
}

export function stopOf({ document, eId, after }: Station, { texts, places }: Told): Stop {
  const place = places.get(keyOf({ document, eId }));
  const text = texts.get(keyOf({ document, eId }));
  if (place === undefined || text === undefined) throw new Error(`no clause ${eId} in ${document}`);
  if (after === null) return { document, eId, place, marks: unmarked(text), step: null };
  const marks = marksOn("to", text, compare(texts.get(keyOf(after.from)) ?? "", text));
  const row = rowId(after.from.eId, after.to.eId);
  const step = { from: after.from.document, relation: after.relation, originName: originName(after), row };
  return { document, eId, place, marks, step };
}

/** @param order document ids in date order */
export function journeyOf({ id, name, theme, stations }: Thread, order: readonly string[], told: Told): Journey {
  const stops = order.map((document) => {
    const station = stations.find((one) => one.document === document);
    return station ? stopOf(station, told) : null;
  });
  return { id, name, theme, stops, reach: stations.length };
}

/** Journeys by how many documents they go through, the farthest first. */
export function byReach(journeys: readonly Journey[]): readonly (readonly [reach: number, Journey[]])[] {
  return [...Map.groupBy(journeys, ({ reach }) => reach)].sort(([x], [y]) => y - x);
}
