import { commonShare } from "../text/import/plausible.ts";

/** The encodings of Chinese texts that a seed may be kept in. */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** How it was told, for an editor to judge. */
  readonly why: string;
  readonly certain: boolean;
}

/** Decodes strictly, byte order mark included: null when the bytes are not of this encoding. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Below this share of common characters a text is no Chinese text at all; above the other, there is no doubt. */
const LEAST_SHARE = 0.1;
const CLEAR_LEAD = 0.15;

/** Tells the encoding by its mark, by UTF-8's strict form, or by which of the two Chinese ones reads as Chinese. */
export function detectEncoding(bytes: Uint8Array): Decoded | null {
  for (const [encoding, mark] of BOMS) {
    const text = mark.every((byte, i) => bytes[i] === byte) ? decodeAs(bytes, encoding) : null;
    if (text !== null) return { text, encoding, why: "有字节序标记（BOM）", certain: true };
  }
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", why: "合乎 UTF-8", certain: true };
  const readings = (["gb18030", "big5"] as const)
    .flatMap((encoding) => {
      const text = decodeAs(bytes, encoding);
      return text === null ? [] : [{ encoding, text, share: commonShare(text) }];
    })
    .sort((a, b) => b.share - a.share);
  const [best, other] = readings;
  if (!best || best.share < LEAST_SHARE) return null;
  const others = other ? `，按 ${other.encoding} 读只有 ${percent(other.share)}` : "，按其他编码读不通";
  const why = `常用字和标点占 ${percent(best.share)}${others}`;
  return { text: best.text, encoding: best.encoding, why, certain: best.share - (other?.share ?? 0) >= CLEAR_LEAD };
}

const starts = (bytes: Uint8Array, text: string): boolean =>
  Array.from(text).every((c, i) => bytes[i] === c.charCodeAt(0));

/** Says what a file is that is no text, and how an editor gets one out of it; null for a text. */
export function noTextReason(bytes: Uint8Array): string | null {
  if (starts(bytes, "%PDF"))
    return "这是 PDF 文件，本程序只读文字：用阅读器打开，全选复制，存成 .txt 再导入；或运行 pdftotext -layout 文件.pdf -（扫描件先做文字识别）";
  if (starts(bytes, "PK\u0003\u0004")) return "这是 Word（docx）或压缩文件：在 Word 里另存为“纯文本”，再导入那个 .txt";
  if (starts(bytes, "\u00d0\u00cf\u0011\u00e0"))
    return "这是旧式 Word（doc）文件：在 Word 里另存为“纯文本”，再导入那个 .txt";
  const hasMark = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!hasMark && bytes.includes(0))
    return "文件里有 NUL 字节，不是文本，或是没有 BOM 的 UTF-16：另存为 UTF-8 文本再导入";
  return null;
}
