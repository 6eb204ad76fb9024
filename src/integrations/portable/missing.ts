import { AstroError } from "astro/errors";

/** Addresses that lead nowhere, each with the files that they stand in. */
export class Missing {
  readonly #found = new Map<string, Set<string>>();

  add(address: string, why: string, file: string): void {
    const fault = `${address} ${why}`;
    this.#found.set(fault, (this.#found.get(fault) ?? new Set()).add(file));
  }

  /** Throws an error that names them all. */
  check(): void {
    if (this.#found.size === 0) return;
    const lines = [...this.#found].sort().map(([fault, files]) => `  ${fault}\n    in ${[...files].sort().join(", ")}`);
    const title = `Addresses in the build that lead nowhere: ${lines.length}`;
    throw new AstroError(`${title}\n${lines.join("\n")}`, "Correct the addresses, or what they should lead to.");
  }
}
