import type { Provision, ProvisionKind, Responsible } from "../text/model.ts";

/** Kinds whose heading is a heading of the page; the heading of any other only opens its paragraph in bold. */
const HEADED: ReadonlySet<ProvisionKind> = new Set([
  "part",
  "chapter",
  "division",
  "article",
  "section",
  "subsection",
  "head",
  "box",
  "preface",
]);

/**
 * - `block` a heading on its own line
 * - `run-in` a heading of the page that runs on into its first paragraph, as printed
 * - `lead` bold words that open the first paragraph
 * - `none` no heading
 */
export type HeadingForm = "block" | "run-in" | "lead" | "none";

export function headingForm({ kind, num, heading, stop, paragraphs }: Provision): HeadingForm {
  if (num === null && heading === null) return kind === "preface" ? "block" : "none";
  const runsOn = stop !== "" && paragraphs.length > 0 && kind !== "head";
  if (HEADED.has(kind)) return runsOn ? "run-in" : "block";
  return paragraphs.length > 0 ? "lead" : "block";
}

/** The element of a heading: h2 under the title of the page, never below h6. */
export function headingTag(level: number): "h2" | "h3" | "h4" | "h5" | "h6" {
  return (["h2", "h3", "h4", "h5"] as const)[level - 2] ?? "h6";
}

/** The level for the children of a provision: one deeper only if it has a heading itself. */
export function childLevel(form: HeadingForm, level: number): number {
  return form === "block" || form === "run-in" ? level + 1 : level;
}

/** A group of bodies and the part they play. */
export interface Duty {
  readonly part: string;
  readonly bodies: readonly string[];
}

/** Who answers for a provision; a statement that names no one in front of the others names them all alike. */
export function duties({ lead, participants }: Responsible): readonly Duty[] {
  if (participants.length === 0) return [{ part: "责任单位", bodies: lead }];
  return [
    { part: "牵头", bodies: lead },
    { part: "参与", bodies: participants },
  ].filter(({ bodies }) => bodies.length > 0);
}
