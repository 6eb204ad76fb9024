import { type CollectionEntry, getCollection } from "astro:content";
import { type Row, rows } from "../text/collation/rows.ts";
import { type Tallies, tallies } from "../text/collation/tally.ts";
import { corpus, type Member } from "./corpus.ts";
import { type Kinship, kinships } from "./kin.ts";
import { type Place, placesOf } from "./places.ts";
import { hasPage } from "./which-pairs.ts";

type Collation = CollectionEntry<"collations">["data"];

/** Two documents laid side by side. */
export interface Comparison {
  readonly from: Member;
  readonly to: Member;
  readonly collation: Collation;
  readonly rows: readonly Row[];
  readonly tallies: Tallies;
  readonly places: Readonly<Record<"from" | "to", ReadonlyMap<string, Place>>>;
}

/** Every two documents that were aligned, by the later's date and then the earlier's. */
async function collations(members: readonly Member[]): Promise<readonly Collation[]> {
  const position = new Map(members.map(({ document, position }) => [document.meta.id, position]));
  const at = (id: string): number => position.get(id) ?? 0;
  const all = (await getCollection("collations")).map(({ data }) => data);
  return all.sort((a, b) => at(a.to) - at(b.to) || at(a.from) - at(b.from));
}

/** Every pair of clauses of the corpus, as the site has it or as the machine alone would. */
export async function allAlignments(members: readonly Member[], by: "alignments" | "auto") {
  return (await collations(members)).flatMap((collation) => collation[by]);
}

async function gather(): Promise<readonly Comparison[]> {
  const members = await corpus();
  const aligned = await collations(members);
  return members.flatMap((to) =>
    members.slice(0, to.position - 1).flatMap((from): Comparison[] => {
      const [a, b] = [from.document, to.document];
      const collation = aligned.find((one) => one.from === a.meta.id && one.to === b.meta.id);
      if (collation === undefined || !hasPage(collation, to.position - from.position, members.length)) return [];
      const made = rows(a, b, collation.alignments);
      const places = { from: placesOf(a), to: placesOf(b) };
      return [{ from, to, collation, rows: made, tallies: tallies(made), places }];
    }),
  );
}

let gathered: Promise<readonly Comparison[]> | null = null;

/**
 * The pairs of documents that have a page, by the later's date and then the earlier's: all of them, or in a large
 * corpus those that an editor has read and those next to each other. Every page needs them, so a build asks once.
 */
export function comparisons(): Promise<readonly Comparison[]> {
  if (import.meta.env.DEV) return gather();
  gathered ??= gather();
  return gathered;
}

/** One static path per comparison. */
export async function comparisonPaths() {
  const all = await comparisons();
  return all.map((comparison) => ({
    params: { from: comparison.from.document.meta.id, to: comparison.to.document.meta.id },
    props: { comparison },
  }));
}

/** The comparisons of a document, and whom each of its clauses goes with in them. */
export async function kinOf({ document }: Member): Promise<{
  readonly compared: readonly Comparison[];
  readonly kin: ReadonlyMap<string, Kinship>;
}> {
  const { id } = document.meta;
  const all = await comparisons();
  const compared = all.filter(({ from, to }) => from.document.meta.id === id || to.document.meta.id === id);
  const laid = compared.map(({ from, to, rows: made, places }) => ({
    from: from.document,
    to: to.document,
    rows: made,
    places,
  }));
  return { compared, kin: kinships(id, laid) };
}
