// Serves index.html and the package's own files, with the headers that let a page share memory with its workers.
// node examples/browser/server.mjs [port]
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const page = new URL("index.html", import.meta.url);
const dist = new URL("./", import.meta.resolve("micropython-wasm"));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

const server = createServer((request, response) => {
  // A URL cannot lead out of dist: parsing takes every ".." away.
  const { pathname } = new URL(request.url, "http://localhost");
  const file = pathname === "/" ? page : new URL(`.${pathname.replace(/^\/micropython-wasm/, "")}`, dist);
  readFile(file).then(
    (body) => response.writeHead(200, { ...headers, "Content-Type": types[extname(file.pathname)] ?? "" }).end(body),
    () => response.writeHead(404).end(),
  );
});
server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1", () => {
  console.log(`http://localhost:${server.address().port}/`);
});
