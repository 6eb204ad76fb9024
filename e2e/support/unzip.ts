import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";

const root = path.resolve(import.meta.dirname, "../..");

export const dist = path.join(root, "dist");

/** Where a reader may have unzipped the download: with a blank and Chinese characters in its path. */
export const unzipped = path.join(root, ".cache", "unzipped 医药 政策");

/** The name of the download that the build offers. */
export function download(): string {
  const [name, ...more] = readdirSync(dist).filter((file) => file.endsWith(".zip"));
  if (name === undefined || more.length > 0) throw new Error("dist holds not one ZIP: npm run pack");
  return name;
}

export default function unzip(): void {
  rmSync(unzipped, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path.join(dist, download()))))) {
    const file = path.join(unzipped, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
