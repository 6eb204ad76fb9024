import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Bundled, bundle, type Module } from "./bundle.ts";
import { mapCss } from "./css.ts";
import { check, Faults } from "./faults.ts";
import { locate, type Site } from "./locate.ts";
import { type Tag, tags } from "./markup.ts";
import { isModule, pageEdits } from "./page.ts";
import { inlinesOf, policy, policyEdits } from "./policy.ts";
import { refusedIn } from "./refused.ts";
import { Rewriter } from "./rewriter.ts";
import { splice } from "./splice.ts";

interface Page {
  readonly file: string;
  readonly html: string;
  readonly tags: readonly Tag[];
}

export interface PortableOptions {
  /** The folder, from the root of the build, where scripts go. What modules lie there is gone in the end. */
  readonly assets: string;
  /** The address that the build will have, if that is known. */
  readonly host?: string | undefined;
}

export interface Portable {
  readonly pages: number;
  readonly scripts: number;
  /** How many addresses in pages and style sheets lead to a place inside the build. */
  readonly links: number;
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

async function readPage(folder: string, file: string): Promise<Page> {
  const html = await readFile(path.join(folder, file), "utf8");
  return { file, html, tags: tags(html) };
}

/** What a fragment can lead to. */
function idsOf({ tags }: Page): ReadonlySet<string> {
  const named = tags.flatMap(({ name, attributes }) => [
    attributes.get("id")?.value,
    name === "a" ? attributes.get("name")?.value : undefined,
  ]);
  return new Set(named.filter((id) => id !== undefined));
}

/** The module that a script of a page is; null if it comes from another site. */
function moduleOf(page: Page, { attributes, words }: Tag, site: Site): Module | null {
  const src = attributes.get("src")?.value;
  if (src !== undefined) {
    const located = locate(src, page.file, site);
    return located.where === "here" ? { key: located.file, inline: null } : null;
  }
  const code = words?.text ?? "";
  // Its imports start from the folder of the page.
  const key = createHash("sha256")
    .update(`${path.posix.dirname(page.file)}\n${code}`)
    .digest("hex");
  return { key, inline: { code, page: page.file } };
}

function modulesOf(pages: readonly Page[], site: Site): readonly Module[] {
  const found = pages.flatMap((page) => page.tags.filter(isModule).flatMap((tag) => moduleOf(page, tag, site) ?? []));
  return [...new Map(found.map((module) => [module.key, module])).values()];
}

function portablePage(page: Page, site: Site, rewriter: Rewriter, { classics }: Bundled): string {
  const script = (tag: Tag) => {
    const classic = classics.get(moduleOf(page, tag, site)?.key ?? "");
    return classic === undefined ? null : rewriter.to(page.file, classic.file);
  };
  const address = (written: string) => rewriter.rewrite(written, page.file);
  const edits = pageEdits(page.html, page.tags, { address, script, root: rewriter.rootFor(page.file) });
  const content = policy(inlinesOf(page.tags, edits), rewriter.hostFor(page.file));
  return splice(page.html, [...policyEdits(page.tags, content), ...edits]);
}

/** What the policy of the pages would silently break, or could not govern. */
function refusedBy(pages: readonly Page[]): Faults {
  const faults = new Faults(
    "Elements that the content security policy of the build refuses",
    "Let a script in src/browser listen or act instead, and begin <head> with <meta charset>.",
  );
  for (const { file, html, tags } of pages) for (const fault of refusedIn(html, tags)) faults.add(fault, file);
  return faults;
}

/**
 * Rewrites a finished build in place so that every address in it is relative, every script classic and every page
 * under a policy that lets in nothing else. Nothing is written when anything leads nowhere or would be refused.
 */
export async function makePortable(folder: string, { assets, host }: PortableOptions): Promise<Portable> {
  const files = await filesOf(folder);
  const pages = await Promise.all(files.filter((f) => f.endsWith(".html")).map((file) => readPage(folder, file)));
  const site: Site = { files: new Set(files), ids: new Map(pages.map((page) => [page.file, idsOf(page)])) };
  const bundled = await bundle(folder, assets, modulesOf(pages, site));
  const rewriter = new Rewriter(site, host);
  const written = new Map(pages.map((page) => [page.file, portablePage(page, site, rewriter, bundled)]));
  for (const file of files.filter((f) => f.endsWith(".css"))) {
    const css = await readFile(path.join(folder, file), "utf8");
    written.set(
      file,
      mapCss(css, (address) => rewriter.rewrite(address, file)),
    );
  }
  check([rewriter.missing, refusedBy(pages)]);
  const scripts = new Map([...bundled.classics.values()].map(({ file, code }) => [file, code]));
  const modules = bundled.inputs.filter((file) => file.startsWith(`${assets}/`));
  await Promise.all(modules.map((file) => rm(path.join(folder, file))));
  await mkdir(path.join(folder, assets), { recursive: true });
  for (const [file, text] of [...written, ...scripts]) await writeFile(path.join(folder, file), text);
  return { pages: pages.length, scripts: scripts.size, links: rewriter.links };
}
