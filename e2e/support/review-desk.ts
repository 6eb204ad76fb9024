import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const COPIED = ["src", "content", "public", "seeds", "astro.config.mjs", "package.json", "tsconfig.json", ".gitignore"];

/** A copy of the project with `npm run review` at work in it. */
export interface ReviewDesk {
  /** With the token. */
  readonly address: string;
  read(file: string): string;
  /** Lines added and removed since the copy was made, a changed file each: `+6 -0 content/…`. */
  changes(): readonly string[];
  end(): void;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (part: Buffer): void => {
      said += String(part);
      const [found] = /http:\S+token=\S+/u.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", () => reject(new Error(said)));
  });
}

/** @param without files that the copy lacks, so that there is something to propose */
export async function openDesk(document: string, without: readonly string[]): Promise<ReviewDesk> {
  const copy = mkdtempSync(path.join(tmpdir(), "yange-review-"));
  for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  for (const name of without) rmSync(path.join(copy, name));
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
  const git = (...args: string[]): string =>
    execFileSync(
      "git",
      ["-c", "user.name=e2e", "-c", "user.email=e2e@localhost", "-c", "core.autocrlf=false", ...args],
      {
        cwd: copy,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  git("init");
  git("add", "content");
  git("commit", "-m", "as it was");
  const args = ["scripts/review.ts", document, "--root", copy, "--port", String(await freePort())];
  const server = spawn(process.execPath, args, { cwd: root });
  return {
    address: await address(server),
    read: (file) => readFileSync(path.join(copy, file), "utf8"),
    changes: () => {
      git("add", "-A", "content");
      const lines = git("diff", "--cached", "--numstat", "--no-renames", "HEAD").split("\n").filter(Boolean);
      return lines.map((line) => line.replace(/^(\d+)\t(\d+)\t/u, "+$1 -$2 "));
    },
    end: () => {
      server.removeAllListeners("exit");
      server.once("exit", () => rmSync(copy, { recursive: true, force: true }));
      server.kill();
    },
  };
}
