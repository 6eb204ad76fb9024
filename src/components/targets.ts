import type { Target } from "../text/model.ts";

export async function corpusTargets(): Promise<readonly Target[]> {
  return [];
}
