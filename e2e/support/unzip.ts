import { cpSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export const dist = path.join(root, "dist");

/** The build in a folder such as a reader may have: with a blank and Chinese characters in its path. */
export const unzipped = path.join(root, ".cache", "unzipped 医药 政策");

export default function unzip(): void {
  rmSync(unzipped, { recursive: true, force: true });
  cpSync(dist, unzipped, { recursive: true });
}
