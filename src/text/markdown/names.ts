import type { Nodes } from "mdast";

/** What an editor calls the parts of Markdown. */
const NAMES: Partial<Record<Nodes["type"], string>> = {
  blockquote: "引用（以 > 开头的段落）",
  break: "强制换行（行末两个空格或反斜杠）",
  code: "代码块（缩进四格或三个反引号之间的文字）",
  containerDirective: "不认识的 ::: 容器",
  definition: "链接定义（[…]: 网址）",
  emphasis: "斜体（单个 * 或 _ 之间的文字）",
  heading: "标题（以 # 开头的行）",
  html: "HTML 标记",
  image: "图片",
  inlineCode: "代码（反引号之间的文字）",
  leafDirective: "以 :: 开头的行",
  link: "链接",
  linkReference: "链接",
  list: "列表",
  paragraph: "段落",
  strong: "粗体",
  textDirective: "以 : 开头的标记",
  thematicBreak: "分隔线（单独一行的 --- 或 ***）",
  yaml: "文件信息",
};

export const nameOf = ({ type }: Nodes): string => NAMES[type] ?? type;
