import { site } from "../../components/site.ts";
import { dateName } from "../../components/words.ts";

export const READ_ME = "读我.txt";

/** What the text beside the pages speaks of. */
export interface Edition {
  readonly version: string;
  /** The dates of issue of the documents, such as 2021-12-22 or 2016-10. */
  readonly issued: readonly string[];
}

/** The date of the newest document. */
export function newest({ issued }: Edition): string {
  return issued.reduce((latest, date) => (date > latest ? date : latest));
}

/** Told of a browser as far as the colours of both themes go, which all learned in 2023 and 2024. */
const BROWSERS = "Chrome 或 Edge 123、Firefox 120、Safari 17.5 以上版本";

/** The text for who has unzipped the site, as Notepad of any Windows reads it: UTF-8 with BOM, lines ended by CRLF. */
export function readMe(edition: Edition): Uint8Array {
  const { length } = edition.issued;
  const text = `${site.title}·${site.subject}（离线版）

${site.description}

版本：${edition.version}
收录：${length} 份文件，最新一份发布于${dateName(newest(edition))}

怎样打开
1. 先把压缩包全部解压到一个文件夹；在压缩包里直接点开网页，样式和链接都会失效。
2. 双击 index.html，用浏览器打开。不需联网。

浏览器
${BROWSERS}。

数据
data 文件夹里是网页所用的全部数据，JSON 与 CSV 各一份；目录是 data/corpus.json，CSV 可直接用表格软件打开。

引用
这里的文字出自公开网页的抓取文本，经清理与编排，不是正式文本。引用请以发布机关的正式文本为准。
`;
  return new TextEncoder().encode(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
}
