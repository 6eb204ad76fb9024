import { type Mapped, slice } from "../normalize/mapped.ts";
import type { Misfit } from "../problems/yaml.ts";
import type { Reassembled } from "../reassemble/reassemble.ts";
import { printedDate } from "./front.ts";
import { noMatch, type Recipe } from "./recipe.ts";

/** What the recipe states, as it would stand in the text. */
function statements(recipe: Recipe): { field: string; path: (string | number)[]; text: string }[] {
  const { title, number, issuers, issued, horizon } = recipe;
  return [
    { field: "title", path: ["title"], text: title },
    ...(number === null ? [] : [{ field: "number", path: ["number"], text: number }]),
    ...issuers.map((text, i) => ({ field: "issuers", path: ["issuers", i], text })),
    { field: "issued", path: ["issued"], text: printedDate(issued) },
    ...horizon.map((year, i) => ({ field: "horizon", path: ["horizon", i], text: `${year}年` })),
  ];
}

/**
 * A fact that the seed does not state must be marked as the editor's own, and one that it does state must not. `text`
 * is the seed without stray blanks.
 */
export function unconfirmed(recipe: Recipe, text: string): Misfit[] {
  const supplied = new Set(recipe.supplied.map((s) => s.field));
  const stated = statements(recipe);
  const missing = stated
    .filter(({ field, text: fact }) => !supplied.has(field) && !text.includes(fact))
    .map(
      ({ field, path, text: fact }): Misfit => ({
        path,
        rule: "recipe-unconfirmed",
        message: `${field} 的“${fact}”在种子里找不到：改正，或把 ${field} 列入 supplied 并写明理由`,
      }),
    );
  const needless = recipe.supplied.flatMap(({ field }, i): Misfit[] => {
    const facts = stated.filter((s) => s.field === field);
    const confirmed = facts.length > 0 && facts.every((s) => text.includes(s.text));
    return confirmed
      ? [
          {
            path: ["supplied", i],
            rule: "recipe-needless",
            message: `${field} 在种子里找得到，不算编者补充：删去这一条`,
          },
        ]
      : [];
  });
  const unmatched = recipe.front.flatMap((fact, i): Misfit[] =>
    text.includes(fact) ? [] : [noMatch(["front", i], `种子里没有“${fact}”`)],
  );
  return [...missing, ...needless, ...unmatched];
}

/**
 * Where a stated fact stands when the text has no front matter of its own for it: in a site's introduction, say, that
 * is otherwise boilerplate.
 */
export function evidence(recipe: Recipe, parts: Reassembled["parts"], boilerplate: readonly Mapped[]): Mapped[] {
  const front = parts.flatMap((part) => (part.type === "front" ? [part.text.text] : [])).join("\n");
  const own = new Set(["horizon", ...recipe.supplied.map((s) => s.field)]);
  const facts = statements(recipe).filter(({ field, text }) => !own.has(field) && !front.includes(text));
  return facts.flatMap(({ text }) => {
    const home = boilerplate.find((units) => units.text.includes(text));
    const start = home?.text.indexOf(text) ?? 0;
    return home ? [slice(home, start, start + text.length)] : [];
  });
}
