import { markdown } from "../markdown/format.ts";
import { parseDocument } from "../markdown/parse.ts";
import type { DocumentMeta, Provision } from "../model.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** A document as its rules look at it: its tree, and the Markdown that it stands in. */
export interface Sheet {
  readonly source: string;
  /** The recipe that it is made from; null for one that an editor writes. */
  readonly recipe: string | null;
  readonly meta: DocumentMeta | null;
  readonly provisions: readonly Provision[];
  readonly passages: readonly Passage[];
  /** Where in the Markdown provisions and clauses begin, by eId. */
  readonly places: ReadonlyMap<string, number>;
}

/** Finds the pieces of a document in its Markdown: they stand in the same order. */
class Finder {
  readonly places = new Map<string, number>();
  private readonly text: string;
  private readonly at: readonly number[];
  private from = 0;

  constructor(passages: readonly Passage[]) {
    const units = passages.flatMap(({ text }) =>
      text.at.flatMap((at, i) => (/\s/u.test(text.text.charAt(i)) ? [] : [{ unit: text.text.charAt(i), at }])),
    );
    this.text = units.map(({ unit }) => unit).join("");
    this.at = units.map(({ at }) => at);
  }

  private find(eId: string, piece: string): void {
    const key = piece.replace(/\s/gu, "");
    if (key === "") return;
    const ahead = this.text.indexOf(key, this.from);
    // The letter leads the tree wherever it stands in the file.
    const found = ahead >= 0 ? ahead : this.text.indexOf(key);
    if (found < 0) return;
    this.places.set(eId, this.at[found] ?? 0);
    this.from = found + key.length;
  }

  walk(provisions: readonly Provision[]): void {
    for (const { eId, kind, num, heading, paragraphs, children } of provisions) {
      if (kind !== "gap") this.find(eId, `${num ?? ""}${heading ?? ""}`);
      for (const clause of paragraphs.flatMap((p) => p.clauses)) {
        this.find(clause.eId, clause.original);
        if (!this.places.has(eId)) this.places.set(eId, this.places.get(clause.eId) ?? 0);
      }
      this.walk(children);
    }
  }
}

/** @param recipe the path of the recipe that the document is made from, if it is */
export function readSheet(source: string, recipe: string | null): Sheet {
  const passages = passagesOf(markdown.parse(source), source);
  const { document } = parseDocument(source);
  const finder = new Finder(passages);
  finder.walk(document?.provisions ?? []);
  const { meta = null, provisions = [] } = document ?? {};
  return { source, recipe, meta, provisions, passages, places: finder.places };
}
