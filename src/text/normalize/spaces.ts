import { filter, type Mapped } from "./mapped.ts";

const LATIN = /[\p{Script=Latin}\p{Script=Greek}\d.,;:!?'"()/&+%-]/u;

/** Blanks between two Latin words belong to the text; beside Chinese they are an accident of typesetting. */
export function closeSpaces(m: Mapped): Mapped {
  return filter(m, (unit, i) => {
    if (!/\s/.test(unit)) return true;
    const before = m.text.slice(0, i).trimEnd().at(-1) ?? "";
    const after =
      m.text
        .slice(i + 1)
        .trimStart()
        .at(0) ?? "";
    const firstOfRun = !/\s/.test(m.text.charAt(i - 1));
    return firstOfRun && LATIN.test(before) && LATIN.test(after) && /\p{L}/u.test(before + after);
  });
}
