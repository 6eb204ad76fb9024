import type { ProvisionKind } from "../model.ts";
import { matchKey } from "../normalize/fold.ts";
import { line } from "../normalize/line.ts";
import { concat, cut, type Mapped, slice } from "../normalize/mapped.ts";
import { readMarker } from "../structure/marker.ts";
import { segment, titleSpan } from "../structure/segment.ts";
import { sentenceEnds } from "../structure/sentences.ts";

/** A piece of a scrape that is moved and compared as a whole: a numbered title, a sentence, or a run of front matter. */
export interface Unit {
  readonly type: "title" | "sentence" | "front";
  readonly text: Mapped;
  /** What two copies share. */
  readonly key: string;
  readonly kind: ProvisionKind | null;
  readonly value: number;
}

function unit(type: Unit["type"], text: Mapped): Unit {
  const marker = type === "title" ? readMarker(text.text) : null;
  const key = `${type === "front" ? "front:" : ""}${matchKey(text.text)}`;
  return { type, text, key, kind: marker?.kind ?? null, value: marker?.value ?? 0 };
}

function sentences(text: Mapped): Unit[] {
  return cut(text, sentenceEnds(text.text).slice(0, -1)).map((piece) => unit("sentence", piece));
}

function unitsOf(text: Mapped): Unit[] {
  return segment(line(text)).flatMap((l) => {
    const at = titleSpan(l);
    if (!at) return sentences(l.text);
    // A number without a title of its own is known by the sentence that it stands before.
    const end = at.stop > at.num ? at.stop : (sentenceEnds(l.text.text)[0] ?? at.stop);
    return [unit("title", slice(l.text, 0, end)), ...sentences(slice(l.text, end))];
  });
}

export type Fragment = { readonly type: "front" | "text"; readonly text: Mapped };

/** The chunk ends inside a sentence: neither behind a sign that ends one nor behind a numbered title. */
function isBroken(text: string): boolean {
  const lastEnd = sentenceEnds(text).at(-2) ?? 0;
  return /[\p{L}\p{N}，、]$/u.test(text) && !readMarker(text.slice(lastEnd));
}

/** A chunk that ends inside a sentence goes on in the next one. */
function joinBroken(fragments: readonly Fragment[]): Fragment[] {
  return fragments.reduce<Fragment[]>((joined, fragment) => {
    const last = joined.at(-1);
    const goesOn =
      last?.type === "text" && fragment.type === "text" && isBroken(last.text.text) && !readMarker(fragment.text.text);
    if (goesOn) joined[joined.length - 1] = { type: "text", text: concat([last.text, fragment.text]) };
    else joined.push(fragment);
    return joined;
  }, []);
}

/** Cuts the fragments of a scrape into units, in the scrape's order. */
export function toUnits(fragments: readonly Fragment[]): Unit[] {
  return joinBroken(fragments).flatMap(({ type, text }) => (type === "front" ? [unit("front", text)] : unitsOf(text)));
}
