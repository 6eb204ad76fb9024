/** What numbers of policy texts are written with: shared by whoever reads them, as parts of regular expressions. */

export const DIGITS = String.raw`\d+(?:[.,]\d+)*\s?[%‰]?`;
export const HAN_NUMERAL = "[一二三四五六七八九十百千万亿两]";
/** Between the ends of a range. */
export const DASH = String.raw`\s?[-–—~～至到/]+\s?`;
/** 第 and 前 make an ordinal of the number. */
export const BEFORE = "(?:不(?:低于|少于|高于|超过|多于|大于|小于)|超过|高于|低于|大于|小于|至少|[≥≤><约近超第前]) ?";
export const AFTER = "(?:以上|以下|以内|左右)";

/** Of moments, places in an order and names: a number with one of these counts nothing. */
const ORDINAL_UNITS = ["年底", "年末", "年", "月", "日", "位", "类", "批", "期", "版", "号", "强", "排"];

const UNITS = (
  "个百分点|百分点|亿美元|美元|元|年底|年末|年|月|日|项|家|个|种|条|款|件|次|人|名|位|类|批|倍|期|版|号|吨|千克|公斤|升|" +
  "平方米|立方米|米|公里|台|套|支|天|小时|强|排|成|番"
).split("|");

export const UNIT = `(?:${UNITS.join("|")}|[A-Za-z]+)`;

/** Units of what can be counted or measured. */
export const COUNTING_UNITS: readonly string[] = UNITS.filter((unit) => !ORDINAL_UNITS.includes(unit));
