import type { Script } from "../model.ts";
import { isOfOtherScript } from "../normalize/script.ts";
import { sentenceEnds } from "../structure/sentences.ts";
import { error, type Fault, warning } from "./fault.ts";
import type { Sheet } from "./sheet.ts";

/** From here on a document is in the other script, and not merely sprinkled with it. */
const MOST = 0.15;

const SCRIPTS: Readonly<Record<Script, string>> = { Hans: "简体", Hant: "繁体" };

const other = (script: Script): Script => (script === "Hans" ? "Hant" : "Hans");

/** Characters of the other script, a fault a sentence; one for the whole document where it is in the other script. */
export function mixedScripts({ meta, passages, source }: Sheet): Fault[] {
  if (meta === null) return [];
  const { script } = meta;
  const whole = passages.map(({ text }) => text.text).join("");
  const han = Array.from(whole).filter((unit) => /\p{Script=Han}/u.test(unit));
  const foreign = han.filter((unit) => isOfOtherScript(unit, script)).length;
  if (han.length > 0 && foreign / han.length > MOST) {
    const message = `script 写的是 ${script}（${SCRIPTS[script]}），正文却是${SCRIPTS[other(script)]}：改成 ${other(script)}`;
    return [error("script-wrong", Math.max(0, source.search(/^script:/mu)), message)];
  }
  return passages.flatMap(({ text: { text, at } }) =>
    [0, ...sentenceEnds(text)].slice(0, -1).flatMap((start, i, starts): Fault[] => {
      const sentence = text.slice(start, starts[i + 1]);
      const found = [...new Set(sentence)].filter((unit) => isOfOtherScript(unit, script));
      const [first] = found;
      if (first === undefined) return [];
      const name = SCRIPTS[other(script)];
      const message = `${SCRIPTS[script]}文件里有${name}字“${found.slice(0, 8).join("")}”：改成${SCRIPTS[script]}`;
      return [warning("script-mixed", at[start + sentence.indexOf(first)] ?? 0, message)];
    }),
  );
}
