import type { Paragraph } from "../text/model.ts";
import type { Comparison } from "./comparisons.ts";
import type { Member } from "./corpus.ts";
import type { Kinship } from "./kin.ts";

/** What the notes beside a document's paragraphs are made of. */
export interface KinNotes {
  readonly id: string;
  readonly kin: ReadonlyMap<string, Kinship>;
  /** The documents that the notes name, by id. */
  readonly members: ReadonlyMap<string, Member>;
}

export function kinNotes(id: string, kin: ReadonlyMap<string, Kinship>, compared: readonly Comparison[]): KinNotes {
  const members = compared.flatMap(({ from, to }) => [from, to]);
  return { id, kin, members: new Map(members.map((member) => [member.document.meta.id, member])) };
}

/** The clauses of a paragraph that something is said of, each with its number in the paragraph. */
export function notesOf({ clauses }: Paragraph, { kin }: KinNotes) {
  return clauses.flatMap(({ eId }, i) => {
    const kinship = kin.get(eId);
    return kinship === undefined ? [] : [{ eId, number: i + 1, kinship }];
  });
}

/** Why nothing stands beside a clause on a side where something might. */
export function absence({ isNew, isDropped }: Kinship): string | null {
  const words = [...(isNew ? ["新增"] : []), ...(isDropped ? ["后来未再提及"] : [])];
  return words.length === 0 ? null : words.join("，");
}
