import type { ProvisionKind } from "../model.ts";
import { simplify } from "../normalize/script.ts";
import { sentenceEnds } from "./sentences.ts";

/** Where a title ends and its text begins: offsets into the text that follows a number, or into a paragraph. */
export interface Title {
  /** Units of the title proper. */
  readonly length: number;
  /** Units of the 。 that closes it, 0 where none does. */
  readonly stop: number;
}

const MAX_TITLE = 30;
const MAX_TITLE_WITH_COMMA = 24;
const MAX_LINE = 60;

/** Headings that official documents use by convention: they can be told from the text that a scrape glued to them. */
const CONVENTIONAL =
  /^(?:总体要求|指导思想|基本原则|总体思路|总体目标|主要目标|发展目标|工作目标|重点任务|主要任务|工作任务|保障措施|组织实施|政策措施|实施步骤|发展基础|发展环境|发展形势)(?![和与及、。，；：]|$)/u;

/** A short phrase such as 坚持创新驱动: no clause with a year to reach, no list, at most one comma. */
function hasTitleShape(text: string): boolean {
  const commas = text.match(/[，,]/g)?.length ?? 0;
  const limit = commas === 0 ? MAX_TITLE : MAX_TITLE_WITH_COMMA;
  return text.length > 1 && text.length <= limit && commas <= 1 && !/[：:；;]|到\s*\d{4}\s*年|^[（(]/u.test(text);
}

/** A run-in title: the first sentence, when it is short, ends in 。 and more text follows. */
export function runInTitle(text: string): Title | null {
  const end = sentenceEnds(text)[0] ?? 0;
  const short = text.charAt(end - 1) === "。" && end < text.length && hasTitleShape(text.slice(0, end - 1));
  return short ? { length: end - 1, stop: 1 } : null;
}

/** A paragraph that is nothing but a title, with or without 。. */
export function standaloneTitle(text: string): Title | null {
  const stop = text.endsWith("。") ? 1 : 0;
  const body = text.slice(0, text.length - stop);
  return hasTitleShape(body) && !/[。！？…，,]/u.test(body) ? { length: body.length, stop } : null;
}

/** The title in `rest`, the text behind a number of this kind; `bold` units of it are set in bold. */
export function numberedTitle(rest: string, kind: ProvisionKind, bold: number): Title | null {
  const glued = CONVENTIONAL.exec(simplify(rest))?.[0].length;
  if (glued !== undefined) return { length: glued, stop: 0 };
  if (bold > 1 && bold < rest.length)
    return { length: bold - (rest.charAt(bold - 1) === "。" ? 1 : 0), stop: rest.charAt(bold - 1) === "。" ? 1 : 0 };
  const runIn = runInTitle(rest);
  if (runIn) return runIn;
  const isWhole = (sentenceEnds(rest)[0] ?? 0) === rest.length;
  if (!isWhole || rest === "" || kind === "article") return null;
  if (!/[。；！？]$/u.test(rest))
    return rest.length <= MAX_LINE && !/[，,：:]$/u.test(rest) ? { length: rest.length, stop: 0 } : null;
  const closedHeading = kind !== "item" && kind !== "point" && kind !== "subpoint" && hasTitleShape(rest.slice(0, -1));
  return closedHeading && rest.endsWith("。") ? { length: rest.length - 1, stop: 1 } : null;
}
