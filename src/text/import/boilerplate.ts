import type { Line } from "../normalize/line.ts";
import { simplify } from "../normalize/script.ts";
import { readMarker } from "../structure/marker.ts";
import type { Scan } from "./scan.ts";

/** An entry of `drop` that a recipe should have, and the line of the scan that it was seen at. */
export interface ProposedDrop {
  readonly drop:
    | { readonly text: string }
    | { readonly from?: string; readonly to?: string }
    | { readonly element: string };
  readonly rule: string;
  readonly why: string;
  readonly row: number | null;
  /** How many lines it takes out. */
  readonly count: number;
}

/** Lines that a website or a reader's software adds to a text, and how an editor would give the reason. */
const SIGNS: readonly (readonly [rule: string, why: string, sign: RegExp])[] = [
  ["editor", "网页的责任编辑", /^[【[（(]?(?:责任编辑|编辑|责编|审核|校对|初审|复审|终审|记者)[:：]/u],
  [
    "site-source",
    "网页所注的来源",
    /^[【[（(]?(?:本文)?(?:来源|信息来源|文章来源|稿源|转自|本文地址|原文链接|网址)[:：]/u,
  ],
  [
    "page-tools",
    "网页的按钮",
    /^(?:【|\[)?(?:打印|分享到?|收藏|关闭(?:窗口)?|返回(?:顶部|首页)?|字号|字体|下载|扫一扫)[^。]{0,30}$/u,
  ],
  ["page-tools", "网页的按钮", /^(?:大中小|[【[]?大[】\]]?\s*[【[]?中[】\]]?\s*[【[]?小)/u],
  ["page-counter", "网页的浏览次数", /^(?:浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量)?|访问量)[:：]?\s*\d*/u],
  [
    "navigation",
    "网页导航",
    /^[^。；，]{0,40}无障碍|^(?:首页|您(?:现在)?的位置|您所在的位置|当前位置|当前位置|导航)[:：>›»\s|]?[^。]{0,60}$/u,
  ],
  ["navigation", "网页导航", /^[^。；]{2,20}(?:\s*[>›»|]\s*[^。；>›»|]{1,20}){2,}$/u],
  [
    "related-links",
    "网页的相关链接",
    /^(?:相关(?:链接|阅读|文章|新闻|报道|解读|附件)|上一篇|下一篇|延伸阅读|热门|推荐阅读|猜你喜欢)/u,
  ],
  [
    "copyright",
    "网站的版权与备案",
    /(?:版权所有|版權所有|Copyright|©|ICP备|ICP證|公网安备|网站标识码|网站地图|技术支持[:：]|主办单位?[:：]|承办单位?[:：]|联系我们|隐私(?:政策|聲明))/iu,
  ],
];

/** What an editor would call a line if it is none of the document's. */
function signOf(line: Line): { rule: string; why: string } | null {
  const simple = simplify(line.text.text);
  if (simple.length > 80 || readMarker(simple)) return null;
  const sign = SIGNS.find(([, , pattern]) => pattern.test(simple));
  return sign ? { rule: sign[0], why: sign[1] } : null;
}

const HEAD_NAMES = /(?:原文|全文)(?:如下)?[》]?[:：]?$/u;

/** A news report or a summary ends where it says that the text follows. */
function reportBefore(s: Scan): number {
  const half = s.text.length / 2;
  return s.lines.findIndex(({ text: { text } }, row) => {
    const start = s.starts[row] ?? 0;
    return row > 0 && start < half && text.length < 80 && HEAD_NAMES.test(simplify(text));
  });
}

/** Behind this share of the text a sign of the site's foot begins the foot. */
const FOOT = 0.5;

function footFrom(s: Scan): number {
  return s.lines.findIndex((l, row) => {
    const isLate = (s.starts[row] ?? 0) > s.text.length * FOOT;
    const rest = s.lines.slice(row);
    const isText = rest.some(({ text: { text } }) => readMarker(text) !== null || /。$/u.test(text));
    return isLate && signOf(l) !== null && !isText;
  });
}

/** A line as an entry that removes it and nothing else. */
function entryFor(s: Scan, row: number): ProposedDrop["drop"] | null {
  const text = s.lines[row]?.text.text ?? "";
  const first = s.text.indexOf(text);
  const isAlone = s.lines.every((l) => l.text.text === text || !l.text.text.includes(text));
  if (text.length >= 2 && isAlone) return { text };
  return first === s.starts[row] ? { from: text, to: text } : null;
}

/** HTML elements that hold a page's furniture by their very names. */
const FURNITURE: ReadonlySet<string> = new Set(["nav", "footer", "aside", "form", "button", "select"]);
const WHY: Readonly<Record<string, string>> = {
  script: "网页脚本",
  style: "网页样式",
  nav: "网页导航",
  footer: "网页页脚",
};

/** Elements that are no text of a document, in the order of the page. */
export function foreignElements(raw: string): ProposedDrop[] {
  const names = Array.from(
    raw.matchAll(/<(script|style|iframe|object|template|noscript|nav|footer|aside|form|button|select)\b/gi),
  );
  const unique = new Set(names.map((m) => (m[1] ?? "").toLowerCase()));
  return [...unique].map((element) => ({
    drop: { element },
    rule: FURNITURE.has(element) ? `page-${element}` : element,
    why: WHY[element] ?? `网页的 ${element} 元素，不是正文`,
    row: null,
    count: names.filter((m) => (m[1] ?? "").toLowerCase() === element).length,
  }));
}

/** What does not belong to the document, as the entries of `drop` that take it out. */
export function findBoilerplate(s: Scan): ProposedDrop[] {
  const lead = reportBefore(s);
  const foot = footFrom(s);
  const drops: ProposedDrop[] = [];
  if (lead > 0)
    drops.push({
      drop: { to: s.lines[lead]?.text.text ?? "" },
      rule: "news-lead",
      why: "报道或网站的导语，转述其后所附的原文",
      row: 0,
      count: lead + 1,
    });
  s.lines.forEach((l, row) => {
    const sign = row <= lead || (foot >= 0 && row >= foot) ? null : signOf(l);
    const drop = sign ? entryFor(s, row) : null;
    if (sign && drop && !drops.some((d) => JSON.stringify(d.drop) === JSON.stringify(drop)))
      drops.push({ drop, ...sign, row, count: 1 });
  });
  if (foot >= 0) {
    const from = s.lines[foot]?.text.text ?? "";
    drops.push({ drop: { from }, rule: "site-footer", why: "网站页脚", row: foot, count: s.lines.length - foot });
  }
  return drops;
}
