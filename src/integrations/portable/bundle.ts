import { createHash } from "node:crypto";
import path from "node:path";
import { build, type Plugin } from "esbuild";

/** A module to be made a classic script: a file of the build, or code that stands in a page. */
export interface Module {
  /** Tells it from the others: of a file, its path from the root of the build. */
  readonly key: string;
  readonly inline: { readonly code: string; readonly page: string } | null;
}

export interface Classic {
  /** From the root of the build. The name changes with the code, so that hosts can have it cached for good. */
  readonly file: string;
  readonly code: string;
}

export interface Bundled {
  /** By the keys of the modules. */
  readonly classics: ReadonlyMap<string, Classic>;
  /** The files of the build that went into them. */
  readonly inputs: readonly string[];
}

const INLINE = "inline";

/** Finds imports as a browser would: from the root of the build, or from the page that the code stands in. */
function insideBuild(root: string, modules: readonly Module[]): Plugin {
  const inlines = new Map(modules.map(({ key, inline }) => [key, inline]));
  return {
    name: "inside-build",
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path: wanted, kind }) => {
        const inline = kind === "entry-point" ? inlines.get(wanted) : undefined;
        if (inline) return { path: wanted, namespace: INLINE };
        return kind === "entry-point" || wanted.startsWith("/") ? { path: path.join(root, wanted) } : null;
      });
      build.onLoad({ filter: /./, namespace: INLINE }, ({ path: key }) => {
        const { code = "", page = "" } = inlines.get(key) ?? {};
        return { contents: code, loader: "js", resolveDir: path.join(root, path.dirname(page)) };
      });
    },
  };
}

function named(code: string, assets: string): Classic {
  const hash = createHash("sha256").update(code).digest("base64url").slice(0, 8);
  return { file: path.posix.join(assets, `script.${hash}.js`), code };
}

/**
 * Makes of each module one classic script with all that it imports. Two scripts of a page share nothing but the page:
 * what both import runs in each.
 */
export async function bundle(root: string, assets: string, modules: readonly Module[]): Promise<Bundled> {
  const { outputFiles, metafile, warnings } = await build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    entryPoints: modules.map(({ key }, i) => ({ in: key, out: String(i) })),
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    minify: true,
    outdir: root,
    plugins: [insideBuild(root, modules)],
    write: false,
  });
  // What esbuild only warns of, such as import.meta in a classic script, fails in the browser.
  if (warnings.length > 0) throw new Error(`portable: ${warnings.map(({ text }) => text).join("\n")}`);
  const codes = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file, ".js"), text]));
  return {
    classics: new Map(modules.map(({ key }, i) => [key, named(codes.get(String(i)) ?? "", assets)])),
    inputs: Object.keys(metafile.inputs).filter((file) => !file.startsWith(`${INLINE}:`)),
  };
}
