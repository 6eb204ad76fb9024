import { type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

/** What web sites put into a text that they reprint. */
const SUSPICIOUS: readonly (readonly [what: string, form: RegExp])[] = [
  ["行情", /[[【][+-]?\d+(?:\.\d+)?%[\]】]/gu],
  ["股票代码", /[[【（(](?:(?:SH|SZ|BJ|HK)[.:：]?)?\d{5,6}(?:\.(?:SH|SZ|BJ|HK))?[\]】）)]/giu],
  ["网址", /(?:https?:\/\/|www\.)[\w./?=&%#~-]+/giu],
  ["电子邮件", /[\w.+-]+@[\w-]+\.[\w.]+/gu],
  ["署名", /(?:责任编辑|責任編輯|责编|編輯|编辑|(?:文章|本文|信息)?[来來]源|[记記]者|作者|原标题)\s*[:：]/gu],
  ["联系方式", /(?:QQ群?|微信公众号|微信号|微信群|公众号|客服热线)(?:\s*[:：“\d]|搜索)/giu],
  [
    "网站用语",
    /扫描?(?:下方)?二维码|长按识别|关注我们|点击(?:查看|阅读|下载|进入|上方|下方)|阅读原文|版权所有|转载请注明/gu,
  ],
];

/** Prices, addresses, credits and advertisements that no authority wrote. */
export function insertions({ passages }: Sheet): Fault[] {
  return passages.flatMap(({ text: { text, at } }) =>
    SUSPICIOUS.flatMap(([what, form]) =>
      Array.from(text.matchAll(form), ({ index, 0: found }) => {
        const message = `“${found.slice(0, 30)}”像是网站插入的${what}：对照原文，不是原文的就删去`;
        return warning("insertion-suspicious", at[index] ?? 0, message);
      }),
    ),
  );
}
