import { createHash } from "node:crypto";
import path from "node:path";
import { build } from "esbuild";
import type { Element } from "hast";

/** A page's module script: a file of the site, or text that stands in the page. */
export type ModuleScript = { readonly src: string } | { readonly text: string };

export function moduleScript(node: Element): ModuleScript | null {
  const { type, src } = node.properties;
  if (node.tagName !== "script" || type !== "module") return null;
  if (typeof src === "string") return { src };
  const [child] = node.children;
  return { text: child?.type === "text" ? child.value : "" };
}

/** Links that only help module scripts to load, which are gone. */
export function preloadsModule(node: Element): boolean {
  const { rel } = node.properties;
  return node.tagName === "link" && Array.isArray(rel) && rel.includes("modulepreload");
}

/**
 * Browsers refuse module files from file://, so each script becomes one classic file with all that it imports. `file`,
 * if the script is one, and `folder`, where its imports are found, are absolute.
 */
export async function toClassic(
  script: { readonly file: string } | { readonly text: string; readonly folder: string },
): Promise<string> {
  const entry =
    "file" in script
      ? { entryPoints: [script.file] }
      : { stdin: { contents: script.text, resolveDir: script.folder, loader: "js" as const } };
  const built = await build({
    ...entry,
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
  });
  const [output] = built.outputFiles;
  if (!output) throw new Error("a script of the page became nothing");
  return output.text;
}

/** A name that changes with the content, so that it can be cached for good. */
export function scriptName(assets: string, code: string): string {
  const hash = createHash("sha256").update(code).digest("base64url").slice(0, 8);
  return path.posix.join(assets, `script.${hash}.js`);
}
