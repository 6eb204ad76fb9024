import { z } from "zod";
import type { PolicyDocument } from "../model.ts";
import { type Misfit, misfitFaults, readYaml, type YamlFault } from "../problems/yaml.ts";
import { isEId } from "../structure/ids.ts";
import { type Address, addressOf, eIdsOf, nameOf, type Redirect } from "./redirect.ts";

/** An editor's table of addresses that were published and have changed. */

const WANTED = "写文件代号，如 2021-fyp，或 文件代号#句子代号，如 2021-fyp#sec_1__p_1__cl_1";

const isAddress = (name: string): boolean => {
  const [document = "", eId, ...rest] = name.split("#");
  return rest.length === 0 && /^[a-z0-9][a-z0-9-]*$/u.test(document) && (eId === undefined || isEId(eId));
};

const address = z.string({ error: `没有地址：${WANTED}` }).refine(isAddress, { error: `不是地址：${WANTED}` });

const schema = z
  .array(
    z.strictObject({
      from: address,
      to: address,
      why: z.string({ error: "应是一句话：写明为什么改" }).trim().min(1, "空着：写明为什么改，或删去这一行").optional(),
    }),
    { error: "应是列表：每条以“- from:”开头，写 from 和 to" },
  )
  // A file of nothing but comments.
  .nullable();

export type ReadRedirects =
  | { readonly redirects: readonly Redirect[]; readonly faults: readonly [] }
  | { readonly redirects: null; readonly faults: readonly YamlFault[] };

/** Reads content/redirects.yaml against the documents of the corpus. Every fault names its offset in `yaml`. */
export function readRedirects(yaml: string, corpus: readonly PolicyDocument[]): ReadRedirects {
  const { value, faults } = readYaml(yaml, schema, "redirect");
  if (faults.length > 0) return { redirects: null, faults };
  const redirects = (value ?? []).map(
    ({ from, to, why = null }): Redirect => ({ from: addressOf(from), to: addressOf(to), why }),
  );
  const misfits = misfitsOf(redirects, corpus);
  if (misfits.length > 0) return { redirects: null, faults: misfitFaults(yaml, misfits) };
  return { redirects, faults: [] };
}

function misfitsOf(redirects: readonly Redirect[], corpus: readonly PolicyDocument[]): Misfit[] {
  const known = new Map(corpus.map((document) => [document.meta.id, eIdsOf(document)]));
  const target = new Map(redirects.map(({ from, to }) => [nameOf(from), nameOf(to)]));
  const seen = new Set<string>();
  return redirects.flatMap((redirect, i): Misfit[] => {
    const name = nameOf(redirect.from);
    const isRepeated = seen.has(name);
    seen.add(name);
    if (isRepeated)
      return [{ path: [i, "from"], rule: "redirect-duplicate", message: `${name} 前面已写过：只留一条，删去另一条` }];
    const uneven = unevenness(redirect);
    if (uneven !== null) return [{ path: [i, "to"], ...uneven }];
    const from = staleness(redirect.from, known, target);
    // A place in a document that is not there is one mistake, though it is written on both sides.
    const to = from?.rule === "redirect-unknown-document" ? null : destination(redirect, known, target);
    return [
      ...(from === null ? [] : [{ path: [i, "from"], ...from }]),
      ...(to === null ? [] : [{ path: [i, "to"], ...to }]),
    ];
  });
}

type Slip = Pick<Misfit, "rule" | "message"> | null;
type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** A page catches what led into it; only a whole document can go to another page. */
function unevenness({ from, to }: Redirect): Slip {
  if ((from.eId === null) !== (to.eId === null)) {
    const message = `${nameOf(from)} 与 ${nameOf(to)} 一个是整份文件、一个是其中一处：两边写成一样的`;
    return { rule: "redirect-uneven", message };
  }
  if (from.eId === null || from.document === to.document) return null;
  const message = `从 ${from.document} 里的一处到了 ${to.document}：旧链接只能转到同一份文件，把 to 写成 ${from.document} 里的一处，或删去这一条`;
  return { rule: "redirect-across", message };
}

const stands = ({ document, eId }: Address, known: Known): boolean =>
  eId === null ? known.has(document) : (known.get(document)?.has(eId) ?? false);

/** Why nobody has to be led away from an address, or cannot be. */
function staleness(from: Address, known: Known, target: ReadonlyMap<string, string>): Slip {
  const name = nameOf(from);
  if (stands(from, known)) {
    const message = `${name} 还在，旧链接仍然有效：删去这一条，或写成已经不在的那个`;
    return { rule: "redirect-still-there", message };
  }
  if (from.eId === null || known.has(from.document)) return null;
  const renamed = target.get(from.document);
  const message =
    renamed === undefined
      ? `没有文件 ${from.document}：写成现有文件里的一处，如 ${[...known.keys()][0] ?? "2021-fyp"}#${from.eId}`
      : `${from.document} 已改名为 ${renamed}：写成 ${renamed}#${from.eId}，两步会接起来`;
  return { rule: "redirect-unknown-document", message };
}

/** Why an address cannot be gone to. */
function destination({ from, to }: Redirect, known: Known, target: ReadonlyMap<string, string>): Slip {
  const name = nameOf(to);
  if (target.has(name) && !stands(to, known)) {
    const end = endOf(name, target);
    if (end === null)
      return { rule: "redirect-cycle", message: `${nameOf(from)} 转来转去回到原处：把 to 写成现在的地址` };
    return { rule: "redirect-chain", message: `${name} 自己又转到 ${end}：把 to 直接写成 ${end}` };
  }
  if (stands(to, known)) return null;
  if (to.eId === null) {
    const message = `没有文件 ${to.document}：写成 ${[...known.keys()].join("、")} 之一`;
    return { rule: "redirect-unknown", message };
  }
  const message = `${to.document} 里没有 ${to.eId}：从网页上该句链接 # 之后抄来`;
  return { rule: "redirect-unknown", message };
}

/** Where a chain ends; null if it never does. */
function endOf(name: string, target: ReadonlyMap<string, string>): string | null {
  const passed = new Set<string>();
  let here = name;
  for (let next = target.get(here); next !== undefined; next = target.get(here)) {
    if (passed.has(here)) return null;
    passed.add(here);
    here = next;
  }
  return here;
}
