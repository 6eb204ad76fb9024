import { AstroError } from "astro/errors";

/** Faults of one kind in a build, each with the files that it stands in. */
export class Faults {
  readonly title: string;
  readonly hint: string;
  readonly #found = new Map<string, Set<string>>();

  constructor(title: string, hint: string) {
    this.title = title;
    this.hint = hint;
  }

  add(fault: string, file: string): void {
    this.#found.set(fault, (this.#found.get(fault) ?? new Set()).add(file));
  }

  /** What the faults are, a block of lines; none without a fault. */
  lines(): readonly string[] {
    if (this.#found.size === 0) return [];
    const listed = [...this.#found]
      .sort()
      .flatMap(([fault, files]) => [`  ${fault}`, `    in ${[...files].sort().join(", ")}`]);
    return [`${this.title}: ${this.#found.size}`, ...listed];
  }
}

/** Astro gives advice on the DOM, and none of ours, if an error as a string holds `document`, as our paths do. */
class BuildError extends AstroError {
  override toString(): string {
    return this.name;
  }
}

/** Throws an error that names all the faults of every kind. */
export function check(kinds: readonly Faults[]): void {
  const found = kinds.filter((faults) => faults.lines().length > 0);
  if (found.length === 0) return;
  const message = found.flatMap((faults) => faults.lines()).join("\n");
  throw new BuildError(message, found.map(({ hint }) => hint).join(" "));
}
