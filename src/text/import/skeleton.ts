import { stringify } from "yaml";
import { type Answers, listed } from "./questions.ts";

const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();
const list = (values: readonly string[]): string => `[${values.map((v) => scalar(v)).join(", ")}]`;

const BODY = `<!-- 正文写在这里，下面是写法的例子，换成原文。也可以把原文整篇粘贴进来，不加任何标记：
一、（一）1.（1）① 第一条 专栏1 ——开头的行各成一条，其余一行一段。
原文缺字的地方，单独写两行：:::gap{missing="缺了什么"} 和 :::
尖括号里的说明不会出现在网页上，可以删去。 -->

引言，直接写成段落。段落之间空一行。

## 一、总体要求

### （一）指导思想

标题用 ## 、### ，正文写成段落。

### （二）基本原则

**坚持创新驱动。** 段首的标题加粗，后面接正文。

**坚持绿色发展。** 每一条单独成段。

## 二、重点任务

1. 优化产业布局。带编号的段落照写编号，一条一段。
2. 完善标准体系。编号后的短句自动认作标题。

- 破折号引出的各项写成列表。

| 指标 | 目标 |
| --- | --- |
| 表格逐行读作 | “指标：…，目标：…。” |

:::box{title="专栏1 创新工程"}
专栏放在三个冒号之间。
:::
`;

/** A new document's Markdown, from what an editor answered: complete, and with the ways of writing a body as examples. */
export function skeleton(id: string, answers: Answers): string {
  const text = (option: string): string => answers[option] ?? "";
  const follows = listed(text("follows"));
  const optional = (value: string): string => (value === "" ? "null" : scalar(value));
  return `---
# 由 npm run new 写出，各项可改；写法见 content/README.md“新增一份文件”
id: ${id}
title: ${scalar(text("title"))}
shortTitle: ${scalar(text("short-title"))} # 表格和图上用
number: ${optional(text("number"))} # 文号，没有写 null
issuers: ${list(listed(text("issuers")))}
issued: ${JSON.stringify(text("issued"))} # 日期加引号；不知道日的写到月
horizon: [${listed(text("horizon")).join(", ")}] # 目标年份，主要的在前
level: ${text("level")} # national 国家、provincial 省、municipal 市
script: ${text("script")} # Hans 简体、Hant 繁体
source:
  name: ${scalar(text("source-name"))}
  url: ${optional(text("source-url"))}
${follows.length > 0 ? `follows: ${list(follows)}` : "# follows: [2016-guide] # 接续哪些文件；没有就不写"}
# supplied: # 原文没有、由编者补充的项
#   - {field: issued, why: 据当时的报道}
---

${BODY}`;
}
