import type { ErrorCode } from "yaml";

/** What an editor did and has to do, by the code that the YAML library gives it. */
const REMEDIES: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "别名（*）前后不能另有标记：给这段文字加上双引号",
  BAD_ALIAS: "* 在 YAML 里表示别名，此处没有写完整：给这段文字加上双引号",
  BAD_COLLECTION_TYPE: "此处的标记与内容的类型不符：去掉以 ! 开头的标记",
  BAD_DIRECTIVE: "以 % 开头的行不是合法的指令：给这段文字加上双引号",
  BAD_DQ_ESCAPE: "双引号里的反斜杠后面不是合法的转义：改用单引号，或写成 \\\\",
  BAD_INDENT: "缩进不对：同一级的各项左边对齐，下一级比上一级多两个空格",
  BAD_PROP_ORDER: "标记的位置不对：给这段文字加上双引号",
  BAD_SCALAR_START: "不能以这个符号（如 @、`、%）开头：给这段文字加上双引号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“: ”，或列表写在了字段名后的同一行：把含冒号的文字用双引号括起来，列表另起一行",
  BLOCK_IN_FLOW: "方括号或花括号里不能用分行的写法：把它写成 [甲, 乙] 或 {甲: 乙}",
  DUPLICATE_KEY: "同一个字段写了两次：合并或删去其中一个",
  IMPOSSIBLE: "此处读不懂：检查引号、括号和缩进",
  KEY_OVER_1024_CHARS: "冒号前的字段名太长：多半是文字里有冒号，用双引号把整段文字括起来",
  MISSING_CHAR: "此处少了一个符号：引号、方括号、花括号要成对，冒号和逗号（半角）后要有空格",
  MULTILINE_IMPLICIT_KEY: "字段名跨了行：多半是上一行缺少冒号，或文字换行后没有缩进",
  MULTIPLE_ANCHORS: "& 在 YAML 里有特殊含义：给这段文字加上双引号",
  MULTIPLE_DOCS: "单独一行的 --- 把文件分成了两份：删去这一行",
  MULTIPLE_TAGS: "! 在 YAML 里有特殊含义：给这段文字加上双引号",
  NON_STRING_KEY: "字段名不是文字：检查冒号前的内容",
  RESOURCE_EXHAUSTION: "嵌套太深：检查括号和缩进",
  TAB_AS_INDENT: "用了制表符（Tab）缩进：换成空格",
  TAG_RESOLVE_FAILED: "! 在 YAML 里有特殊含义：给这段文字加上双引号",
  UNEXPECTED_TOKEN: "此处多出了内容：引号要成对，文字里有引号、冒号或 # 时用另一种引号括起整段",
};

interface SyntaxError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Whether a bracket or a quotation mark that opens is never closed. */
export const isUnclosed = ({ message }: SyntaxError): boolean => /end with a|Missing closing/u.test(message);

/** A syntax error of the YAML library in an editor's words; the library's own only where its code is not known here. */
export function explainSyntax(error: SyntaxError): string {
  if (isUnclosed(error)) return "这里的括号或引号没有关上：补上另一半";
  return REMEDIES[error.code] ?? `YAML 写法有误（${error.message}）：检查引号、括号、冒号和缩进`;
}

/** The first field name that a full-width colon follows: to YAML no field at all, and to the eye one like the others. */
export function fullWidthColon(yaml: string): number | null {
  const found = /^[ \t]*(?:- )?[A-Za-z]\w*(?=：)/mu.exec(yaml);
  return found ? found.index + found[0].length : null;
}
