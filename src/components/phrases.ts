const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Signs that must not begin a line, and those that must not end one. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** A title cut where a line may break: between words, as a reader would, and not inside them. */
export function phrases(title: string): readonly string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = found.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}
