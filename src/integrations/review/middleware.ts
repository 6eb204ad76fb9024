import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { Outcome } from "../../node/review/files.ts";
import { ProblemsError } from "../../text/problems/problem.ts";
import { pairsRequest, targetRequest, undoRequest } from "../../text/review/request.ts";
import type { Desk } from "./desk.ts";
import { type Asked, type Gate, isToken, LONGEST_BODY, type Refusal, refusal, refusalOfGuest } from "./gate.ts";

/** Where pages are, and where they read and write. */
const PAGES = "/review/";
const DATA = /^\/review-data\/([^/]+)\/(pairs|targets|undo)$/u;

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(status: number, message: string) {
    super(message);
    this.refusal = { status, message };
  }
}

function send(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(body);
}

/** A longer body is refused as soon as it is, whatever its head said. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LONGEST_BODY) throw new Refused(413, "内容超过 64 KB");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

async function read<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const body = await bodyOf(request);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refused(400, "不是 JSON");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(422, `请求的内容不对：${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}

function answer(response: ServerResponse, outcome: Outcome): void {
  if ("problem" in outcome) send(response, 409, { message: outcome.problem });
  else send(response, 200, outcome.written);
}

async function serve(request: IncomingMessage, response: ServerResponse, desk: Desk, path: string): Promise<void> {
  const [, id = "", what = ""] = DATA.exec(path) ?? [];
  if (!(await desk.has(id))) throw new Refused(404, "没有这份文件，或没有这个地址");
  if (request.method === "GET") {
    if (what === "undo") throw new Refused(405, "撤销须用 POST");
    return send(response, 200, what === "pairs" ? await desk.pairs(id) : await desk.targets(id));
  }
  if (what === "pairs") return answer(response, await desk.decide(id, await read(request, pairsRequest)));
  if (what === "targets") return answer(response, await desk.decideTarget(id, await read(request, targetRequest)));
  return answer(response, await desk.undo((await read(request, undoRequest)).edit));
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof Refused) send(response, error.refusal.status, { message: error.message });
  else if (error instanceof ProblemsError) send(response, 409, { message: `内容里有错误：${error.message}` });
  else {
    console.error(error);
    send(response, 500, { message: "程序出错，没有写入；命令行里有详情" });
  }
}

/** Why a page is refused to whoever asks for it. */
function refusalOfPage(asked: Asked, query: string, gate: Gate): Refusal | null {
  const guest = refusalOfGuest(asked, gate);
  if (guest !== null || isToken(new URLSearchParams(query).get("token"), gate.token)) return guest;
  return { status: 401, message: "请用 npm run review 打印的完整地址打开本页" };
}

/** Answers what the pages of the desk ask for, and keeps from them whoever has not come by their address. */
export function reviewMiddleware(desk: Desk, gate: () => Gate) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [pathname = "/", query = ""] = (request.url ?? "/").split("?", 2);
    const asked: Asked = {
      method: request.method ?? "",
      headers: request.headers,
      address: request.socket.remoteAddress,
    };
    const isPage = pathname.startsWith(PAGES);
    const isData = pathname.startsWith("/review-data/");
    const refused = isPage ? refusalOfPage(asked, query, gate()) : isData ? refusal(asked, gate()) : null;
    if (refused !== null) send(response, refused.status, { message: refused.message });
    else if (isData) serve(request, response, desk, pathname).catch((error: unknown) => refuse(response, error));
    else next();
  };
}
