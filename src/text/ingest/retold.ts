import { matchKey } from "../normalize/fold.ts";
import { cut, type Mapped, slice } from "../normalize/mapped.ts";
import type { Kept } from "../structure/finish.ts";
import { readMarker } from "../structure/marker.ts";
import { sentenceEnds } from "../structure/sentences.ts";
import type { Dropped } from "./drop.ts";

/**
 * A news lead or a summary retells the document: the runs of it that stand in a clause repeat that clause, the words
 * around them are the reteller's own.
 */

/** A shorter run, 原料药产业 say, stands everywhere and proves nothing. */
const SHORTEST_RUN = 8;

export interface Repeat {
  readonly units: Mapped;
  readonly of: string;
}

/** All clauses and titles as one string to search in, none running into the next. */
class Haystack {
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly eIds: string[] = [];

  constructor(kept: readonly Kept[]) {
    let length = 0;
    const keys = kept.flatMap(({ eId, source: { text } }) => {
      // A summary repeats titles with numbers of its own.
      const number = readMarker(text)?.length ?? 0;
      return (number > 0 ? [text, text.slice(number)] : [text]).map((part) => {
        const key = matchKey(part);
        this.starts.push(length);
        this.eIds.push(eId);
        length += key.length + 1;
        return key;
      });
    });
    this.text = keys.join("\n");
  }

  /** Where the whole of `key` stands, a clause that is nothing else first. */
  find(key: string): string | null {
    const whole = `\n${this.text}\n`.indexOf(`\n${key}\n`);
    const at = whole >= 0 ? whole : key.length >= SHORTEST_RUN ? this.text.indexOf(key) : -1;
    if (at < 0 || key === "") return null;
    return this.eIds[this.starts.findLastIndex((start) => start <= at)] ?? null;
  }
}

const phraseEnds = (text: string): number[] => Array.from(text.matchAll(/[，,、：:]/gu), (m) => m.index + 1);

/** The longest runs of phrases that repeat a clause, and what is left between them. */
function compare(sentence: Mapped, haystack: Haystack): { repeats: Repeat[]; own: Mapped[] } {
  const whole = haystack.find(matchKey(sentence.text));
  if (whole !== null) return { repeats: [{ units: sentence, of: whole }], own: [] };
  const edges = [0, ...phraseEnds(sentence.text), sentence.text.length];
  const repeats: Repeat[] = [];
  const own: Mapped[] = [];
  for (let from = 0; from < edges.length - 1; ) {
    let to = edges.length - 1;
    let of: string | null = null;
    for (; to > from && of === null; to--) of = haystack.find(matchKey(sentence.text.slice(edges[from], edges[to])));
    const end = of === null ? from + 1 : to + 1;
    const units = slice(sentence, edges[from] as number, edges[end]);
    if (of === null) own.push(units);
    else repeats.push({ units, of });
    from = end;
  }
  return { repeats, own };
}

/** Divides retold passages into what repeats the kept text and what is boilerplate. */
export function divideRetold(retold: readonly Dropped[], kept: readonly Kept[]): { repeats: Repeat[]; own: Dropped[] } {
  const haystack = new Haystack(kept);
  const repeats: Repeat[] = [];
  const own: Dropped[] = [];
  for (const { units, rule, why } of retold) {
    const number = readMarker(units.text)?.length ?? 0;
    if (number > 0) own.push({ units: slice(units, 0, number), rule, why });
    const text = slice(units, number);
    for (const sentence of cut(text, sentenceEnds(text.text).slice(0, -1))) {
      const divided = compare(sentence, haystack);
      repeats.push(...divided.repeats);
      own.push(...divided.own.map((piece) => ({ units: piece, rule, why })));
    }
  }
  return { repeats, own };
}
