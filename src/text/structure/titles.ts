import type { ProvisionKind } from "../model.ts";
import { type Line, line, partOf } from "../normalize/line.ts";
import { slice } from "../normalize/mapped.ts";
import { settleConditions } from "./conditions.ts";
import { type Content, type Draft, draft, isDraft } from "./draft.ts";
import { RANK, readMarker } from "./marker.ts";
import { runInTitle, standaloneTitle, type Title } from "./title.ts";

/**
 * Titles without a number are told by their siblings: a short first sentence titles its paragraph where most of the
 * paragraphs beside it begin likewise, or where the source sets one of them in bold. Alone it is just a sentence.
 */

/** Of the paragraphs from the first titled one to the last: an opening and a closing one have no title. */
const SHARE_BETWEEN = 0.6;
const SHARE_OF_ALL = 0.5;

const units = (p: Line): string => p.text.text;

function titled(kind: "head" | "lead", p: Line, title: Title): Draft {
  const end = title.length + title.stop;
  const made = draft(kind, {
    heading: units(p).slice(0, title.length),
    stop: units(p).slice(title.length, end),
    title: slice(p.text, 0, end),
  });
  if (end < units(p).length) made.content.push(partOf(p, end));
  return made;
}

/** A bold head that ends in 。 exactly where the bold does. */
const isBoldLead = (p: Line, title: Title): boolean => p.bold > 0 && p.bold === title.length + title.stop;

/** Paragraphs that are titles of those below them, by offset in `content`; none unless they have company or are bold. */
function findHeads(content: readonly Content[]): Map<number, Title> {
  const heads = new Map<number, Title>();
  let bold = 0;
  content.forEach((c, i) => {
    const next = content[i + 1];
    if (isDraft(c) || next === undefined) return;
    const title = standaloneTitle(units(c));
    if (!title) return;
    heads.set(i, title);
    if (c.bold === units(c).length) bold += 1;
  });
  // A title with another directly below it is a line of a list.
  for (const i of [...heads.keys()]) if (heads.has(i + 1)) heads.delete(i);
  return heads.size >= 2 || bold > 0 ? heads : new Map();
}

function gatherHeads(content: readonly Content[], heads: ReadonlyMap<number, Title>): Content[] {
  const gathered: Content[] = [];
  let current: Draft | null = null;
  content.forEach((c, i) => {
    const title = heads.get(i);
    if (title && !isDraft(c)) {
      current = titled("head", c, title);
      gathered.push(current);
    } else if (current) current.content.push(c);
    else gathered.push(c);
  });
  return gathered;
}

function findLeads(content: readonly Content[]): Map<number, Title> {
  const paragraphs = content.flatMap((c, i) => (isDraft(c) ? [] : [{ c, i, title: runInTitle(units(c)) }]));
  const leads = new Map(paragraphs.flatMap(({ i, title }): [number, Title][] => (title ? [[i, title]] : [])));
  const bold = paragraphs.some(({ c, title }) => title !== null && isBoldLead(c, title));
  const first = paragraphs.findIndex(({ title }) => title);
  const last = paragraphs.findLastIndex(({ title }) => title);
  const parallel = leads.size >= SHARE_BETWEEN * (last - first + 1) && leads.size >= SHARE_OF_ALL * paragraphs.length;
  return bold || (leads.size >= 2 && parallel) ? leads : new Map();
}

/** A paragraph between two titled ones goes on with the first; one after the last closes the whole. */
function gatherLeads(content: readonly Content[], leads: ReadonlyMap<number, Title>): Content[] {
  const last = Math.max(...leads.keys());
  let current: Draft | null = null;
  const gathered: Content[] = [];
  content.forEach((c, i) => {
    const title = leads.get(i);
    if (isDraft(c)) gathered.push(c);
    else if (title) {
      current = titled("lead", c, title);
      gathered.push(current);
    } else if (current && i < last) current.content.push(c);
    else gathered.push(c);
  });
  return gathered;
}

/** （一）具有新的治疗机理。 and no more: a sentence with a number, not a title of nothing. */
export function demoteEmpty(c: Draft): Draft {
  if (c.stop === "" || c.content.length > 0 || !RANK.has(c.kind) || c.kind === "box") return c;
  const number = readMarker(c.title.text)?.length ?? 0;
  const text = line(slice(c.title, number));
  return { ...c, heading: null, stop: "", title: slice(c.title, 0, number), content: [text] };
}

/** What a numbered paragraph holds are run-in titles at most. */
const HOLDS_NO_HEADS: ReadonlySet<ProvisionKind> = new Set(["article", "item", "point", "subpoint", "lead", "dash"]);

/** Finds unnumbered headings and run-in titles among the parts of a provision, and of those below it. */
export function settleTitles(content: readonly Content[], kind?: ProvisionKind): Content[] {
  const parts = kind === "article" ? settleConditions(content) : content;
  const heads = kind !== undefined && HOLDS_NO_HEADS.has(kind) ? new Map() : findHeads(parts);
  const withHeads = gatherHeads(parts, heads);
  const settled = withHeads.some((c) => isDraft(c) && c.kind === "head")
    ? withHeads
    : gatherLeads(withHeads, findLeads(withHeads));
  return settled.map((c) => (isDraft(c) ? demoteEmpty({ ...c, content: settleTitles(c.content, c.kind) }) : c));
}
