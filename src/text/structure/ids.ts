import type { ProvisionKind } from "../model.ts";
import { matchKey } from "../normalize/fold.ts";

/** Akoma Ntoso names where it has one for the thing. */
const NAMES: Readonly<Record<ProvisionKind, string>> = {
  preface: "preface",
  preamble: "preamble",
  part: "part",
  chapter: "chp",
  division: "div",
  article: "art",
  section: "sec",
  subsection: "sub",
  item: "item",
  point: "point",
  subpoint: "spoint",
  head: "head",
  lead: "lead",
  dash: "dash",
  box: "box",
  wrap: "wrap",
  gap: "gap",
};

/** FNV-1a (Fowler, Noll, Vo), 32 bits, as four letters and digits: short, and the same on every machine. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint16Array(Array.from(text, (c) => c.charCodeAt(0))))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0").slice(-4);
}

const SEGMENT = /^[a-z]+(?:_[a-z0-9]+)?(?:-\d+)?$/u;
const KINDS: ReadonlySet<string> = new Set(Object.values(NAMES));

/** Whether a name could be an eId: of a provision, a paragraph or a clause, in this text or another. */
export function isEId(name: string): boolean {
  const [first = "", ...rest] = name.split("__");
  const [kind = ""] = first.split(/[_-]/u);
  return KINDS.has(kind) && [first, ...rest].every((segment) => SEGMENT.test(segment));
}

export interface Nameable {
  readonly kind: ProvisionKind;
  readonly value: number | null;
  readonly heading: string | null;
}

/**
 * Names the children of one provision. A numbered one is named by its number and a titled one by a hash of its title,
 * so that inserting a sibling renames nothing else; only what has neither is counted. A name that is taken gets the
 * next free `-2`, `-3`.
 */
export function nameChildren(children: readonly Nameable[], parent: string): string[] {
  const taken = new Set<string>();
  const counts = new Map<ProvisionKind, number>();
  return children.map(({ kind, value, heading }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const unique = kind === "preface" || kind === "preamble";
    const key = kind === "gap" ? count : (value ?? (heading === null ? count : shortHash(matchKey(heading))));
    const base = unique ? NAMES[kind] : `${NAMES[kind]}_${key}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    taken.add(name);
    return parent === "" ? name : `${parent}__${name}`;
  });
}
