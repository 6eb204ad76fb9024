import type { DocumentMeta, Provision, ProvisionKind } from "../text/model.ts";
import { fold } from "../text/normalize/fold.ts";

/** A line of the table of contents. */
export interface OutlineEntry {
  readonly eId: string;
  readonly original: string;
  readonly text: string;
  readonly children: readonly OutlineEntry[];
}

/** Kinds that a reader would look for; the smaller ones would drown them. */
const LISTED: ReadonlySet<ProvisionKind> = new Set([
  "preface",
  "part",
  "chapter",
  "division",
  "article",
  "section",
  "subsection",
  "head",
  "box",
  "gap",
]);

const NAMES: Partial<Readonly<Record<ProvisionKind, string>>> = { preface: "印发通知", gap: "（缺失）" };

/** What a provision without a heading of its own is called, or null if it needs no name. */
export function unnumberedName(kind: ProvisionKind): string | null {
  return NAMES[kind] ?? null;
}

/** What stands where the source lacks text. */
export const gapNote = (missing: string): string => `此处抓取文本缺失：${missing}`;

/** A number and its heading; a number that does not end in a sign, such as 专栏1, is parted by a space. */
export function titleOf(num: string | null, heading: string | null): string {
  const gap = num !== null && heading !== null && /[\p{L}\p{N}]$/u.test(num) ? " " : "";
  return `${num ?? ""}${gap}${heading ?? ""}`;
}

export function outline(provisions: readonly Provision[], meta: DocumentMeta): readonly OutlineEntry[] {
  return provisions.flatMap((provision) => {
    const children = outline(provision.children, meta);
    if (!LISTED.has(provision.kind)) return children;
    const original = `${titleOf(provision.num, provision.heading)}${unnumberedName(provision.kind) ?? ""}`;
    return [{ eId: provision.eId, original, text: fold(original, meta), children }];
  });
}
