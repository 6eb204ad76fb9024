import { everyStatement, type Statement } from "../../src/text/collation/statement.ts";
import type { Clause, PolicyDocument, Provision } from "../../src/text/model.ts";

/** Documents made of the real clauses, shaken together: what a larger corpus would be like. */

/** Park and Miller's generator: the same in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** One part of a sentence in seven is lost, so that no copy is quite the same. */
function shaken(text: string, random: () => number): string {
  const parts = text.split("，").filter(() => random() > 1 / 7);
  return parts.length === 0 ? text : parts.join("，");
}

interface Recipe {
  readonly pool: readonly Statement[];
  readonly like: PolicyDocument;
  readonly characters: number;
}

function made({ pool, like, characters }: Recipe, id: string, random: () => number): PolicyDocument {
  const pick = (): Statement => pool[Math.floor(random() * pool.length)] as Statement;
  const provisions: Provision[] = [];
  for (let length = 0; length < characters; ) {
    const eId = `sec_${provisions.length + 1}`;
    const clauses = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i): Clause => {
      const text = shaken(pick().clause.text, random);
      length += text.length;
      return { eId: `${eId}__p_1__cl_${i + 1}`, text, original: text };
    });
    const paragraphs = [{ eId: `${eId}__p_1`, clauses }];
    const heading = pick().path.at(-1) ?? null;
    provisions.push({
      eId,
      kind: "section",
      num: null,
      heading,
      stop: "",
      paragraphs,
      children: [],
      note: null,
      responsible: null,
    });
  }
  return { meta: { ...like.meta, id }, provisions };
}

/** `size` documents of about as many `characters` each. */
export function madeDocuments(
  size: number,
  documents: readonly PolicyDocument[],
  characters: number,
): readonly PolicyDocument[] {
  const random = chance(size);
  const pool = documents.flatMap((document) => everyStatement(document));
  const recipe = { pool, like: documents[0] as PolicyDocument, characters };
  return Array.from({ length: size }, (_, i) => made(recipe, `made-${i}`, random));
}
