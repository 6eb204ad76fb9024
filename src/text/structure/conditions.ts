import { line } from "../normalize/line.ts";
import { slice } from "../normalize/mapped.ts";
import { type Content, type Draft, isDraft } from "./draft.ts";
import { readMarker } from "./marker.ts";

/**
 * The conditions that an article lists, （一）…；（二）…。, are sentences, the last one too though it looks like a title
 * when a paragraph follows; and that paragraph, 前款规定的…, is the article's own.
 */

const endsOpen = (c: Content): boolean => {
  const [first] = isDraft(c) ? c.content : [];
  return (
    isDraft(c) && c.kind === "subsection" && first !== undefined && !isDraft(first) && /[；;]$/u.test(first.text.text)
  );
};

/** A title that closes the list, as the sentence that it is. */
function asSentence(c: Draft): Draft {
  if (c.stop === "") return c;
  const number = readMarker(c.title.text)?.length ?? 0;
  const text = line(slice(c.title, number));
  return { ...c, heading: null, stop: "", title: slice(c.title, 0, number), content: [text, ...c.content] };
}

/** Settles what an article holds. `isOwn` says which of its parts are open to it: markup may have settled others. */
export function settleConditions(content: readonly Content[], isOwn: (c: Draft) => boolean = () => true): Content[] {
  if (!content.some(endsOpen)) return [...content];
  return content.flatMap((c): Content[] => {
    if (!isDraft(c) || c.kind !== "subsection" || !isOwn(c)) return [c];
    const whole = asSentence(c);
    const [first, ...rest] = whole.content;
    if (first === undefined || isDraft(first) || rest.length === 0 || rest.some(isDraft)) return [whole];
    return [{ ...whole, content: [first] }, ...rest];
  });
}
