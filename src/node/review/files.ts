import { rm } from "node:fs/promises";
import path from "node:path";
import { changedLines, type Written } from "../../text/review/board.ts";
import { readText, writeText } from "../text-file.ts";

/** What shall stand in a file, or why it cannot. Null stands for a file that is not there. */
export type Made =
  | { readonly text: string | null; readonly problem: null }
  | { readonly text: null; readonly problem: string };

export type Change = (text: string | null) => Made;

export type Outcome = { readonly written: Written } | { readonly problem: string };

interface Edit {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Takes back what was said, whatever else stands in the file by now. */
  readonly reverse: (before: string | null) => Change;
}

/** So often a file may change under a decision before it is given up. */
const ATTEMPTS = 5;

/**
 * The files that decisions are written to: one decision after another, each on what stands on the disk at that moment,
 * and all of it or nothing.
 */
export class ReviewedFiles {
  readonly #root: string;
  readonly #edits: Edit[] = [];
  readonly #left = new Map<string, string | null>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  /** @param reverse what takes the change back in a file that has changed since, given what stood there before */
  change(file: string, make: Change, reverse: Edit["reverse"]): Promise<Outcome> {
    return this.#next(() => this.#change(file, make, reverse));
  }

  undo(number: number): Promise<Outcome> {
    const edit = this.#edits[number];
    if (edit === undefined) return Promise.resolve({ problem: "这一步不是本次开的页面写下的，无从撤销" });
    const { file, before, after, reverse } = edit;
    const make: Change = (text) => (text === after ? { text: before, problem: null } : reverse(before)(text));
    return this.change(file, make, () => make);
  }

  /** A file as it stands; null if there is none. */
  async read(file: string): Promise<Made> {
    const { file: found, problem } = await readText(this.#root, file);
    if (found !== null) return { text: found.text, problem: null };
    return problem.rule === "file-missing" ? { text: null, problem: null } : { text: null, problem: problem.message };
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #change(file: string, make: Change, reverse: Edit["reverse"]): Promise<Outcome> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await this.read(file);
      if (before.problem !== null) return { problem: before.problem };
      const made = make(before.text);
      if (made.problem !== null) return { problem: made.problem };
      const now = await this.read(file);
      // Someone saved it in between: what they wrote is read and decided on again.
      if (now.problem !== null || now.text !== before.text) continue;
      if (made.text !== before.text) await this.#put(file, made.text);
      const known = this.#left.get(file);
      this.#left.set(file, made.text);
      this.#edits.push({ file, before: before.text, after: made.text, reverse });
      const lines = changedLines(before.text ?? "", made.text ?? "");
      const elsewhere = known !== undefined && known !== before.text;
      return { written: { file, edit: this.#edits.length - 1, ...lines, elsewhere } };
    }
    return { problem: "文件正被别的程序不断改写，请稍后再试" };
  }

  async #put(file: string, text: string | null): Promise<void> {
    if (text === null) await rm(path.join(this.#root, file));
    else await writeText(this.#root, file, text);
  }
}
