// Serves dist/ on this machine: node scripts/serve.mjs [--port 4321] [--base /a/sub/path] [--folder dist]
import { existsSync } from "node:fs";
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

const missing = (_request, response) =>
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404\n");
const files = sirv(folder, { dev: true, onNoMatch: missing });

const server = http.createServer((request, response) => {
  if (!request.url?.startsWith(base)) return missing(request, response);
  request.url = request.url.slice(base.length - 1);
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
