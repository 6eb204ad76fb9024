import type { Level } from "../model.ts";
import { simplify } from "../normalize/script.ts";
import { type Found, found, type Scan } from "./scan.ts";

/** What bodies are called: the shortest run that ends so is one. */
const BODY =
  /国务院(?:办公厅)?|中共中央(?:办公厅)?|\p{Script=Han}{2,20}?(?:人民政府(?:办公厅|办公室)?|委员会(?:办公厅|办公室)?|委(?!员)(?:办公厅)?|部(?!门|分|署|长|委)(?:办公厅)?|总局|局(?:办公室)?|厅(?!局)|署|银行|证监会|银保监会|科学院|工程院|工商联|行政院|立法会)/gu;

/** 甲部、乙委 or 甲部乙委 as the bodies that they name; null when anything else is in it. */
export function bodiesIn(text: string): string[] | null {
  const simple = simplify(text);
  const names: string[] = [];
  let rest = 0;
  for (const m of simple.matchAll(BODY)) {
    if (!/^[、，,\s]*$/u.test(simple.slice(rest, m.index))) return null;
    names.push(text.slice(m.index, m.index + m[0].length));
    rest = m.index + m[0].length;
  }
  return names.length > 0 && rest === text.length ? names : null;
}

const DATE =
  /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二一][〇○零九Ｏ]\p{Script=Han}{2}年\p{Script=Han}{1,2}月\p{Script=Han}{1,3}日|(?:中华)?民国\d{2,3}年\d{1,2}月\d{1,2}日/gu;

type Signature = Found<readonly string[]>;

/** The signature: bodies on the lines above a date, or glued in front of it behind a sentence. */
function signed(s: Scan): Signature | null {
  for (const m of s.simple.matchAll(DATE)) {
    const lines = s.text.slice(0, m.index).split("\n");
    const names: string[] = [];
    let start = m.index;
    for (const [i, line] of [...lines.entries()].reverse()) {
      const own = line.slice(line.search(/[^。；！？]*$/u));
      const bodies = bodiesIn(own);
      if (bodies === null && (own !== "" || i < lines.length - 1)) break;
      names.unshift(...(bodies ?? []));
      start = lines.slice(0, i).join("\n").length + (i > 0 ? 1 : 0) + line.length - own.length;
      if (own !== line) break;
    }
    if (names.length > 0) return found(s, names, start, m.index);
  }
  return null;
}

/** 发文机关：… and 某省人民政府关于…的意见 and 某部研究编制了《…》. */
const SAID: readonly RegExp[] = [
  /(?:发文机关|发文单位|发布机构|制发机关|印发机关|发布机关)[:：]\s*([^\n。；\s]{2,60})/u,
  /^(\p{Script=Han}{3,40}?)关于/mu,
  /(?:^|[，,。；\n])([^，,。；、\n]{2,20}?)(?:研究)?(?:编制|制定|制订)了?《/u,
];

function said(s: Scan): Signature | null {
  for (const pattern of SAID) {
    const m = pattern.exec(s.simple);
    const start = m ? m.index + m[0].indexOf(m[1] ?? "") : 0;
    const bodies = m?.[1] ? bodiesIn(s.text.slice(start, start + m[1].length)) : null;
    if (m?.[1] && bodies) return found(s, bodies, start, start + m[1].length);
  }
  return null;
}

/** A document of a county or an association is signed by who is in no list: a lone short line above a date at the end. */
export const findIssuers = (s: Scan): Signature | null => signed(s) ?? said(s);

const PROVINCES =
  /(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|北京市|天津市|上海市|重庆市|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|自治区/u;

/** Whose document it is, by its issuers or by how the text speaks of its own land. */
export function findLevel(s: Scan, issuers: readonly string[]): Found<Level> | null {
  const names = simplify(issuers.join("、"));
  const at = issuers[0] === undefined ? 0 : Math.max(0, s.text.indexOf(issuers[0]));
  const by = (level: Level): Found<Level> => found(s, level, at, at + (issuers[0]?.length ?? 0));
  if (names !== "") {
    const local = names.replace(PROVINCES, "");
    if (/[市州盟县区旗](?:人民政府|\p{Script=Han}{0,12}[局委])/u.test(local)) return by("municipal");
    return by(local !== names || /省/u.test(names) ? "provincial" : "national");
  }
  const own = /(?:我|全|经)(省|自治区|市)/u.exec(s.simple);
  if (!own) return null;
  const level = own[1] === "市" ? "municipal" : "provincial";
  return found(s, level, own.index, own.index + own[0].length);
}
