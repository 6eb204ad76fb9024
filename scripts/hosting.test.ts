import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe("the workflow", () => {
  const { permissions, jobs } = parse(read(".github/workflows/site.yml")) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("runs only what the project has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Readonly<Record<string, string>> };
    const called = steps.flatMap(({ run = "" }) =>
      [...run.matchAll(/\bnpm (?:run (?:--silent )?(?<script>[\w-]+)|(?<own>test))/g)].map(
        ({ groups }) => groups?.["script"] ?? groups?.["own"] ?? "",
      ),
    );
    assert.deepEqual(called.toSorted(), ["build", "preview-diff", "test"]);
    for (const name of called) assert.ok(scripts[name], name);
  });
  test("names every action with its major version", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    assert.ok(used.length >= 7);
    for (const action of used) assert.match(action, /^actions\/[\w-]+@v\d+$/);
  });
  test("lets only the job that deploys write, and nothing of a pull request into a command line", () => {
    assert.deepEqual(permissions, { contents: "read" });
    const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"));
    assert.deepEqual(
      writing.map(([name]) => name),
      ["deploy"],
    );
    for (const { run = "" } of steps) assert.ok(!run.includes("${{"), run);
    for (const { needs } of Object.values(jobs)) assert.ok(needs === undefined || needs in jobs);
  });
});

describe("docs/hosting.md", () => {
  const doc = read("docs/hosting.md");
  const block = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(doc)?.[1] ?? "";
  const kept = [...doc.matchAll(/^\s*\| (`.*`) \| [^|]+\|$/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, pattern = ""]) => pattern),
  );

  test("every host keeps for good what the table says, and no more", () => {
    assert.deepEqual(kept.toSorted(), ["_astro/**", "search/index/**", "search/table.*", "search/texts/**"]);
    const nginx = [...block("nginx").matchAll(/~\^\/policy\/(\S+)/g)].map(
      ([, pattern = ""]) => new RegExp(`^${pattern}`),
    );
    const paths = (line: string): readonly RegExp[] =>
      (new RegExp(`@${line} (.*)`).exec(block("caddy"))?.[1] ?? "")
        .split(" ")
        .map((one) => new RegExp(`^${one.slice(1).replaceAll(".", "\\.").replaceAll("*", ".*")}$`));
    const stored = (option: string): readonly RegExp[] =>
      [...block("sh").matchAll(new RegExp(`--${option} "/([^"]+)"`, "g"))].map(
        ([, glob = ""]) =>
          new RegExp(
            `^${glob
              .replaceAll(".", "\\.")
              .replaceAll("*", "§")
              .replaceAll("§§", ".*")
              .replaceAll("§", "[^/]*")
              .replace(/\{(.*),(.*)\}/, "(?:$1|$2)")}$`,
          ),
      );
    const rules = [nginx, paths("hashed path"), paths("other not path"), stored("include"), stored("exclude")];
    const files = [
      "_astro/a.12345678.css",
      "search/texts/a.12345678.js",
      "search/index/a_1.js",
      "search/table.12345678.js",
    ];
    const others = ["index.html", "search/engine.js", "search/index.html", "data/corpus.json", "documents/table.js"];
    for (const rule of rules) {
      for (const file of files)
        assert.ok(
          rule.some((one) => one.test(file)),
          file,
        );
      for (const file of others) assert.ok(!rule.some((one) => one.test(file)), file);
    }
  });
});
