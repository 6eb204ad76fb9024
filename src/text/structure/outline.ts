import type { Clause, PolicyDocument, Provision } from "../model.ts";

/**
 * A tree as a reader would note it, a provision a line: `kind num|heading|paragraphs|first six units of its text`,
 * two blanks of indentation a level.
 */
export function outline(provisions: readonly Provision[], depth = 0): string {
  return provisions
    .map(({ kind, num, heading, paragraphs, children }) => {
      const begins = paragraphs[0]?.clauses[0]?.original.slice(0, 6) ?? "";
      const own = `${"  ".repeat(depth)}${kind} ${num ?? ""}|${heading ?? ""}|${paragraphs.length}|${begins}\n`;
      return own + outline(children, depth + 1);
    })
    .join("");
}

/** All provisions, each before its children. */
export function allProvisions(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((p) => [p, ...allProvisions(p.children)]);
}

/** All clauses in reading order. */
export function allClauses({ provisions }: PolicyDocument): Clause[] {
  return allProvisions(provisions)
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ clauses }) => clauses);
}
