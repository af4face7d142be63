// The layer below Python: what it lets through, against real servers on loopback.
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeNodeTransport } from "../../src/host/network/nodeTransport.js";
import { Network } from "../../src/host/network/network.js";
import { resolveNetwork } from "../../src/host/network/options.js";
import type { NetworkOptions } from "../../src/host/network/options.js";
import type { Value } from "../../src/result.js";
import { echo, serve } from "./servers.js";

interface Asked {
  method?: string;
  url: string;
  headers?: [string, string][];
  body?: Uint8Array | null;
  timeout?: number | null;
  redirects?: boolean;
}

interface Answer {
  status: number;
  reason: string;
  url: string;
  headers: [string, string][];
  body: Uint8Array;
  history: { status: number; url: string }[];
}

const text = ({ body }: Answer): string => new TextDecoder().decode(body);
const json = (answer: Answer): Record<string, unknown> => JSON.parse(text(answer)) as Record<string, unknown>;

function network(options: NetworkOptions): { ask: (asked: Asked) => Promise<Answer>; layer: Network } {
  const layer = new Network(resolveNetwork(options), async () => makeNodeTransport);
  return {
    layer,
    ask: async (asked) => {
      const request = { method: "GET", headers: [], body: null, timeout: null, redirects: true, ...asked };
      return (await layer.request(Object.assign(Object.create(null), request) as Value)) as unknown as Answer;
    },
  };
}

/** A name for the servers of a test. */
const local = (port: number, path = ""): NetworkOptions => ({
  allow: [{ origin: `http://api.test:${port}${path}`, allowPrivate: true }],
  resolve: () => ["127.0.0.1"],
});

const refused = (message: string | RegExp, name = "NotAllowed"): unknown =>
  expect.objectContaining({ name, message: expect.stringMatching(message) as unknown });

describe("what is sent", () => {
  it("method, path, query, headers and body arrive; Host is the name", async () => {
    const port = await serve(echo);
    const { ask } = network({ ...local(port), methods: ["POST"] });
    const answer = await ask({
      method: "post",
      url: `http://api.test:${port}/a%20b?q=1#fragment`,
      headers: [["X-Test", "a\tb é"]],
      body: new TextEncoder().encode("text"),
    });
    expect(answer).toMatchObject({ status: 200, reason: "OK", url: `http://api.test:${port}/a%20b?q=1`, history: [] });
    expect(json(answer)).toMatchObject({
      method: "POST",
      url: "/a%20b?q=1",
      body: "text",
      headers: { host: `api.test:${port}`, "x-test": "a\tb é", "content-length": "4", connection: "close" },
    });
  });

  it.each([
    ["\r\nX-Injected: 1", "value"],
    ["X-A", "b\r\nX-Injected: 1"],
    ["X-A", "b\nX-Injected: 1"],
    ["X-A", "nul\0"],
    ["X-A", "beyond Latin-1: \u0100"],
    ["", "no name"],
    ["X A", "blank"],
    ["X:A", "colon"],
    ["Host", "other.test"],
    ["HOST", "other.test"],
    ["Content-Length", "0"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "keep-alive"],
    ["Upgrade", "h2c"],
    ["Expect", "100-continue"],
    ["Proxy-Authorization", "x"],
    ["X-Long", "x".repeat(17_000)],
  ])("header %j: %.20j is refused", async (name, value) => {
    let requests = 0;
    const port = await serve((_request, response) => void (requests++, response.end()));
    const { ask } = network(local(port));
    await expect(ask({ url: `http://api.test:${port}/`, headers: [[name, value]] })).rejects.toEqual(
      refused(/header/, "InvalidHeader"),
    );
    expect(requests).toBe(0);
  });

  it("more than 64 headers are refused", async () => {
    const { ask } = network(local(1));
    const headers = Array.from({ length: 65 }, (_, i): [string, string] => [`x-${i}`, ""]);
    await expect(ask({ url: "http://api.test:1/", headers })).rejects.toEqual(refused("65 headers", "InvalidHeader"));
  });

  it("a line break in method or URL gets nowhere", async () => {
    const { ask } = network(local(1));
    await expect(ask({ url: "http://api.test:1/ HTTP/1.1\r\nX: y" })).rejects.toMatchObject({ name: "InvalidURL" });
    await expect(ask({ method: "GET / HTTP/1.1\r\nX: y", url: "http://api.test:1/" })).rejects.toMatchObject({
      name: "TypeError",
    });
  });

  it("the host can name the headers", async () => {
    const port = await serve(echo);
    const { ask } = network({ ...local(port), headers: ["X-Key"] });
    const url = `http://api.test:${port}/`;
    await ask({
      url,
      headers: [
        ["x-key", "1"],
        ["Accept", "*/*"],
      ],
    });
    await expect(ask({ url, headers: [["Authorization", "1"]] })).rejects.toEqual(refused("network.headers"));
  });

  it("a body longer than maxRequestBytes, and a method that is not named, are refused", async () => {
    const { ask } = network({ ...local(1), methods: ["POST"], maxRequestBytes: 3 });
    await expect(ask({ method: "POST", url: "http://api.test:1/", body: new Uint8Array(4) })).rejects.toEqual(
      refused("4 bytes, more than 3"),
    );
    await expect(ask({ url: "http://api.test:1/" })).rejects.toEqual(refused("does not allow GET requests, only POST"));
  });

  it.each([
    null,
    5,
    {},
    { method: 1 },
    { method: "GET", url: null },
    { method: "GET", url: "http://a/", headers: [["a"]] },
  ])("a request that is no request (%j) is refused", async (asked) => {
    const layer = new Network(resolveNetwork(local(1)), async () => makeNodeTransport);
    await expect(layer.request(asked as unknown as Value)).rejects.toMatchObject({
      name: "TypeError",
    });
  });
});

describe("where it may go", () => {
  it("nowhere by default", async () => {
    const { ask } = network({ allow: [] });
    await expect(ask({ url: "http://127.0.0.1/" })).rejects.toEqual(
      refused("does not allow requests to http://127.0.0.1/"),
    );
  });

  const origin = "http://api.test:8080";
  it.each([
    ["another port", "http://api.test:8081/"],
    ["the default port", "http://api.test/"],
    ["another scheme", "https://api.test:8080/"],
    ["a subdomain", "http://x.api.test:8080/"],
    ["a longer name", "http://api.test.evil.test:8080/"],
    ["a name that ends the same", "http://evilapi.test:8080/"],
    ["decimal", "http://2130706433:8080/"],
    ["hexadecimal", "http://0x7f000001:8080/"],
    ["octal", "http://0177.0.0.1:8080/"],
    ["short", "http://127.1:8080/"],
    ["IPv6", "http://[::1]:8080/"],
    ["IPv4-mapped", "http://[::ffff:127.0.0.1]:8080/"],
    ["unspecified", "http://0:8080/"],
    ["percent-encoded", "http://%6c%6f%63alhost:8080/"],
    ["full-width", "http://ⓛocalhost:8080/"],
    ["localhost", "http://localhost:8080/"],
  ])("not to %s: %s", async (_what, url) => {
    const { ask } = network({ allow: [{ origin, allowPrivate: true }], resolve: () => ["127.0.0.1"] });
    await expect(ask({ url })).rejects.toEqual(refused("network.allow"));
  });

  it.each([
    ["user", "http://api.test:8080@evil.test/", /user name/],
    ["password", "http://user:pass@api.test:8080/", /^(?!.*pass@)/],
    ["empty user", "http://@api.test:8080/", /user name/],
    ["empty user and password", "http://:@api.test:8080/", /user name/],
    ["backslash", "http://api.test:8080\\@evil.test/", /backslash/],
    ["backslashes", "http:\\\\api.test:8080/", /backslash/],
    ["tab", "http://api.test:8080/\t", /control/],
    ["NUL", "http://api.test:8080/\0", /control/],
    ["dot at the end", "http://localhost.:8080/", /dot/],
    ["no slashes", "http:api.test:8080/", /begins with/],
    ["one slash", "http:/api.test:8080/", /begins with/],
    ["three slashes", "http:///api.test:8080/", /begins with/],
    ["relative", "/path", /begins with/],
    ["file", "file:///etc/passwd", /begins with/],
    ["ftp", "ftp://api.test:8080/", /begins with/],
    ["data", "data:text/plain,x", /begins with/],
    ["javascript", "javascript:alert(1)", /begins with/],
    ["bad port", "http://api.test:99999/", /not a URL/],
    ["endless", `http://api.test:8080/${"x".repeat(9000)}`, /8192/],
  ])("not by a trick in the text: %s", async (_what, url, message) => {
    const { ask } = network({ allow: [{ origin, allowPrivate: true }], resolve: () => ["127.0.0.1"] });
    await expect(ask({ url })).rejects.toEqual(refused(message, "InvalidURL"));
  });

  it("below a path: on the boundary of a segment, however it is written", async () => {
    const port = await serve(echo);
    for (const [path, good, bad] of [
      [
        "/v1/",
        ["/v1/", "/v1/a", "/v1/../v1/a", "/v1/%61", "/v1/a?../../x", "/v1//a", "/v1/a;b"],
        ["/", "/v1", "/v10/", "/V1/a"],
      ],
      ["/v1", ["/v1", "/v1/a", "/v1?x"], ["/v1x", "/v1.json", "/"]],
    ] as const) {
      const { ask } = network(local(port, path));
      for (const asked of good) expect((await ask({ url: `http://api.test:${port}${asked}` })).status).toBe(200);
      const escapes = [
        "/v1/../admin",
        "/v1/%2e%2e/admin",
        "/v1/.%2E/admin",
        "/v1/..%2fadmin",
        "/v1/%2e%2e%2fadmin",
        "/v1/..%5cadmin",
      ];
      escapes.push(
        "/v1/%252e%252e%252fadmin",
        "/v1/..;/admin",
        "/v1/..;a=b/admin",
        "/v1/a%2f..%2f..%2fadmin",
        "//v1/",
        "/x/v1/",
      );
      for (const asked of [...bad, ...escapes]) {
        await expect(ask({ url: `http://api.test:${port}${asked}` }), asked).rejects.toEqual(refused("network.allow"));
      }
    }
  });

  it("to a name in capitals, or with the port that is the scheme's own", async () => {
    const port = await serve(echo);
    const { ask } = network(local(port));
    expect(json(await ask({ url: `HTTP://API.TEST:${port}/` }))).toMatchObject({ url: "/" });
    const { ask: https } = network({ allow: ["https://api.test"], resolve: () => ["10.0.0.1"] });
    await expect(https({ url: "https://api.test:443/" })).rejects.toEqual(refused("not public"));
  });
});

describe("addresses", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.0.1",
    "192.168.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::7f00:1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "100::1",
    "not an address",
    "127.1",
    "",
  ])("a name that stands for %s is refused", async (address) => {
    const { ask } = network({ allow: ["http://api.test"], resolve: () => [address] });
    await expect(ask({ url: "http://api.test/" })).rejects.toEqual(refused("stands for an address that is not public"));
  });

  it("one that is not public among others is enough", async () => {
    const { ask } = network({ allow: ["http://api.test"], resolve: () => ["93.184.216.34", "127.0.0.1"] });
    await expect(ask({ url: "http://api.test/" })).rejects.toEqual(refused("not public"));
  });

  it("an answer that changes is looked at again for each request, and is what is connected to", async () => {
    const port = await serve(echo);
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    const asked: string[] = [];
    const { ask } = network({
      allow: [{ origin: `http://api.test:${port}`, allowPrivate: true }],
      resolve: (name) => (asked.push(name), answers.shift()!),
    });
    expect((await ask({ url: `http://api.test:${port}/` })).status).toBe(200);
    // nobody listens there: the name is resolved once a request, and nowhere else
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toMatchObject({ name: "ConnectionError" });
    expect(asked).toEqual(["api.test", "api.test"]);
  });

  it("rebinding: first public, then private", async () => {
    const port = await serve(echo);
    const answers = [["198.41.0.4"], ["127.0.0.1"]];
    const { ask } = network({ allow: [`http://api.test:${port}`], resolve: () => answers.shift()!, timeoutMs: 300 });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toMatchObject({
      name: expect.stringMatching(/Timeout|ConnectionError/) as unknown,
    });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(refused("not public"));
  });

  it("an entry may name an address, or localhost, which means loopback only", async () => {
    const port = await serve(echo);
    const { ask } = network({ allow: [`http://127.0.0.1:${port}`, `http://localhost:${port}`] });
    expect((await ask({ url: `http://127.0.0.1:${port}/` })).status).toBe(200);
    expect((await ask({ url: `http://2130706433:${port}/` })).url).toBe(`http://127.0.0.1:${port}/`);
    expect((await ask({ url: `http://localhost:${port}/` })).status).toBe(200);
    const { ask: elsewhere } = network({ allow: ["http://localhost"], resolve: () => ["10.0.0.1"] });
    await expect(elsewhere({ url: "http://localhost/" })).rejects.toEqual(refused("not public"));
  });

  it("no message tells the guest an address", async () => {
    const { ask } = network({
      allow: [{ origin: "http://api.test:1", allowPrivate: true }],
      resolve: () => ["127.0.0.1"],
    });
    const error = await ask({ url: "http://api.test:1/" }).catch((e: Error) => e);
    expect(error).toMatchObject({ name: "ConnectionError", message: "no answer from http://api.test:1: ECONNREFUSED" });
  });

  it.each([
    [
      "fails",
      (): never => {
        throw new Error("secret");
      },
      "cannot be resolved",
    ],
    ["finds nothing", (): string[] => [], "has no address"],
  ])("a resolver that %s", async (_what, resolve, message) => {
    const { ask } = network({ allow: ["http://api.test"], resolve });
    await expect(ask({ url: "http://api.test/" })).rejects.toEqual(refused(message, "ConnectionError"));
  });
});

describe("redirects", () => {
  it("are followed, each checked and counted", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/end") echo(request, response);
      else response.writeHead(302, { location: "/end" }).end("moved");
    });
    const { ask, layer } = network({ ...local(port), maxRequests: 3 });
    const url = `http://api.test:${port}/start`;
    expect(await ask({ url })).toMatchObject({
      status: 200,
      url: `http://api.test:${port}/end`,
      history: [{ status: 302, url }],
    });
    expect(await ask({ url, redirects: false })).toMatchObject({ status: 302, url });
    await expect(ask({ url })).rejects.toEqual(refused("more than 3 requests in one run"));
    layer.begin();
    expect((await ask({ url })).status).toBe(200);
  });

  it.each([
    ["http://evil.test/", "NotAllowed"],
    ["http://127.0.0.1:22/", "NotAllowed"],
    ["//evil.test/", "NotAllowed"],
    ["https://api.test/", "NotAllowed"],
    ["/v2/", "NotAllowed"],
    ["../v2/", "NotAllowed"],
    ["http://user:secret@api.test/", "InvalidURL"],
    ["//user@api.test/", "InvalidURL"],
    ["/\\evil.test", "InvalidURL"],
    ["file:///etc/passwd", "InvalidURL"],
    ["javascript:alert(1)", "InvalidURL"],
    ["http://api.test.:80/", "InvalidURL"],
  ])("to %s: refused", async (location, name) => {
    const port = await serve((_request, response) => response.writeHead(302, { location }).end());
    const { ask } = network(local(port, "/v1/"));
    await expect(ask({ url: `http://api.test:${port}/v1/` })).rejects.toMatchObject({ name });
  });

  it("to an allowed name that stands for a private address: refused", async () => {
    const port = await serve((_request, response) => response.writeHead(307, { location: "http://inner.test/" }).end());
    const { ask } = network({
      allow: [{ origin: `http://api.test:${port}`, allowPrivate: true }, "http://inner.test"],
      resolve: (name) => (name === "api.test" ? ["127.0.0.1"] : ["169.254.169.254"]),
    });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(
      refused("inner.test stands for an address that is not public"),
    );
  });

  it("without end: cut", async () => {
    let requests = 0;
    const port = await serve(
      (_request, response) => void (requests++, response.writeHead(301, { location: "/" }).end()),
    );
    const { ask } = network({ ...local(port), maxRedirects: 4 });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(
      refused("more than 4 redirects", "TooManyRedirects"),
    );
    expect(requests).toBe(5);
  });

  it("to another origin: credentials stay behind", async () => {
    const other = await serve(echo);
    const port = await serve((request, response) => {
      const same = request.url === "/same";
      response.writeHead(307, { location: same ? "/end" : `http://api.test:${other}/` });
      if (request.url === "/end") echo(request, response);
      else response.end();
    });
    const { ask } = network({ ...local(port), allow: [...local(port).allow, ...local(other).allow] });
    const headers: [string, string][] = [
      ["Authorization", "secret"],
      ["COOKIE", "a=b"],
      ["X-Other", "1"],
    ];
    expect(json(await ask({ url: `http://api.test:${port}/`, headers }))["headers"]).toEqual(
      expect.not.objectContaining({ authorization: "secret" }),
    );
    const sent = json(await ask({ url: `http://api.test:${port}/`, headers }))["headers"] as Record<string, string>;
    expect([sent["authorization"], sent["cookie"], sent["x-other"]]).toEqual([undefined, undefined, "1"]);
  });

  it.each([
    ["POST", 301, "GET"],
    ["POST", 302, "GET"],
    ["POST", 303, "GET"],
    ["PUT", 303, "GET"],
    ["PUT", 302, "PUT"],
    ["POST", 307, "POST"],
    ["POST", 308, "POST"],
    ["HEAD", 303, "HEAD"],
  ] as const)("%s after %d is %s", async (method, status, expected) => {
    const seen: unknown[] = [];
    const port = await serve((request, response) => {
      if (request.url !== "/end") return void response.writeHead(status, { location: "/end" }).end();
      seen.push(request.method, request.headers["content-type"]);
      response.end();
    });
    const { ask } = network({ ...local(port), methods: ["GET", "HEAD", "POST", "PUT"] });
    const body = method === "HEAD" ? null : new TextEncoder().encode("x");
    await ask({ method, url: `http://api.test:${port}/`, body, headers: [["Content-Type", "text/x"]] });
    expect(seen).toEqual([expected, expected === method ? "text/x" : undefined]);
  });

  it("do not turn a method into one that is not allowed", async () => {
    const port = await serve((_request, response) => response.writeHead(303, { location: "/" }).end());
    const { ask } = network({ ...local(port), methods: ["POST"] });
    await expect(ask({ method: "POST", url: `http://api.test:${port}/` })).rejects.toEqual(
      refused("does not allow GET"),
    );
  });
});

describe("answers", () => {
  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("%s is undone", async (coding, compress) => {
    const port = await serve((_request, response) =>
      response.setHeader("content-encoding", coding).end(compress(Buffer.from("text"))),
    );
    const { ask } = network(local(port));
    expect(text(await ask({ url: `http://api.test:${port}/` }))).toBe("text");
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("a bomb of %s is cut at maxResponseBytes", async (coding, compress) => {
    const bomb = compress(Buffer.alloc(64 * 1024 * 1024));
    const port = await serve((_request, response) => response.setHeader("content-encoding", coding).end(bomb));
    const { ask } = network({ ...local(port), maxResponseBytes: 100_000 });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(
      refused("more than 100000 bytes", "ResponseTooLarge"),
    );
  });

  it("a body without end is cut, and its connection ended", async () => {
    let closed: (() => void) | undefined;
    const ended = new Promise<void>((resolve) => (closed = resolve));
    const port = await serve((_request, response) => {
      const more = (): void =>
        void (response.destroyed || response.write(Buffer.alloc(65536))
          ? setImmediate(more)
          : response.once("drain", more));
      response.on("close", () => closed!());
      more();
    });
    const { ask } = network(local(port));
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(
      refused("more than 1048576 bytes", "ResponseTooLarge"),
    );
    await ended;
  });

  it("a body that nobody reads is not decompressed, and does no harm", async () => {
    const port = await serve((request, response) => {
      response.setHeader("content-encoding", "gzip");
      if (request.url === "/end") response.end(gzipSync("end"));
      else response.writeHead(302, { location: "/end" }).end("no gzip");
    });
    const { ask } = network(local(port));
    const url = `http://api.test:${port}/`;
    expect(text(await ask({ url }))).toBe("end");
    expect(await ask({ url: `${url}end`, method: "HEAD" })).toMatchObject({ status: 200, body: new Uint8Array() });
    await expect(ask({ url, redirects: false })).rejects.toMatchObject({ name: "ConnectionError" });
  });

  it("exactly maxResponseBytes pass", async () => {
    const port = await serve((_request, response) => response.end("12345"));
    const { ask } = network({ ...local(port), maxResponseBytes: 5 });
    expect(text(await ask({ url: `http://api.test:${port}/` }))).toBe("12345");
  });

  it.each([
    ["before the headers", (): void => {}],
    ["in the body", (socket: Socket): void => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")],
    [
      "drop by drop",
      (socket: Socket): void => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const timer = setInterval(() => socket.write("x"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "of headers without end",
      (socket: Socket): void => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const timer = setInterval(() => socket.write("X-A: b\r\n"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
    [
      "of preliminary answers",
      (socket: Socket): void => {
        const timer = setInterval(() => socket.write("HTTP/1.1 102 Processing\r\n\r\n"), 10);
        socket.on("close", () => clearInterval(timer));
      },
    ],
  ])("slowness %s ends with timeoutMs", async (_what, serveSlowly) => {
    const port = await serveRaw(serveSlowly);
    const { ask } = network({ ...local(port), timeoutMs: 200 });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toEqual(refused("in 200 ms", "Timeout"));
  });

  it("the guest's own timeout is kept where it is shorter", async () => {
    const port = await serveRaw(() => {});
    const { ask } = network(local(port));
    await expect(ask({ url: `http://api.test:${port}/`, timeout: 0.05 })).rejects.toEqual(
      refused("in 50 ms", "Timeout"),
    );
  });

  it("the end of the run ends the request", async () => {
    let closed: (() => void) | undefined;
    const ended = new Promise<void>((resolve) => (closed = resolve));
    let connect: (() => void) | undefined;
    const connected = new Promise<void>((resolve) => (connect = resolve));
    const port = await serveRaw((socket) => {
      socket.on("close", () => closed!());
      connect!();
    });
    const { ask, layer } = network(local(port));
    const url = `http://api.test:${port}/`;
    const asked = ask({ url });
    asked.catch(() => undefined);
    await connected;
    layer.end();
    await expect(asked).rejects.toEqual(refused("the run has ended", "ConnectionError"));
    await ended;
    await expect(ask({ url })).rejects.toEqual(refused("the run has ended", "ConnectionError"));
  });

  it.each([
    ["nonsense", "nonsense\r\n\r\n"],
    ["huge headers", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(20_000)}\r\n\r\n`],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["half a body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"],
    ["half of gzip", `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n${String.fromCharCode(31)}`],
    ["nothing", ""],
  ])("%s is a ConnectionError", async (_what, answer) => {
    const port = await serveRaw((socket) => socket.end(answer));
    const { ask } = network({ ...local(port), timeoutMs: 60_000 });
    await expect(ask({ url: `http://api.test:${port}/` })).rejects.toMatchObject({ name: "ConnectionError" });
  });
});

describe("a fetch of the host's own", () => {
  it("is given what has passed the checks, and its answer is bounded", async () => {
    const calls: [string, RequestInit][] = [];
    const { ask } = network({
      allow: ["https://api.test/v1/"],
      maxResponseBytes: 10,
      fetch: async (url, init) => {
        calls.push([url, init]);
        if (url.endsWith("/away"))
          return new Response(null, { status: 302, headers: { location: "https://evil.test/" } });
        if (url.endsWith("/here")) return new Response(null, { status: 302, headers: { location: "there" } });
        return new Response(url.endsWith("/long") ? "x".repeat(11) : "short", { headers: { "X-A": "1" } });
      },
    });
    const answer = await ask({ url: "https://api.test/v1/here", headers: [["x-b", "2"]] });
    expect(answer).toMatchObject({ status: 200, url: "https://api.test/v1/there" });
    expect([text(answer), answer.headers]).toEqual(["short", expect.arrayContaining([["x-a", "1"]])]);
    expect(calls.map(([url]) => url)).toEqual(["https://api.test/v1/here", "https://api.test/v1/there"]);
    expect(calls[0]![1]).toMatchObject({
      method: "GET",
      redirect: "manual",
      credentials: "omit",
      headers: [["x-b", "2"]],
    });
    await expect(ask({ url: "https://api.test/v1/away" })).rejects.toEqual(refused("network.allow"));
    await expect(ask({ url: "https://api.test/v1/long" })).rejects.toEqual(
      refused("more than 10 bytes", "ResponseTooLarge"),
    );
    await expect(ask({ url: "https://api.test/v2/" })).rejects.toEqual(refused("network.allow"));
    expect(calls).toHaveLength(4);
  });

  it("the global fetch does", async () => {
    const port = await serve(echo);
    const { ask } = network({ allow: [`http://127.0.0.1:${port}`], methods: ["POST"], fetch });
    const answer = await ask({ method: "POST", url: `http://127.0.0.1:${port}/`, body: new TextEncoder().encode("x") });
    expect(json(answer)).toMatchObject({ method: "POST", body: "x" });
  });

  it("that fails is a ConnectionError; one that never answers a Timeout", async () => {
    const { ask } = network({
      allow: ["https://api.test"],
      fetch: async () => {
        throw new Error("offline");
      },
    });
    await expect(ask({ url: "https://api.test/" })).rejects.toEqual(refused("offline", "ConnectionError"));
    const { ask: never } = network({ allow: ["https://api.test"], timeoutMs: 50, fetch: () => new Promise(() => {}) });
    await expect(never({ url: "https://api.test/" })).rejects.toEqual(refused("in 50 ms", "Timeout"));
  });
});

describe("options", () => {
  it.each([
    [undefined, "network must be an object"],
    [{}, "network.allow must be an array"],
    [{ allow: "https://a.test" }, "network.allow must be an array"],
    [{ allow: [5] }, "network.allow holds strings"],
    [{ allow: [{ origin: "https://a.test", allowPrivate: "yes" }] }, "allowPrivate"],
    [{ allow: ["a.test"] }, '"a.test" must begin with "https://"'],
    [{ allow: ["ftp://a.test"] }, "must begin with"],
    [{ allow: ["https://"] }, "must begin with"],
    [{ allow: ["https://*.a.test"] }, "has a wildcard"],
    [{ allow: ["https://user@a.test"] }, "has a user name"],
    [{ allow: ["https://a.test?x"] }, "has a query"],
    [{ allow: ["https://a.test/#x"] }, "has a query or a fragment"],
    [{ allow: ["https://a.test /"] }, "has a blank"],
    [{ allow: ["https://a.test\\x"] }, "backslash"],
    [{ allow: ["https://a.test:99999"] }, "is no URL"],
    [{ allow: ["https://a.test./"] }, "ends with a dot"],
    [{ allow: ["https://a.test/%2e%2e%2f/"] }, "encoded dot"],
    [{ allow: [], methods: ["TRACE"] }, "TRACE"],
    [{ allow: [], methods: ["get"] }, '"get" is none of GET'],
    [{ allow: [], headers: ["Host"] }, "Host"],
    [{ allow: [], maxRequests: -1 }, "network.maxRequests must be a whole number from 0"],
    [{ allow: [], maxResponseBytes: 1e9 }, "network.maxResponseBytes"],
    [{ allow: [], timeoutMs: Infinity }, "network.timeoutMs"],
    [{ allow: [], fetch: "x" }, "network.fetch must be a function"],
    [{ allow: [], resolve: 1 }, "network.resolve must be a function"],
  ])("%j: %s", (options, message) => {
    expect(() => resolveNetwork(options)).toThrow(
      expect.objectContaining({ code: "USAGE", message: expect.stringContaining(message) as unknown }),
    );
  });
});

async function serveRaw(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on("error", () => {}).resume());
    onConnection(socket);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
