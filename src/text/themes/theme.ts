import type { PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { z } from "zod";
import { nearestClause } from "../collation/quote.ts";
import { markdown } from "../markdown/format.ts";
import { unwrapLines } from "../markdown/lines.ts";
import { nameOf } from "../markdown/names.ts";
import type { ClauseRef, PolicyDocument, Theme } from "../model.ts";
import { meant } from "../problems/nearest.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { keyOf } from "../structure/key.ts";
import { allProvisions } from "../structure/outline.ts";
import { subjects, termKey } from "./assign.ts";

/** An editor's topic: terms that clauses are told by, clauses that the terms miss or wrongly take, and what it is about. */

const ref = z.string().regex(/^[^#\s]+#[^#\s]+$/u, "句子写成“文件代号#句子代号”：改正");

const schema = z.strictObject({
  title: z.string().trim().min(1, "不能是空的：写主题的名称"),
  order: z.number().optional(),
  terms: z.array(z.string().trim().min(2, "至少写两个字，一个字处处都有：写得具体些")).min(1, "至少写一个用词：补上"),
  pinned: z.array(ref).default([]),
  excluded: z.array(ref).default([]),
});

type ThemeFile = z.infer<typeof schema>;

export type ReadTheme =
  | { readonly theme: Theme; readonly faults: readonly []; readonly warnings: readonly YamlFault[] }
  | { readonly theme: null; readonly faults: readonly YamlFault[]; readonly warnings: readonly [] };

/**
 * Reads a theme of content/themes: front matter, and one paragraph of plain text.
 * @param file its path; the name without `.md` is the theme's id
 */
export function readTheme(file: string, source: string, corpus: readonly PolicyDocument[]): ReadTheme {
  const id = file.replace(/^.*\//u, "").replace(/\.md$/u, "");
  const root = markdown.parse(source);
  const [first] = root.children;
  if (first?.type !== "yaml") {
    const message = "开头没有文件信息：以一行 --- 开头，写 title 和 terms，再以一行 --- 结束";
    return { theme: null, faults: [{ offset: 0, rule: "theme-front-matter", message }], warnings: [] };
  }
  const start = source.indexOf("\n", first.position?.start.offset ?? 0) + 1;
  const placed = (faults: readonly YamlFault[]): YamlFault[] =>
    faults.map((fault) => ({ ...fault, offset: fault.offset + start }));
  const read = readYaml(first.value, schema, "theme");
  const misfits = read.value === null ? [] : misfitsOf(read.value, corpus);
  const body = readBody(root, source);
  const faults = [
    ...nameFaults(id),
    ...placed([...read.faults, ...misfitFaults(first.value, misfits)]),
    ...body.faults,
  ];
  if (read.value === null || faults.length > 0) return { theme: null, faults, warnings: [] };
  const { title, order = null, terms } = read.value;
  const theme = { id, order, title, about: body.about, terms, ...refsOf(read.value) };
  return { theme, faults: [], warnings: placed(misfitFaults(first.value, idleTerms(theme, corpus))) };
}

function nameFaults(id: string): YamlFault[] {
  const message = `${id} 不能作主题的代号：文件名只用小写字母、数字和连字符`;
  return /^[a-z0-9][a-z0-9-]*$/u.test(id) ? [] : [{ offset: 0, rule: "theme-file-name", message }];
}

/** `:name` inside a text is no directive of ours. */
const isPlain = ({ type }: PhrasingContent): boolean => type === "text" || type === "textDirective";

function readBody(root: Root, source: string): { readonly about: string; readonly faults: readonly YamlFault[] } {
  const blocks = root.children.slice(1);
  const fault = (node: RootContent | undefined, message: string): YamlFault => ({
    offset: node?.position?.start.offset ?? source.trimEnd().length,
    rule: "theme-body",
    message,
  });
  const [paragraph, second] = blocks;
  if (!paragraph) {
    const message = "文件信息下面没有正文：写一段话，说明主题讲什么";
    return { about: "", faults: [fault(undefined, message)] };
  }
  if (paragraph.type !== "paragraph")
    return { about: "", faults: [fault(paragraph, `正文是${nameOf(paragraph)}：只写一段文字，不用标记`)] };
  const marked = paragraph.children.find((node) => !isPlain(node));
  const faults = [
    ...(marked ? [fault(marked, `段落里有${nameOf(marked)}：只写文字，不用标记`)] : []),
    ...(second ? [fault(second, "正文不止一段：合成一段")] : []),
  ];
  const parts = paragraph.children.map((node) =>
    node.type === "textDirective" ? source.slice(node.position?.start.offset, node.position?.end.offset) : textOf(node),
  );
  return { about: unwrapLines(parts.join("")), faults };
}

function refOf(entry: string): ClauseRef {
  const [document = "", eId = ""] = entry.split("#");
  return { document, eId };
}

const refsOf = ({ pinned, excluded }: ThemeFile): Pick<Theme, "pinned" | "excluded"> => ({
  pinned: pinned.map(refOf),
  excluded: excluded.map(refOf),
});

function misfitsOf(file: ThemeFile, corpus: readonly PolicyDocument[]): Misfit[] {
  return [...repeatedTerms(file), ...unknownClauses(file, corpus), ...contradictions(file)];
}

function repeatedTerms({ terms }: ThemeFile): Misfit[] {
  const keys = terms.map(termKey);
  return terms.flatMap((term, i): Misfit[] => {
    const message = `用词“${term}”写了两次：删去一个`;
    return keys.indexOf(termKey(term)) < i ? [{ path: ["terms", i], rule: "theme-duplicate-term", message }] : [];
  });
}

/** Why no theme can hold or leave out a clause of that name, and what to do; null if one can. */
function whyNot({ document, eId }: ClauseRef, corpus: readonly PolicyDocument[]): string | null {
  const found = corpus.find(({ meta }) => meta.id === document);
  const ids = corpus.map(({ meta }) => meta.id);
  if (!found) return `没有 ${document} 这份文件${meant(document, ids)}：改成 ${ids.join("、")} 之一`;
  const clauses = allProvisions(found.provisions).flatMap(({ paragraphs }) => paragraphs.flatMap((p) => p.clauses));
  if (!clauses.some((clause) => clause.eId === eId)) {
    const hint = nearestClause(null, eId, new Map(clauses.map((clause) => [clause.eId, clause])));
    return `${document} 里没有 ${eId} 这一句：${hint ?? "改正代号，或删去这一条"}`;
  }
  if (subjects([found]).some(({ clause }) => clause.eId === eId)) return null;
  return `${document} 的 ${eId} 是转发的信或责任单位，不属于任何主题：删去这一条`;
}

const LISTS = ["pinned", "excluded"] as const;

function unknownClauses(file: ThemeFile, corpus: readonly PolicyDocument[]): Misfit[] {
  return LISTS.flatMap((list) =>
    file[list].flatMap((entry, i): Misfit[] => {
      const message = whyNot(refOf(entry), corpus);
      return message === null ? [] : [{ path: [list, i], rule: "theme-unknown-clause", message }];
    }),
  );
}

/** A clause listed twice: the same said twice, or two editors who disagree. */
function contradictions(file: ThemeFile): Misfit[] {
  const first = new Map<string, string>();
  return LISTS.flatMap((list) =>
    file[list].flatMap((entry, i): Misfit[] => {
      const key = keyOf(refOf(entry));
      const before = first.get(key);
      first.set(key, before ?? list);
      if (before === undefined) return [];
      const path = [list, i];
      return before === list
        ? [{ path, rule: "theme-duplicate-clause", message: `${entry} 写了两次：删去一条` }]
        : [{ path, rule: "theme-contradiction", message: `${entry} 既列入又排除：只留对的一条` }];
    }),
  );
}

/** Terms that no clause and no heading holds: no fault, since a document that does may come. */
function idleTerms({ terms }: Theme, corpus: readonly PolicyDocument[]): Misfit[] {
  const all = subjects(corpus);
  return terms.flatMap((term, i): Misfit[] => {
    const key = termKey(term);
    const message = `没有一句或一个标题含有“${term}”：改正，或删去`;
    return all.some(({ text, heading }) => text.includes(key) || heading.includes(key))
      ? []
      : [{ path: ["terms", i], rule: "theme-idle-term", message }];
  });
}
