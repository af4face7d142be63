// Python's side of the network: requests and urllib, through a session.
import { describe, expect, it } from "vitest";
import { Interpreter, PythonError, Session, TimeoutError } from "../../src/index.js";
import type { NetworkOptions, RunResult } from "../../src/index.js";
import { echo, serve } from "./servers.js";

const local = (port: number, options: Partial<NetworkOptions> = {}): NetworkOptions => ({
  allow: [{ origin: `http://api.test:${port}`, allowPrivate: true }],
  resolve: () => ["127.0.0.1"],
  methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
  ...options,
});

async function run(network: NetworkOptions | undefined, source: string, port = 0): Promise<RunResult> {
  await using session = await Session.create(network === undefined ? {} : { network });
  return await session.run(`URL = "http://api.test:${port}"\n${source}`);
}

interface Seen {
  [key: string]: unknown;
  headers: Record<string, string>;
}

const echoed = async (source: string): Promise<Seen> => {
  const port = await serve(echo);
  const { value } = await run(local(port), `import requests, urllib.request, json\n${source}`, port);
  return value as unknown as Seen;
};

it("fetches JSON, reshapes it and returns a list of dicts", async () => {
  const port = await serve((request, response) => {
    const page = Number(new URL(request.url!, "http://x").searchParams.get("page"));
    const users = [1, 2].map((i) => ({ id: page * 10 + i, name: { first: `Zoë ${i}`, last: "X" }, tags: ["a", "b"] }));
    response
      .setHeader("content-type", "application/json; charset=utf-8")
      .end(JSON.stringify({ users, more: page < 2 }));
  });
  const source = `
import requests
rows, page = [], 1
while True:
    r = requests.get(URL + "/users", params={"page": page}, timeout=60)
    r.raise_for_status()
    data = r.json()
    rows += [{"id": u["id"], "name": u["name"]["first"], "tags": len(u["tags"])} for u in data["users"]]
    if not data["more"]:
        break
    page += 1
rows`;
  const result = await run(local(port), source, port);
  expect(result.value).toEqual([11, 12, 21, 22].map((id) => ({ id, name: `Zoë ${id % 10}`, tags: 2 })));
  expect(result.hostCalls.map(({ name, ok }) => [name, ok])).toEqual([
    ["__fetch__", true],
    ["__fetch__", true],
  ]);
});

describe("requests", () => {
  it.each([
    ['requests.get(URL, params={"q": "a b&c", "n": [1, 2], "none": None})', { method: "GET", body: "" }],
    ['requests.get(URL + "/p?x=1#f", params=[("y", "ü")])', { url: "/p?x=1&y=%C3%BC" }],
    ['requests.get(URL, params="a=b")', { url: "/?a=b" }],
    ['requests.post(URL, json={"a": [1]})', { method: "POST", body: '{"a": [1]}', type: "application/json" }],
    ['requests.post(URL, data={"a": "b c"})', { body: "a=b+c", type: "application/x-www-form-urlencoded" }],
    ['requests.post(URL, data="täxt")', { body: "täxt", type: undefined }],
    ['requests.post(URL, data=b"bytes", headers={"content-type": "text/x"})', { body: "bytes", type: "text/x" }],
    ["requests.post(URL)", { method: "POST", body: "", length: "0" }],
    ["requests.put(URL, b'x')", { method: "PUT", body: "x" }],
    ["requests.patch(URL, data='x')", { method: "PATCH" }],
    ["requests.delete(URL)", { method: "DELETE" }],
    ['requests.request("get", URL)', { method: "GET" }],
    ['requests.get(URL, auth=("user", "pass"))', { authorization: "Basic dXNlcjpwYXNz" }],
    ['requests.get(URL, auth=requests.auth.HTTPBasicAuth("a", "b"))', { authorization: "Basic YTpi" }],
    ['requests.get(URL, cookies={"a": "b"}, headers={"X-A": "1"})', { cookie: "a=b", "x-a": "1" }],
  ])("%s", async (call, { method, url, body, type, length, ...headers }: Record<string, string | undefined>) => {
    const seen = await echoed(`${call}.json()`);
    if (method !== undefined) expect(seen["method"]).toBe(method);
    if (url !== undefined) expect(seen["url"]).toBe(url);
    if (body !== undefined) expect(seen["body"]).toBe(body);
    if (type !== undefined) expect(seen["headers"]["content-type"]).toBe(type);
    if (length !== undefined) expect(seen["headers"]["content-length"]).toBe(length);
    expect(seen["headers"]).toMatchObject(headers);
  });

  it("a Session keeps headers, parameters and who asks", async () => {
    const seen = await echoed(`
with requests.Session() as s:
    s.headers.update({"X-A": "1", "X-B": "1"})
    s.params = {"key": "k"}
    s.auth = ("a", "b")
    seen = s.get(URL, headers={"x-b": "2"}, params={"q": 1}).json()
seen`);
    expect(seen).toMatchObject({
      url: "/?key=k&q=1",
      headers: { "x-a": "1", "x-b": "2", authorization: "Basic YTpi" },
    });
  });

  it("a response has what programs look at", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/away") return void response.writeHead(302, { location: "/text" }).end();
      if (request.url === "/latin")
        return void response.setHeader("content-type", "text/html; charset=ISO-8859-1").end(Buffer.from([0xe9]));
      if (request.url === "/broken") return void response.end(Buffer.from("a\n\xff\xfeb€", "latin1"));
      response
        .writeHead(
          200,
          [
            ["Content-Type", "text/plain"],
            ["X-A", "1"],
            ["x-a", "2"],
          ].flat(),
        )
        .end("one\r\ntwo\nthree");
    });
    const { value } = await run(
      local(port),
      `
import requests
r = requests.get(URL + "/away")
[r.status_code, r.ok, bool(r), r.reason, r.url[len(URL):], r.text, r.content, r.headers["CONTENT-TYPE"], r.headers.get("x-A"), "nope" in r.headers,
 list(r.iter_lines()), list(r.iter_lines(decode_unicode=True)), b"".join(r.iter_content(4)), repr(r), len(r.history), r.encoding,
 requests.get(URL + "/latin").text, requests.get(URL + "/broken").text,
 requests.get(URL + "/away", allow_redirects=False).status_code, requests.head(URL + "/text").headers["x-a"]]`,
      port,
    );
    const text = "one\r\ntwo\nthree";
    const bytes = (line: string): Uint8Array => new TextEncoder().encode(line);
    const lines = ["one", "two", "three"];
    expect(value).toEqual([
      200,
      true,
      true,
      "OK",
      "/text",
      text,
      bytes(text),
      "text/plain",
      "1, 2",
      false,
      lines.map(bytes),
      lines,
      bytes(text),
      "<Response [200]>",
      1,
      "utf-8",
      "é",
      "a\n\ufffd\ufffdb\ufffd",
      302,
      "1, 2",
    ]);
  });

  it("raise_for_status and json raise what programs catch", async () => {
    const port = await serve((request, response) => response.writeHead(Number(request.url!.slice(1))).end("<html>"));
    const source = `
import requests
out = []
for status in (404, 503, 200):
    r = requests.get(URL + "/%d" % status)
    try:
        r.raise_for_status()
        r.json()
    except requests.exceptions.HTTPError as e:
        out.append([str(e), e.response.status_code])
    except requests.exceptions.JSONDecodeError as e:
        out.append(str(e))
out`;
    const { value } = await run(local(port), source, port);
    expect(value).toEqual([
      [`404 Client Error: Not Found for url: http://api.test:${port}/404`, 404],
      [`503 Server Error: Service Unavailable for url: http://api.test:${port}/503`, 503],
      expect.stringMatching(/^the response of http:.*\/200 is no JSON/),
    ]);
  });
});

describe("urllib", () => {
  it("opens URLs and Requests", async () => {
    const seen = await echoed(`
from urllib.request import urlopen, Request
from urllib.parse import urlencode
with urlopen(URL + "/a") as f:
    first = [f.status, f.getcode(), f.headers.get_content_type(), f.headers["content-type"], f.geturl()[len(URL):], json.load(f)["method"]]
request = Request(URL, data=urlencode({"a": 1}).encode(), headers={"X-A": "1"})
second = json.loads(urlopen(request).read().decode())
put = json.loads(urlopen(Request(URL, data=b"x", method="PUT")).read())
{"first": first, "second": second, "put": put}`);
    expect(seen["first"]).toEqual([200, 200, "application/json", "application/json", "/a", "GET"]);
    const type = "application/x-www-form-urlencoded";
    expect(seen["second"]).toMatchObject({
      method: "POST",
      body: "a=1",
      headers: { "x-a": "1", "content-type": type },
    });
    expect(seen["put"]).toMatchObject({ method: "PUT", body: "x" });
  });

  it("raises HTTPError, which can be read, and URLError", async () => {
    const port = await serve((_request, response) => response.writeHead(404).end("gone"));
    const source = `
import urllib.request, urllib.error
out = []
for url in (URL, "http://other.test/"):
    try:
        urllib.request.urlopen(url)
    except urllib.error.HTTPError as e:
        out.append([e.code, e.reason, e.read(), str(e)])
    except urllib.error.URLError as e:
        out.append(e.reason)
out`;
    const { value } = await run(local(port), source, port);
    expect(value).toEqual([
      [404, "Not Found", new TextEncoder().encode("gone"), "HTTP Error 404: Not Found"],
      "the host does not allow requests to http://other.test/ (network.allow)",
    ]);
  });

  it("parses, joins and quotes as CPython does", async () => {
    const source = `
from urllib.parse import *
u = urlparse("https://user:pw@Example.com:8080/a/b;p?q=1#frag")
[list(u), u.hostname, u.port, u.username, u.password, u.geturl(), quote("a b/ü&"), quote_plus("a b/ü"), unquote("a%20b%C3%BC%zz%"),
 [urljoin("http://a/b/c/d;p?q", rel) for rel in ("g", "./g", "/g", "//g", "?y", "#s", "..", "../g", "../../../g", "http://x/y", "mailto:z")],
 urlencode([("q", "ä"), ("b", [1, "x y"])], True), parse_qs("a=1&a=2&b=&c=%20x+y"), parse_qsl("a=1&b=", True)]`;
    const { value } = await run(undefined, source);
    // by CPython 3.11
    expect(value).toEqual([
      ["https", "user:pw@Example.com:8080", "/a/b", "p", "q=1", "frag"],
      "example.com",
      8080,
      "user",
      "pw",
      "https://user:pw@Example.com:8080/a/b;p?q=1#frag",
      "a%20b/%C3%BC%26",
      "a+b%2F%C3%BC",
      "a bü%zz%",
      [
        "http://a/b/c/g",
        "http://a/b/c/g",
        "http://a/g",
        "http://g",
        "http://a/b/c/d;p?y",
        "http://a/b/c/d;p?q#s",
        "http://a/b/",
        "http://a/b/g",
        "http://a/g",
        "http://x/y",
        "mailto:z",
      ],
      "q=%C3%A4&b=1&b=x+y",
      { a: ["1", "2"], c: [" x y"] },
      [
        ["a", "1"],
        ["b", ""],
      ],
    ]);
  });
});

describe("refused and failed", () => {
  it.each([
    [
      'requests.get("http://other.test/")',
      "NotAllowed",
      "the host does not allow requests to http://other.test/ (network.allow)",
    ],
    [
      'requests.get("http://user:secret@api.test/")',
      "InvalidURL",
      "a user name or password in the URL http://…@api.test/; use auth=(user, password)",
    ],
    ['requests.get("nonsense")', "InvalidURL", "a URL begins with https:// or http:// and a host; got nonsense"],
    [
      'requests.get(URL, headers={"a": "b\\r\\nc: d"})',
      "InvalidHeader",
      'the header "a" has a line break, a control character or one beyond Latin-1',
    ],
    ['requests.get(URL, headers={"Host": "x"})', "InvalidHeader", 'the header "Host" is set by the host'],
    [
      "requests.options(URL)",
      "NotAllowed",
      "the host does not allow OPTIONS requests, only GET, HEAD, POST, PUT, PATCH, DELETE (network.methods)",
    ],
    ["requests.get(URL)", "ConnectionError", "no answer from http://api.test:1: ECONNREFUSED"],
  ])("%s is %s", async (call, type, message) => {
    const source = `
import requests
try:
    ${call}
except requests.exceptions.RequestException as e:
    out = [type(e).__name__, str(e), isinstance(e, OSError), isinstance(e, getattr(requests.exceptions, type(e).__name__))]
out`;
    expect((await run(local(1), source, 1)).value).toEqual([type, message, true, true]);
  });

  it("without a network the modules import, and say how the host turns it on", async () => {
    const message = 'the network is off; the host turns it on for a Session: network: { allow: ["https://..."] }';
    for (const source of [
      "import requests\nrequests.get('https://a.test')",
      "__import__('urllib.request').request.urlopen('https://a.test')",
    ]) {
      const error = await run(undefined, source).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(PythonError);
      expect((error as PythonError).message).toContain(message);
      const interpreter = await Interpreter.create();
      expect(() => interpreter.run(source)).toThrow(message);
    }
  });

  it("an Interpreter refuses the option, and a session a bad one", async () => {
    await expect(Interpreter.create({ network: { allow: [] } } as object)).rejects.toThrow(
      "network is an option of a Session",
    );
    await expect(Session.create({ network: { allow: ["example.com"] } })).rejects.toMatchObject({ code: "USAGE" });
  });

  it("the run's deadline ends a slow request, and the session goes on", async () => {
    let closed = 0;
    const port = await serve((request) => void request.socket.on("close", () => closed++));
    await using session = await Session.create({ network: local(port), timeoutMs: 3_000 });
    const slow = `import requests\nx = 1\ntry:\n  requests.get("http://api.test:${port}/")\nexcept BaseException:\n  x = 2`;
    await expect(session.run(slow)).rejects.toBeInstanceOf(TimeoutError);
    await expect.poll(() => closed).toBe(1);
    expect((await session.run("'x' in globals()")).value).toBe(false);
  });

  it("requests are counted for each run", async () => {
    const port = await serve(echo);
    await using session = await Session.create({ network: local(port, { maxRequests: 2 }) });
    const source = `import requests\nfor i in range(3): requests.get("http://api.test:${port}/")`;
    for (let i = 0; i < 2; i++) {
      await expect(session.run(source)).rejects.toThrow(
        "NotAllowed: more than 2 requests in one run (network.maxRequests)",
      );
    }
  });

  it("a response may be longer than maxHostResultBytes, up to maxResponseBytes", async () => {
    const port = await serve((request, response) => response.end("x".repeat(Number(request.url!.slice(1)))));
    await using session = await Session.create({
      network: local(port, { maxResponseBytes: 600_000 }),
      maxHostResultBytes: 1024,
    });
    const get = (bytes: number): string =>
      `import requests\nlen(requests.get("http://api.test:${port}/${bytes}").content)`;
    expect((await session.run(get(600_000))).value).toBe(600_000);
    await expect(session.run(get(600_001))).rejects.toThrow(
      "ResponseTooLarge: the response has more than 600000 bytes (network.maxResponseBytes)",
    );
  });

  it("a fetch of the host's own adds what the guest never sees", async () => {
    const sent: unknown[] = [];
    const fetch = async (url: string, { headers, ...rest }: RequestInit): Promise<Response> => {
      const own = new Headers(headers);
      own.set("authorization", "Bearer secret");
      sent.push([url, rest.method, own.get("authorization")]);
      return Response.json({ ok: true });
    };
    const result = await run(
      { allow: ["https://api.test"], fetch },
      "import requests\nrequests.get('https://api.test/x').json()",
    );
    expect(result.value).toEqual({ ok: true });
    expect(sent).toEqual([["https://api.test/x", "GET", "Bearer secret"]]);
  });

  it.each([
    "__host__(('call', '__fetch__', (), {}))",
    "__host__(('call', '__fetch__', (1,), {}))",
    "__host__(('call', '__fetch__', ({},), {'a': 1}))",
    "__host__(('call', '__fetch__', ({'method': 'GET', 'url': 'http://api.test:1/', 'headers': {'a': 'b'}, 'body': None, 'timeout': None},), {}))",
    "__host__(('call', '__fetch__', ({'method': 'GET', 'url': 'http://api.test:1/', 'headers': [], 'body': 'text', 'timeout': None},), {}))",
    "__host__(('call', '__fetch__', ({'method': 'GET', 'url': 'http://api.test:1/', 'headers': [], 'body': None, 'timeout': float('nan')},), {}))",
  ])("what no module of ours sends is a TypeError: %s", async (source) => {
    expect((await run(local(1), source)).value).toEqual([
      "TypeError",
      expect.stringContaining("is not of the right type"),
    ]);
  });
});
