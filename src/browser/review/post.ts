import type { Written } from "../../text/review/board.ts";

const token = new URLSearchParams(location.search).get("token") ?? "";

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { "x-review-token": token, "content-type": "application/json" };
  const response = await fetch(`/review-data/${path}`, { ...init, headers }).catch(() => {
    throw new Error("连不上校订服务：命令行里的 npm run review 还开着吗？");
  });
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) return value as T;
  const said = typeof value === "object" && value !== null && "message" in value ? String(value.message) : "";
  throw new Error(said === "" ? `没有写入（${response.status}）` : said);
}

export function get<T>(path: string): Promise<T> {
  return ask<T>(path, { method: "GET" });
}

export function post(path: string, value: object): Promise<Written> {
  return ask<Written>(path, { method: "POST", body: JSON.stringify(value) });
}

/** What is written makes the dev server load its pages again. This one knows it already, and an editor is at work in it. */
export function holdPage(): void {
  import.meta.hot?.on("vite:beforeFullReload", (payload) => {
    payload.path = "/held.html";
  });
}

/** The address of another page of the desk, with what lets in. */
export function letIn(link: HTMLAnchorElement): void {
  link.search = new URLSearchParams({ token }).toString();
}
