import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Why content of another time cannot be had; `isUse` if something else should have been asked for. */
export class GitFault extends Error {
  readonly isUse: boolean;

  constructor(message: string, isUse: boolean) {
    super(message);
    this.name = "GitFault";
    this.isUse = isUse;
  }
}

/** A hook of git sets these, and they would lead to another repository than the folder's. */
const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...OUTSIDE } = process.env;

async function git(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await run("git", [...args], { cwd, env: { ...OUTSIDE, LC_ALL: "C", ...env } });
  return stdout.trim();
}

function saidBy(error: unknown): string {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return text.trim().split("\n")[0] ?? "";
}

/** The repository that a folder is in. */
async function repositoryOf(root: string): Promise<{ readonly folder: string; readonly prefix: string }> {
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new GitFault(`没有 ${root} 这个文件夹：改正 --root`, true);
  try {
    const [folder = "", prefix = ""] = (await git(root, ["rev-parse", "--absolute-git-dir", "--show-prefix"])).split(
      "\n",
    );
    return { folder, prefix };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new GitFault("找不到 git：安装 git，并让它在 PATH 里", false);
    if (saidBy(error).includes("not a git repository"))
      throw new GitFault(`${root} 不在 git 仓库里：在克隆下来的项目里运行`, false);
    throw new GitFault(`git 打不开这个仓库：${saidBy(error)}`, false);
  }
}

async function objectAt(root: string, name: string, otherwise: string): Promise<string> {
  try {
    return await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
  } catch {
    throw new GitFault(otherwise, true);
  }
}

export interface ContentAt {
  /** Has content/ as it was. */
  readonly root: string;
  /** Seven digits of the commit. */
  readonly commit: string;
}

/**
 * Content as a commit has it, in a folder of its own that is gone afterwards. Neither the work tree nor its index is
 * touched.
 */
export async function withContentAt<T>(root: string, ref: string, use: (content: ContentAt) => Promise<T>): Promise<T> {
  const { folder, prefix } = await repositoryOf(root);
  const commit = await objectAt(
    root,
    `${ref}^{commit}`,
    `没有 ${ref} 这个版本：写分支、标签或提交，如 main、HEAD~1；若是远程的，先 git fetch`,
  );
  const tree = await objectAt(root, `${commit}:${prefix}content`, `${ref} 里没有 content/ 文件夹：换一个版本`);
  const beside = await mkdtemp(path.join(tmpdir(), "yange-content-"));
  try {
    const site = path.join(beside, "site");
    await mkdir(site);
    // A link could lead out of the folder, and a filter could run a program.
    const safely = ["-c", "core.symlinks=false", "-c", "core.autocrlf=false", `--git-dir=${folder}`];
    const env = { GIT_INDEX_FILE: path.join(beside, "index") };
    await git(site, [...safely, "read-tree", "--prefix=content/", tree], env);
    await git(site, [...safely, `--work-tree=${site}`, "checkout-index", "--all", "--quiet"], env);
    return await use({ root: site, commit: commit.slice(0, 7) });
  } catch (error) {
    if (error instanceof Error && "stderr" in error) throw new GitFault(`git 读不出 ${ref}：${saidBy(error)}`, false);
    throw error;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
