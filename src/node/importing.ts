import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type Proposal, propose } from "../text/import/propose.ts";
import { type Trial, tryIngest } from "../text/import/trial.ts";
import { proposeId, writeRecipe } from "../text/import/write.ts";
import { serialize } from "../text/markdown/serialize.ts";
import type { Problem } from "../text/model.ts";
import { byPlace, problemsIn } from "../text/problems/problem.ts";
import { generatedNote } from "./documents.ts";
import { type Decoded, decodeAs, detectEncoding, type Encoding, noTextReason } from "./encoding.ts";
import { LONGEST } from "./text-file.ts";

/** Why a file cannot be imported, in a sentence for the editor. */
export class ImportError extends Error {}

/** The bytes to import: of a file, or of the standard input for `-`. */
export async function readBytes(name: string): Promise<Uint8Array> {
  if (name === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  const about = await stat(name).catch(() => null);
  if (!about) throw new ImportError(`没有这个文件：${name}；检查路径，有空格的路径加引号`);
  if (about.isDirectory()) throw new ImportError(`${name} 是文件夹：一次导入一个文件`);
  if (!about.isFile()) throw new ImportError(`${name} 不是普通文件：先存成文件再导入`);
  if (about.size > LONGEST) throw new ImportError(tooLong(about.size));
  return readFile(name);
}

const tooLong = (size: number): string =>
  `${size} 字节，超过 ${LONGEST} 字节：政策文件没有这么长，把所要的文件从里面摘出来再导入`;

/** Decodes the bytes as told, or as they read best. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding | null): Decoded {
  if (bytes.length === 0) throw new ImportError("文件是空的：重新抓取或复制一次");
  if (bytes.length > LONGEST) throw new ImportError(tooLong(bytes.length));
  const reason = noTextReason(bytes);
  if (reason !== null) throw new ImportError(reason);
  const forced = encoding === null ? null : decodeAs(bytes, encoding);
  if (encoding !== null && forced === null) throw new ImportError(`按 ${encoding} 读不通：换一种 --encoding，或不写`);
  const decoded =
    encoding !== null && forced !== null
      ? { text: forced, encoding, why: "由 --encoding 指定", certain: true }
      : detectEncoding(bytes);
  if (!decoded)
    throw new ImportError(
      "看不出编码，或不是中文文本：用 --encoding gb18030 或 --encoding big5 指定，或另存为 UTF-8；图片、压缩包等不能导入",
    );
  if (decoded.text.replaceAll("\ufeff", "").trim() === "") throw new ImportError("文件里只有空白：重新抓取或复制一次");
  return decoded;
}

export interface ImportPlan extends Trial {
  readonly id: string;
  readonly seedFile: string;
  readonly recipeFile: string;
  readonly documentFile: string;
  readonly proposal: Proposal;
  readonly recipe: string;
  /** Null when anything is wrong: a document is never written half-done. */
  readonly markdown: string | null;
  readonly problems: readonly Problem[];
}

interface Existing {
  readonly seeds: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

const namesIn = async (folder: string): Promise<Set<string>> => new Set(await readdir(folder).catch(() => []));

async function existing(root: string): Promise<Existing> {
  return {
    seeds: await namesIn(path.join(root, "seeds")),
    documents: await namesIn(path.join(root, "content/documents")),
  };
}

/** The name that a seed is kept under: its own, always as `.txt`, which git leaves as it is. */
const seedName = (name: string, id: string): string =>
  name === "-"
    ? `${id}.txt`
    : `${path
        .basename(name)
        .replace(/\.(?:txt|html?|md|text)$/i, "")
        .replace(/[\\/\s]+/g, "-")}.txt`;

/** A seed with the same bytes, if there is one. */
async function twin(root: string, seeds: ReadonlySet<string>, bytes: Uint8Array): Promise<string | null> {
  const hash = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");
  const own = hash(bytes);
  for (const name of [...seeds].filter((seed) => !seed.endsWith(".yaml") && !seed.endsWith(".md"))) {
    const file = path.join(root, "seeds", name);
    const about = await stat(file);
    if (about.isFile() && about.size === bytes.length && hash(await readFile(file)) === own) return name;
  }
  return null;
}

function refuseTaken({ seeds, documents }: Existing, id: string, seed: string): void {
  const taken = [
    ...(seeds.has(seed) ? [`seeds/${seed}`] : []),
    ...(seeds.has(`${id}.yaml`) ? [`seeds/${id}.yaml`] : []),
    ...(documents.has(`${id}.md`) ? [`content/documents/${id}.md`] : []),
  ];
  if (taken.length > 0)
    throw new ImportError(`${taken.join("、")} 已经有了，不覆盖：用 --id 另取代号、给文件改名，或先删去旧的`);
}

/** A fault of the program is said as one: the seed and the recipe are kept all the same. */
function guarded(raw: string, recipe: string): Trial {
  try {
    return tryIngest(raw, recipe);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const message = `${what}：这是程序的毛病，不是文本的；请连同种子和配方报告`;
    return { ingested: null, faults: [{ in: "recipe", offset: 0, rule: "internal", message }] };
  }
}

export interface Wish {
  readonly name: string;
  readonly id: string | null;
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
}

/** All that an import would write, and what is wrong with it. Nothing is written. */
export async function planImport(
  root: string,
  bytes: Uint8Array,
  decoded: Decoded,
  wish: Wish,
  step: (what: string) => void,
): Promise<ImportPlan> {
  const there = await existing(root);
  const same = await twin(root, there.seeds, bytes);
  if (same !== null) throw new ImportError(`seeds/${same} 就是这份文本，一字不差：不必再导入`);
  step("认定文件信息");
  const proposal = propose(decoded.text);
  const taken = new Set([...there.documents, ...there.seeds].map((name) => name.replace(/\.(?:md|yaml)$/, "")));
  const id = wish.id ?? proposeId(proposal, taken);
  const seed = seedName(wish.name, id);
  refuseTaken(there, id, seed);
  const { sourceName, sourceUrl } = wish;
  const recipe = writeRecipe(proposal, { id, seed, encoding: decoded.encoding, sourceName, sourceUrl });
  step("试读全文");
  const trial = guarded(decoded.text, recipe);
  const [seedFile, recipeFile] = [`seeds/${seed}`, `seeds/${id}.yaml`];
  const of = (where: "seed" | "recipe", file: string, text: string): Problem[] =>
    problemsIn(
      file,
      text,
      trial.faults.filter((f) => f.in === where),
    );
  const problems = [...of("recipe", recipeFile, recipe), ...of("seed", seedFile, decoded.text)].sort(byPlace);
  const document = problems.length === 0 ? trial.ingested?.document : undefined;
  const markdown = document ? serialize(document, generatedNote(recipeFile)) : null;
  return {
    ...trial,
    id,
    seedFile,
    recipeFile,
    documentFile: `content/documents/${id}.md`,
    proposal,
    recipe,
    markdown,
    problems,
  };
}
