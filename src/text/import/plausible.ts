/** Characters that any Chinese text is full of, in either script, and the signs between them. */
const COMMON = new Set(
  "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系军軍很情者最立代想已通并提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處企药藥医醫规規划劃创創技术術标標准準安保障推完善支持服务務市场場监監督促省健康责責任单單位、，。；：？！（）《》“”「」　",
);

/**
 * The share of common characters and signs among all that are not ASCII. A text decoded by the wrong table is full of
 * characters that nobody writes.
 */
export function commonShare(text: string): number {
  let all = 0;
  let common = 0;
  for (const c of text) {
    if (c.charCodeAt(0) < 0x80) continue;
    all += 1;
    if (COMMON.has(c)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}
