import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { writeText } from "../../node/text-file.ts";
import { earlier, later } from "../../text/collation/fixtures/documents.ts";
import { serialize } from "../../text/markdown/serialize.ts";
import type { PairBoard, TargetBoard, Written } from "../../text/review/board.ts";
import { Desk } from "./desk.ts";
import { reviewMiddleware } from "./middleware.ts";

const TOKEN = "one-time";
const FILE = "content/alignments/guide--plan.yaml";
const [A, B] = ["sec_1__p_1__cl_1", "sec_1__p_1__cl_1"];

let root = "";
let port = 0;
let server: http.Server;

before(async () => {
  root = await mkdtemp(path.join(tmpdir(), "review-"));
  for (const document of [earlier, later])
    await writeText(root, `content/documents/${document.meta.id}.md`, serialize(document, "测试"));
  const answer = reviewMiddleware(new Desk(root), () => ({ port, token: TOKEN }));
  server = http.createServer((request, response) => answer(request, response, () => response.writeHead(204).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

after(async () => {
  server.close();
  await rm(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Not `fetch`, which sets what is tested here itself. */
function ask(method: string, url: string, headers: http.OutgoingHttpHeaders, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, method, path: url, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    request.on("error", reject).end(body);
  });
}

const own = (): http.OutgoingHttpHeaders => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
  "x-review-token": TOKEN,
  "content-type": "application/json",
});

const accepted = (to: string = B, quote = "研发投入强度") => ({
  from: "guide",
  to: "plan",
  decisions: [
    {
      from: A,
      to,
      decision: { kind: "accepted", relation: "reworded", quotes: [{ from: quote, to: "研发投入年均" }] },
    },
  ],
});

const post = (what: string, value: object, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  ask("POST", `/review-data/plan/${what}`, { ...own(), ...headers }, JSON.stringify(value));

const onDisk = (): Promise<string | null> => readFile(path.join(root, FILE), "utf8").catch(() => null);

describe("a request is refused", () => {
  const refused: readonly [string, number, () => http.OutgoingHttpHeaders][] = [
    ["under another name of this machine", 403, () => ({ host: `rebound.example:${port}` })],
    ["at another port", 403, () => ({ host: "127.0.0.1:1" })],
    ["without the page's origin", 403, () => ({ origin: undefined })],
    ["from another origin", 403, () => ({ origin: "http://evil.example" })],
    ["from the other name of this machine", 403, () => ({ origin: `http://localhost:${port}` })],
    ["from a sandbox", 403, () => ({ origin: "null" })],
    ["from another site, as the browser says", 403, () => ({ "sec-fetch-site": "cross-site" })],
    ["without the token", 401, () => ({ "x-review-token": undefined })],
    ["with another token", 401, () => ({ "x-review-token": `${TOKEN}x` })],
    ["as a form", 415, () => ({ "content-type": "application/x-www-form-urlencoded" })],
    ["as a text", 415, () => ({ "content-type": "text/plain; application/json" })],
  ];
  for (const [how, status, headers] of refused) {
    test(how, async () => {
      const sent = Object.entries({ ...own(), ...headers() }).filter(([, value]) => value !== undefined);
      const url = "/review-data/plan/pairs";
      const { status: got, body } = await ask("POST", url, Object.fromEntries(sent), JSON.stringify(accepted()));
      assert.equal(got, status);
      assert.equal(typeof JSON.parse(body).message, "string");
      assert.equal(await onDisk(), null);
    });
  }
  test("by another method", async () => {
    for (const method of ["PUT", "DELETE", "OPTIONS"])
      assert.equal((await ask(method, "/review-data/plan/pairs", own())).status, 405);
    assert.equal((await ask("GET", "/review-data/plan/undo", own())).status, 405);
  });
  test("when it is too long, whatever it says of its length", async () => {
    const long = JSON.stringify({ ...accepted(), more: "长".repeat(30_000) });
    assert.equal((await ask("POST", "/review-data/plan/pairs", own(), long)).status, 413);
    const chunked = { ...own(), "transfer-encoding": "chunked" };
    assert.equal((await ask("POST", "/review-data/plan/pairs", chunked, long)).status, 413);
  });
  test("when it is no JSON, of another shape, or of another document", async () => {
    assert.equal((await ask("POST", "/review-data/plan/pairs", own(), "{")).status, 400);
    assert.equal((await post("pairs", { ...accepted(), path: "../../x" })).status, 422);
    assert.equal((await ask("POST", "/review-data/..%2Fplan/pairs", own(), "{}")).status, 404);
    assert.equal((await post("pairs", { ...accepted(), from: "../guide" })).status, 409);
    assert.equal((await post("pairs", { ...accepted(), from: "plan", to: "guide" })).status, 409);
    assert.equal((await post("undo", { edit: 99 })).status, 409);
    assert.equal(await onDisk(), null);
  });
  test("when what it says does not hold of the documents", async () => {
    const { status, body } = await post("pairs", accepted(B, "这里没有的话"));
    assert.equal(status, 409);
    assert.match(body, /没有写入/u);
    assert.equal((await post("pairs", accepted("sec_9__p_1__cl_1"))).status, 409);
    assert.equal(await onDisk(), null);
  });
  test("even for the page, without the token in its address or under another name", async () => {
    assert.equal((await ask("GET", "/review/plan/", own())).status, 401);
    assert.equal((await ask("GET", "/review/plan/?token=x", own())).status, 401);
    assert.equal((await ask("GET", `/review/plan/?token=${TOKEN}`, { host: "rebound.example" })).status, 403);
    assert.equal((await ask("GET", `/review/plan/?token=${TOKEN}`, { host: `127.0.0.1:${port}` })).status, 204);
    assert.equal((await ask("GET", "/about/", { host: "any" })).status, 204);
  });
});

describe("a decision", () => {
  test("is written and taken back, with the file that it began", async () => {
    const { status, body } = await post("pairs", accepted());
    assert.equal(status, 200);
    const written = JSON.parse(body) as Written;
    assert.deepEqual([written.file, written.added, written.removed, written.elsewhere], [FILE, 11, 0, false]);
    const board = JSON.parse((await ask("GET", "/review-data/plan/pairs", own())).body) as PairBoard;
    assert.deepEqual(
      board.pairs.filter(({ decision }) => decision.kind !== "open").map(({ from }) => from.eId),
      [A],
    );
    assert.equal((await post("undo", { edit: written.edit })).status, 200);
    assert.equal(await onDisk(), null);
  });
  test("keeps what someone else wrote in between, and so does taking it back", async () => {
    const first = JSON.parse((await post("pairs", accepted())).body) as Written;
    const changed = `${await onDisk()}# 别处加的话\n`;
    await writeFile(path.join(root, FILE), changed);
    const rejected = {
      from: "guide",
      to: "plan",
      decisions: [{ from: A, to: "sec_2__p_1__cl_1", decision: { kind: "rejected" } }],
    };
    const second = JSON.parse((await post("pairs", rejected)).body) as Written;
    assert.equal(second.elsewhere, true);
    await post("undo", { edit: first.edit });
    assert.equal((await onDisk())?.includes("relation"), false);
    assert.match((await onDisk()) ?? "", /rejected:\n {2}- from: sec_1__p_1__cl_1\n[\s\S]*# 别处加的话\n/u);
    await rm(path.join(root, FILE));
  });
  test("is not written into a file with a fault of its own", async () => {
    const text =
      "from: guide\nto: plan\npairs:\n  - from: x\n    to: y\n    relation: z\n    quotes: [{ from: a, to: b }]\n";
    await writeFile(path.join(root, FILE), text);
    const { status, body } = await post("pairs", accepted());
    assert.equal(status, 409);
    assert.match(body, /原有错误[\s\S]*第 4 行/u);
    assert.equal(await onDisk(), text);
    await rm(path.join(root, FILE));
  });
  test("on a target is written, replaced and taken back", async () => {
    const { targets } = JSON.parse((await ask("GET", "/review-data/plan/targets", own())).body) as TargetBoard;
    const { eId, quote } = targets[0] ?? { eId: "", quote: "" };
    const decided = await post("targets", { eId, quote, decision: { kind: "confirmed" } });
    assert.equal(decided.status, 200, decided.body);
    const replaced = await post("targets", { eId, quote, decision: { kind: "discarded", note: "是背景" } });
    const file = path.join(root, "content/targets/plan.yaml");
    assert.equal(
      await readFile(file, "utf8"),
      `document: plan\ndiscarded:\n  - eId: ${eId}\n    quote: "${quote}"\n    note: "是背景"\n`,
    );
    for (const { body } of [replaced, decided]) await post("undo", { edit: (JSON.parse(body) as Written).edit });
    await assert.rejects(readFile(file));
  });
});
