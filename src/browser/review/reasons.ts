import type { Feature } from "../../text/collation/features.ts";

/** What speaks for a proposal, in an editor's words. */
const NAMES: Readonly<Record<Feature, string>> = {
  wording: "用词相近",
  letters: "用字相近",
  sharedMass: "共有的少见说法多",
  shareOfEarlier: "前文大半见于后文",
  shareOfLater: "后文大半出自前文",
  conceptsOfEarlier: "前文的概念见于后文",
  conceptsOfLater: "后文的概念出自前文",
  items: "列举的事项相同",
  heading: "标题相近",
  headingConcepts: "标题讲同一概念",
  runs: "连续字串相同",
  pairs: "字对相同",
  rankOfLater: "后文中最像的一句",
  rankOfEarlier: "前文中最像的一句",
  besideBestOfEarlier: "不逊于前句的其他对应",
  besideBestOfLater: "不逊于后句的其他对应",
  bothNumbers: "都带数字",
  sameNumbers: "数字相同",
  distance: "在文中的位置相近",
  lengthOfEarlier: "前句长短合适",
  lengthOfLater: "后句长短合适",
  lengthRatio: "长短相当",
  bestPart: "有一个分句很像",
  nextPart: "还有一个分句像",
  likeParts: "多个分句相像",
  rarest: "共有一个罕见说法",
  bothGoals: "都是目标",
  otherOfEarlier: "前句没有更好的对应",
  otherOfLater: "后句没有更好的对应",
  section: "所在章节相通",
  around: "上下句也对得上",
  thread: "与第三份文件里的同一句相近",
  kin: "与第三份文件里的同一句相应",
};

export function reasonName(reason: string): string {
  return NAMES[reason as Feature] ?? reason;
}
