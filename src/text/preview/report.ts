import type { Relation, Target } from "../model.ts";
import { nameOf, type Redirect } from "../redirects/redirect.ts";
import type { DocumentChange, Documents, MovedEId } from "./documents.ts";
import { type Piece, shortened } from "./inline.ts";
import type { Pair, Preview, ThemeChange } from "./preview.ts";

/** A preview in the words of an editor, whatever it is printed on. */

/** `name` is a name of the machine, such as an eId; `word` is ours; the others are of content. */
export interface Part {
  readonly kind: "word" | "name" | Piece["kind"];
  readonly text: string;
}

export interface Section {
  readonly title: string;
  readonly items: readonly (readonly Part[])[];
}

export interface Report {
  /** What there is of what, the counts that are not 0. */
  readonly summary: readonly { readonly of: string; readonly counts: readonly string[] }[];
  readonly sections: readonly Section[];
  /** What to add to content/redirects.yaml, a line each; none if no link breaks. */
  readonly redirects: readonly string[];
}

const RELATIONS: Readonly<Record<Relation, string>> = { verbatim: "沿用", reworded: "改写", related: "相关" };

const word = (text: string): Part => ({ kind: "word", text });
const name = (text: string): Part => ({ kind: "name", text });
const kept = (text: string): Part => ({ kind: "kept", text });

/** Words for counts, without those that are nothing. */
function counted(...counts: readonly (readonly [words: string, count: number])[]): readonly string[] {
  return counts.filter(([, count]) => count > 0).map(([words, count]) => `${words} ${count}`);
}

const sum = (changes: readonly DocumentChange[], of: (change: DocumentChange) => number): number =>
  changes.reduce((total, change) => total + of(change), 0);

function summaryOf({ documents, pairs, targets, themes, threads, redirects, table }: Preview): Report["summary"] {
  const { added, removed, renamed, unread, edited } = documents;
  const moved = edited.flatMap((change) => change.moved);
  const not = ["没有比较：内容有错"];
  const lines = [
    {
      of: "文件",
      counts: counted(
        ["新增", added.length],
        ["删去", removed.length],
        ["改代号", renamed.length],
        ["有改动", edited.length],
        ["读不出、没有比较", unread.length],
      ),
    },
    {
      of: "句子",
      counts: counted(
        ["新增", sum(edited, (one) => one.added.length)],
        ["删去", sum(edited, (one) => one.gone.length)],
        ["改字", sum(edited, (one) => one.reworded.length)],
        ["换代号", moved.filter(({ from, to, text }) => text !== null && from !== to).length],
      ),
    },
    {
      of: "旧链接",
      counts: counted(
        ["会断，要补跳转", redirects.length],
        ["改指别的句子", moved.filter(({ fate }) => fate === "taken").length],
        ["已有跳转", moved.filter(({ fate }) => fate === "kept").length],
        ["新写的跳转", table.gained.length],
        ["撤掉的跳转", table.lost.length],
      ),
    },
    {
      of: "配对",
      counts:
        pairs === null
          ? not
          : counted(["增", pairs.gained.length], ["减", pairs.lost.length], ["改关系", pairs.changed.length]),
    },
    {
      of: "目标",
      counts:
        targets === null
          ? not
          : counted(["增", targets.gained.length], ["减", targets.lost.length], ["改", targets.changed.length]),
    },
    { of: "主题", counts: themes === null ? not : counted(["有变化", themes.length]) },
    {
      of: "线索",
      counts: threads === null ? not : counted(["增", threads.gained], ["减", threads.lost], ["改", threads.changed]),
    },
  ];
  return lines.filter(({ counts }) => counts.length > 0);
}

export function reportOf(preview: Preview): Report {
  const { documents, pairs, targets, themes, table } = preview;
  const sections: Section[] = [
    { title: "文件", items: documentItems(documents) },
    ...documents.edited.map((change) => ({ title: `${change.id}《${change.title}》`, items: changeItems(change) })),
    { title: "改指别的句子的旧链接", items: takenItems(documents) },
    { title: "新写的跳转", items: table.gained.map(redirectItem) },
    { title: "撤掉的跳转：这些旧链接又会断", items: table.lost.map(redirectItem) },
    { title: "增加的配对", items: (pairs?.gained ?? []).map((pair) => pairItem(pair, RELATIONS[pair.relation])) },
    { title: "减少的配对", items: (pairs?.lost ?? []).map((pair) => pairItem(pair, RELATIONS[pair.relation])) },
    {
      title: "改了关系的配对",
      items: (pairs?.changed ?? []).map((pair) =>
        pairItem(pair, `${RELATIONS[pair.before]}→${RELATIONS[pair.relation]}`),
      ),
    },
    { title: "增加的目标", items: (targets?.gained ?? []).map(targetItem) },
    { title: "减少的目标", items: (targets?.lost ?? []).map(targetItem) },
    { title: "改了的目标", items: (targets?.changed ?? []).map(changedTarget) },
    { title: "主题", items: (themes ?? []).map(themeItem) },
  ];
  return {
    summary: summaryOf(preview),
    sections: sections.filter(({ items }) => items.length > 0),
    redirects: preview.redirects.flatMap(({ from, to, why }) => [
      `- from: ${nameOf(from)}`,
      `  to: ${nameOf(to)}`,
      ...(why === null ? [] : [`  why: ${why}`]),
    ]),
  };
}

const redirectItem = ({ from, to }: Redirect): readonly Part[] => [name(nameOf(from)), word(" → "), name(nameOf(to))];

function documentItems({ added, removed, renamed, unread }: Documents): Section["items"] {
  return [
    ...added.map(({ id, title }) => [word("新增 "), name(id), kept(`《${title}》`)]),
    ...removed.map(({ id, title }) => [
      word("删去 "),
      name(id),
      kept(`《${title}》`),
      word(" 它的链接都会断，除非写一条整份的跳转"),
    ]),
    ...renamed.map(({ from, to, title }) => [word("改代号 "), name(from), word(" → "), name(to), kept(`《${title}》`)]),
    ...unread.map((id) => [word("读不出，没有比较 "), name(id)]),
  ];
}

function changeItems({ facts, headings, reworded, added, gone, moved }: DocumentChange): Section["items"] {
  const swapped = (before: string | null, after: string | null): readonly Part[] => [
    ...(before === null ? [] : [{ kind: "gone", text: before } as const]),
    ...(after === null ? [] : [{ kind: "new", text: after } as const]),
  ];
  return [
    ...facts.map(({ field, before, after }) => [word("说明 "), name(field), word(" "), ...swapped(before, after)]),
    ...headings.map(({ eId, before, after }) => [word("标题 "), name(eId), word(" "), ...swapped(before, after)]),
    ...reworded.map(({ eId, pieces }) => [word("改字 "), name(eId), word(" "), ...shortened(pieces)]),
    ...added.map(({ eId, text }) => [word("新增 "), name(eId), word(" "), { kind: "new", text } as const]),
    ...gone.map(({ eId, text }) => [word("删去 "), name(eId), word(" "), { kind: "gone", text } as const]),
    ...moved.filter(({ text, fate }) => text !== null && fate !== "taken").map(movedItem),
  ];
}

const movedItem = ({ from, to, text, fate }: MovedEId): readonly Part[] => [
  word(fate === "kept" ? "换代号（已有跳转） " : "换代号 "),
  name(from),
  word(" → "),
  name(to),
  word(" "),
  kept(text ?? ""),
];

/** No redirect helps here, so that an editor has to know. */
function takenItems({ edited }: Documents): Section["items"] {
  return edited.flatMap(({ id, moved }) =>
    moved
      .filter(({ fate }) => fate === "taken")
      .map(({ from, to, text }) => [
        name(`${id}#${from}`),
        word(from === to ? " 原来指这一句（已删去）：" : " 原来指这一句（现在是 "),
        ...(from === to ? [] : [name(to), word("）：")]),
        kept(text ?? ""),
      ]),
  );
}

const pairItem = ({ from, to }: Pair, relation: string): readonly Part[] => [
  word(`${relation} `),
  name(`${from.document}#${from.eId}`),
  word(" "),
  kept(from.text),
  word(" ↔ "),
  name(`${to.document}#${to.eId}`),
  word(" "),
  kept(to.text),
];

const CHANGES: Readonly<Record<Target["change"], string>> = {
  level: "水平",
  growth_per_year: "年均增长",
  increase: "增加",
  decrease: "减少",
};

/** The fields of a target as an editor writes them. */
function saidOf({
  kind,
  indicator,
  comparator,
  value,
  valueMax,
  unit,
  change,
  baselineYear,
  targetYear,
}: Target): string {
  const amount = value === null ? "" : ` ${comparator} ${value}${valueMax === null ? "" : `–${valueMax}`}${unit ?? ""}`;
  const how = change === "level" ? "" : ` ${CHANGES[change]}`;
  const years = [baselineYear, targetYear].map((year) => (year === null ? "" : String(year))).join("→");
  return `${indicator}${how}${amount}${years === "→" ? "" : ` ${years.replace(/→$/u, "起")}`}${kind === "target" ? "" : "（成绩）"}`;
}

const targetItem = (target: Target): readonly Part[] => [
  name(`${target.document}#${target.eId}`),
  word(" "),
  kept(saidOf(target)),
  word(" 引 "),
  kept(target.quote),
];

const changedTarget = ({ before, after }: { readonly before: Target; readonly after: Target }): readonly Part[] => [
  name(`${after.document}#${after.eId}`),
  word(" "),
  { kind: "gone", text: saidOf(before) },
  { kind: "new", text: saidOf(after) },
];

const STATES: Readonly<Record<ThemeChange["is"], string>> = { added: "新增 ", removed: "删去 ", kept: "" };

const themeItem = ({ id, title, is, gained, lost, retold }: ThemeChange): readonly Part[] => [
  word(STATES[is]),
  name(id),
  word(" "),
  kept(title),
  word(
    `：${[...counted(["增", gained], ["减", lost]).map((words) => `${words} 句`), ...(retold ? ["文字有改"] : [])].join("，") || "没有句子"}`,
  ),
];
