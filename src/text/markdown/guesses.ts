import { settleConditions } from "../structure/conditions.ts";
import { type Content, type Draft, isDraft } from "../structure/draft.ts";
import { demoteEmpty, settleTitles } from "../structure/titles.ts";

/** Provisions that no markup told: their titles are guessed as a seed's are, once all that they hold is known. */
export class Guesses {
  private readonly all = new Set<Draft>();
  private readonly pasted = new Set<Draft>();

  /** @param isPasted Whether a whole passage was pasted, so that the titles inside are to be guessed as well. */
  add(made: Draft, isPasted: boolean): void {
    this.all.add(made);
    if (isPasted) this.pasted.add(made);
  }

  has(made: Draft): boolean {
    return this.all.has(made);
  }

  private settled(c: Content): Content {
    if (!isDraft(c)) return c;
    if (this.pasted.has(c)) return demoteEmpty({ ...c, content: settleTitles(c.content, c.kind) });
    const parts = c.kind === "article" ? settleConditions(c.content, (d) => this.all.has(d)) : c.content;
    const whole = { ...c, content: parts.map((inner) => this.settled(inner)) };
    return this.all.has(c) ? demoteEmpty(whole) : whole;
  }

  settle(drafts: readonly Draft[]): Draft[] {
    return drafts.map((d) => this.settled(d)).filter(isDraft);
  }
}
