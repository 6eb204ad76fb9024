import type { Clause, Paragraph, Provision, Responsible } from "../model.ts";
import { fold, type Reading } from "../normalize/fold.ts";
import type { Line } from "../normalize/line.ts";
import { cut, type Mapped } from "../normalize/mapped.ts";
import { type Content, type Draft, draft, isDraft } from "./draft.ts";
import { nameChildren } from "./ids.ts";
import { readResponsible } from "./responsible.ts";
import { sentenceEnds } from "./sentences.ts";

/** Which units of the seed make up a clause or the title of a provision. */
export interface Kept {
  readonly eId: string;
  readonly source: Mapped;
}

export interface Finished {
  readonly provisions: readonly Provision[];
  readonly kept: readonly Kept[];
  readonly bullets: readonly Mapped[];
}

/** Paragraphs behind the first child close the provision: they become a child of their own, so that order is kept. */
function wrapTrailing(content: readonly Content[]): Content[] {
  const wrapped: Content[] = [];
  let wrap: Draft | null = null;
  for (const c of content) {
    const last = wrapped.at(-1);
    if (isDraft(c)) wrap = null;
    else if (!wrap && last && isDraft(last)) {
      wrap = draft("wrap");
      wrapped.push(wrap);
    }
    if (wrap && !isDraft(c)) wrap.content.push(c);
    else wrapped.push(c);
  }
  return wrapped;
}

class Finisher {
  readonly kept: Kept[] = [];
  readonly bullets: Mapped[] = [];
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  provisions(drafts: readonly Draft[], parent: string): Provision[] {
    const names = nameChildren(drafts, parent);
    return drafts.map((d, i) => this.provision(d, names[i] as string));
  }

  private provision(d: Draft, eId: string): Provision {
    if (d.title.text !== "") this.kept.push({ eId, source: d.title });
    if (d.bullet.text !== "") this.bullets.push(d.bullet);
    const content = wrapTrailing(d.content);
    const paragraphs = content
      .flatMap((c): Line[] => (isDraft(c) ? [] : [c]))
      .map((p, i) => this.paragraph(p, `${eId}__p_${i + 1}`));
    const { kind, num, heading, stop, note } = d;
    const children = this.provisions(content.filter(isDraft), eId);
    return { eId, kind, num, heading, stop, paragraphs, children, note, responsible: responsibleFor(paragraphs) };
  }

  private paragraph(p: Line, eId: string): Paragraph {
    const clauses = cut(p.text, sentenceEnds(p.text.text).slice(0, -1)).map((source, i): Clause => {
      const clause = `${eId}__cl_${i + 1}`;
      this.kept.push({ eId: clause, source });
      return { eId: clause, original: source.text, text: fold(source.text, this.reading) };
    });
    return { eId, clauses };
  }
}

function responsibleFor(paragraphs: readonly Paragraph[]): Responsible | null {
  for (const { eId, text } of paragraphs.flatMap((p) => p.clauses)) {
    const bodies = readResponsible(text);
    if (bodies) return { eId, ...bodies };
  }
  return null;
}

/** Gives every provision, paragraph and clause its eId, and says which units of the source each of them keeps. */
export function finish(drafts: readonly Draft[], reading: Reading): Finished {
  const finisher = new Finisher(reading);
  const provisions = finisher.provisions(drafts, "");
  return { provisions, kept: finisher.kept, bullets: finisher.bullets };
}
