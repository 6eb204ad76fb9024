// Serves dist/ on this machine: node scripts/serve.mjs [--port 4321] [--base /a/sub/path] [--folder dist]
import { createReadStream, existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    base: { type: "string", default: "/" },
    folder: { type: "string", default: "dist" },
  },
});
const root = path.resolve(import.meta.dirname, "..");
const folder = path.resolve(root, values.folder);
const base = `/${values.base.split("/").filter(Boolean).join("/")}/`.replace("//", "/");
const FIRST_PORT = 4321;

if (!existsSync(path.join(folder, "index.html"))) {
  console.error(`${folder} holds no index.html: npm run build`);
  process.exit(1);
}

/** As hosts of static sites do, with the page that the site has for it. */
const missing = (_request, response) => {
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
  createReadStream(path.join(folder, "404.html"))
    .on("error", () => response.end("404\n"))
    .pipe(response);
};
const files = sirv(folder, { dev: true, onNoMatch: missing });

/** Whether a path names a folder as if it were a file. The addresses in its page count from inside the folder. */
function lacksSlash(pathname) {
  return /\/[^/.%]+$/.test(pathname) && existsSync(path.join(folder, pathname, "index.html"));
}

const server = http.createServer((request, response) => {
  if (!request.url?.startsWith(base)) return missing(request, response);
  const [pathname, query] = request.url.split(/(?=\?)/, 2);
  const inside = pathname.slice(base.length - 1);
  if (lacksSlash(inside)) return response.writeHead(301, { location: `${pathname}/${query ?? ""}` }).end();
  request.url = `${inside}${query ?? ""}`;
  return files(request, response, () => missing(request, response));
});

/** A port that was asked for must be free; otherwise the next free one serves as well. */
function listen(port) {
  server.once("error", (error) => {
    if (error.code === "EADDRINUSE" && values.port === undefined && port < FIRST_PORT + 20) return listen(port + 1);
    console.error(error.code === "EADDRINUSE" ? `port ${port} is in use: name another with --port` : error.message);
    process.exit(1);
  });
  server.listen(port, "127.0.0.1", () => {
    server.removeAllListeners("error");
    console.log(`\n  沿革 is at http://127.0.0.1:${port}${base}\n  Ctrl-C ends it.\n`);
  });
}

listen(values.port === undefined ? FIRST_PORT : Number(values.port));
