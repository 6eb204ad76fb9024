/** A fault at an offset of a seed or of its recipe, in code units. */
export interface Fault {
  readonly in: "seed" | "recipe";
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}
