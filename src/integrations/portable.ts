import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Element } from "hast";
import {
  type Edit,
  elements,
  mapStyles,
  mapUrls,
  type Page,
  readPage,
  replaceElement,
  splice,
} from "./portable/html.ts";
import { type ModuleScript, moduleScript, preloadsModule, scriptName, toClassic } from "./portable/scripts.ts";
import { DanglingUrl, follow, relativeCss, relativeUrl, type Site } from "./portable/urls.ts";

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => path.relative(folder, path.join(e.parentPath, e.name)).split(path.sep).join("/"));
}

class Portable {
  private readonly root: string;
  private readonly assets: string;
  private readonly site: Site;
  private readonly pages = new Map<string, Page>();
  private readonly classics = new Map<string, string>();
  private readonly dangling: string[] = [];

  constructor(root: string, assets: string, site: Site) {
    this.root = root;
    this.assets = assets;
    this.site = site;
  }

  private async page(file: string): Promise<Page> {
    const known = this.pages.get(file);
    if (known) return known;
    const page = readPage(await readFile(path.join(this.root, file), "utf8"));
    this.pages.set(file, page);
    return page;
  }

  /** Runs `rewrite`; a URL that leads nowhere is noted and left. */
  private guard(from: string, url: string, rewrite: (url: string) => string): string {
    try {
      return rewrite(url);
    } catch (error) {
      if (!(error instanceof DanglingUrl)) throw error;
      this.dangling.push(`${from}: ${url} leads nowhere`);
      return url;
    }
  }

  private css = (from: string, css: string): string =>
    this.guard(from, css, (text) => relativeCss(from, text, this.site));

  private async classic(from: string, script: ModuleScript): Promise<string> {
    const source = "src" in script ? follow(from, script.src, this.site) : null;
    const key = "src" in script ? `file:${source?.file}` : `text:${script.text}`;
    const known = this.classics.get(key);
    if (known !== undefined) return known;
    const folder = path.join(this.root, this.assets);
    const code = await toClassic(
      source ? { file: path.join(this.root, source.file) } : { text: "text" in script ? script.text : "", folder },
    );
    const name = scriptName(this.assets, code);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(this.root, name), code);
    this.classics.set(key, name);
    return name;
  }

  private async editElement(from: string, node: Element): Promise<Edit[]> {
    const script = moduleScript(node);
    if (script) {
      const name = await this.classic(from, script);
      const src = path.posix.relative(path.posix.dirname(from), name);
      return [replaceElement(node, `<script defer src="${src.startsWith(".") ? src : `./${src}`}"></script>`)];
    }
    if (preloadsModule(node)) return [replaceElement(node, "")];
    const urls = mapUrls(node, (url) => this.guard(from, url, (u) => relativeUrl(from, u, this.site)));
    return [...urls, ...mapStyles(node, (css) => this.css(from, css))];
  }

  /** A fragment must name an element of the page that it leads to. */
  private async checkFragments(from: string, nodes: readonly Element[]): Promise<void> {
    for (const node of nodes) {
      const { href } = node.properties;
      if (node.tagName !== "a" || typeof href !== "string" || !href.includes("#")) continue;
      let followed: ReturnType<typeof follow> = null;
      this.guard(from, href, (url) => {
        followed = follow(from, url, this.site);
        return url;
      });
      const target = followed as ReturnType<typeof follow>;
      if (target === null || target.fragment.length < 2 || !target.file.endsWith(".html")) continue;
      const id = decodeURIComponent(target.fragment.slice(1));
      if (!(await this.idsOf(target.file)).has(id))
        this.dangling.push(`${from}: ${href} names no element of ${target.file}`);
    }
  }

  private readonly ids = new Map<string, ReadonlySet<string>>();

  private async idsOf(file: string): Promise<ReadonlySet<string>> {
    const known = this.ids.get(file);
    if (known) return known;
    const ids = new Set(
      elements(await this.page(file)).flatMap((n) =>
        typeof n.properties["id"] === "string" ? [n.properties["id"]] : [],
      ),
    );
    this.ids.set(file, ids);
    return ids;
  }

  private async rewritePage(file: string): Promise<string> {
    const page = await this.page(file);
    const nodes = elements(page);
    await this.checkFragments(file, nodes);
    const edits: Edit[] = [];
    for (const node of nodes) edits.push(...(await this.editElement(file, node)));
    return splice(page.text, edits);
  }

  /** Rewrites all files, or throws with everything that leads nowhere and leaves the folder as it was. */
  async run(): Promise<{ pages: number; scripts: number }> {
    const rewritten = new Map<string, string>();
    for (const file of this.site.files) {
      if (file.endsWith(".html")) rewritten.set(file, await this.rewritePage(file));
      if (file.endsWith(".css"))
        rewritten.set(file, this.css(file, await readFile(path.join(this.root, file), "utf8")));
    }
    if (this.dangling.length > 0)
      throw new Error(
        `links that lead nowhere; mend or remove them:\n${[...new Set(this.dangling)].sort().join("\n")}`,
      );
    for (const [file, text] of rewritten) await writeFile(path.join(this.root, file), text);
    for (const file of this.site.files)
      if (/\.[cm]?js$/.test(file) && file.startsWith(`${this.assets}/`)) await rm(path.join(this.root, file));
    return { pages: this.pages.size, scripts: new Set(this.classics.values()).size };
  }
}

/**
 * Makes the finished build work on any host, under any path and opened from a folder: relative URLs that name files, one
 * classic script for each module, and no link that leads nowhere.
 */
export function portable(): AstroIntegration {
  let assets = "_astro";
  return {
    name: "portable",
    hooks: {
      "astro:config:done": ({ config }) => {
        assets = config.build.assets;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const site = { files: new Set(await filesBelow(root)) };
        const { pages, scripts } = await new Portable(root, assets, site).run();
        logger.info(`${pages} pages with relative URLs, ${scripts} classic scripts`);
      },
    },
  };
}
