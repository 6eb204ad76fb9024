import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Who may ask the desk for what: the page that it serves, on this machine, and no one else. */

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The other end of the connection. */
  readonly address: string | undefined;
}

export interface Gate {
  readonly port: number;
  readonly token: string;
}

/** What a browser or a program asks with; a longer one than this is no decision. */
export const LONGEST_BODY = 64 * 1024;

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

const hosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Takes as long whatever was guessed. */
export function isToken(given: unknown, token: string): boolean {
  return typeof given === "string" && timingSafeEqual(digest(given), digest(token));
}

/** Why whoever asks is refused even the page; null if they are not. */
export function refusalOfGuest({ headers, address }: Asked, { port }: Gate): Refusal | null {
  if (!LOOPBACK.has(address ?? "")) return { status: 403, message: "只接受本机的请求" };
  // A name that someone else has pointed at this machine would come with its own (DNS rebinding).
  if (!hosts(port).includes(headers.host ?? ""))
    return { status: 403, message: "主机名须为 127.0.0.1 或 localhost，并带本服务的端口" };
  return null;
}

/** Why a request to read or write is refused; null if it is not. */
export function refusal(asked: Asked, gate: Gate): Refusal | null {
  const { method, headers } = asked;
  const guest = refusalOfGuest(asked, gate);
  if (guest !== null) return guest;
  const isWriting = method === "POST";
  if (!isWriting && method !== "GET") return { status: 405, message: "只有 GET 和 POST" };
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  // A page's own GET says no origin; what is written must say it.
  if (origin === undefined ? isWriting : origin !== `http://${headers.host}`)
    return { status: 403, message: "请求须来自校订页面本身" };
  if (site !== undefined && site !== "same-origin") return { status: 403, message: "请求须来自校订页面本身" };
  if (!isToken(headers["x-review-token"], gate.token))
    return { status: 401, message: "令牌不对：请用 npm run review 打印的地址打开页面" };
  if (!isWriting) return null;
  if (!/^application\/json(?:;|$)/iu.test(headers["content-type"] ?? ""))
    return { status: 415, message: "只接受 application/json" };
  if (Number(headers["content-length"] ?? 0) > LONGEST_BODY) return { status: 413, message: "内容超过 64 KB" };
  return null;
}
