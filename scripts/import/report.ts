import type { Decoded } from "../../src/node/encoding.ts";
import type { ImportPlan } from "../../src/node/importing.ts";
import { type Found, rowOf } from "../../src/text/import/scan.ts";
import { countKinds, sharesOf } from "../../src/text/import/trial.ts";
import type { PolicyDocument, ProvisionKind } from "../../src/text/model.ts";
import { allClauses, allProvisions } from "../../src/text/structure/outline.ts";

const FORMATS = { plain: "纯文本，一行一段", pdf: "从 PDF 复制，每行硬折", html: "网页" };

const KINDS: Readonly<Partial<Record<ProvisionKind, string>>> = {
  part: "编",
  chapter: "章",
  division: "节",
  article: "条",
  section: "一、",
  subsection: "（一）",
  item: "1.",
  point: "（1）",
  subpoint: "①",
  head: "小标题",
  lead: "段首标题",
  dash: "——",
  box: "专栏",
  preface: "印发通知",
  preamble: "引言",
  wrap: "结尾段",
  gap: "缺口",
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function facts({ proposal: p }: ImportPlan): string[] {
  const row = (label: string, fact: Found<unknown> | null | undefined, value: string): string =>
    fact ? `  ${label}  ${value}（第 ${rowOf(p.scan, fact.offset)} 行）` : `  ${label}  没有找到`;
  return [
    row("标题", p.title, p.title?.value ?? ""),
    row("文号", p.number, p.number?.value ?? ""),
    row("机关", p.issuers, p.issuers?.value.join("、") ?? ""),
    row("日期", p.issued, p.issued?.value.date ?? ""),
    row("年份", p.horizon[0], p.horizon.map((h) => h.value).join("、")),
    row("级别", p.level, p.level?.value ?? ""),
  ];
}

function reading(document: PolicyDocument): string[] {
  const kinds = [...countKinds(document.provisions)].map(([kind, count]) => `${KINDS[kind] ?? kind} ${count}`);
  const gaps = allProvisions(document.provisions).filter(({ kind }) => kind === "gap");
  const lacking = gaps.map(({ note }) => note ?? "").join("；");
  return [
    `试读：条款 ${allProvisions(document.provisions).length}（${kinds.join("，")}），句子 ${allClauses(document).length}`,
    ...(gaps.length > 0 ? [`  缺 ${gaps.length} 处：${lacking}`] : []),
  ];
}

/** What an import found and would write, for the editor. */
export function report(name: string, bytes: number, decoded: Decoded, plan: ImportPlan): string {
  const { proposal, ingested } = plan;
  const doubt = decoded.certain ? "" : "；把握不大，请看看文字对不对，不对就用 --encoding 指定";
  const dropped = proposal.drops.reduce((sum, { count }) => sum + count, 0);
  const shares = ingested ? sharesOf(ingested.spans) : null;
  return [
    `${name === "-" ? "标准输入" : name}：${bytes} 字节，编码 ${decoded.encoding}（${decoded.why}${doubt}）`,
    `格式：${FORMATS[proposal.format]}；${proposal.script.script === "Hant" ? "繁体" : "简体"}${proposal.repeats.shuffled ? "；段落重复、次序打乱" : ""}`,
    ...facts(plan),
    ...(dropped > 0 ? [`  去掉  ${proposal.drops.length} 项，${dropped} 处（网页导航、页脚等，见配方的 drop）`] : []),
    ...(ingested ? reading(ingested.document) : []),
    ...(shares
      ? [
          `  正文 ${percent(shares.kept)}，重复 ${percent(shares.duplicate)}，非正文 ${percent(shares.boilerplate)}，标记 ${percent(shares.markup)}`,
        ]
      : []),
  ].join("\n");
}
