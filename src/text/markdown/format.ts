import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { ProvisionKind } from "../model.ts";
import { RANK } from "../structure/marker.ts";

/**
 * How a document is written in Markdown, for reading and writing alike:
 * parts to subsections and unnumbered heads are headings; articles, items and points, and whatever stands inside one, are
 * paragraphs that begin with their number, in bold with their title if they have one; run-in leads are bold; dashes are lists; boxes, gaps, the
 * letter and closing paragraphs are `:::` containers, and `level` says behind which kind of provision one stands.
 */

export const HEADING_KINDS: ReadonlySet<ProvisionKind> = new Set([
  "part",
  "chapter",
  "division",
  "section",
  "subsection",
  "head",
]);

export const CONTAINERS = ["preface", "box", "gap", "wrap"] as const;
export type Container = (typeof CONTAINERS)[number];

/** Headings nest by depth, 2 to 6; below them numbered paragraphs by number; below those what has no number. */
const BELOW_HEADINGS = 10;
export const UNNUMBERED = 100;
export const paragraphRank = (kind: ProvisionKind): number => BELOW_HEADINGS + (RANK.get(kind) ?? UNNUMBERED);
export const BOX = paragraphRank("article") + 0.5;

export const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkDirective)
  .use(remarkStringify, { bullet: "-", rule: "-", emphasis: "_", listItemIndent: "one" })
  .freeze();
