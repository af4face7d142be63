import { Interpreter, memory, Session } from "micropython-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let interpreter: Interpreter;

beforeAll(async () => {
  interpreter = await Interpreter.create({
    files: { "/": memory({ files: { "mine.py": "x = 1", "json.py": "raise" } }) },
  });
});

afterAll(() => interpreter.close());

describe("the library", () => {
  it("costs no memory of the guest's until it is imported", () => {
    const used = "import gc\ngc.collect()\ngc.mem_alloc()";
    const before = interpreter.run(used).value as number;
    expect(before).toBeLessThan(32_000);
    expect(interpreter.run(`import pathlib\n${used}`).value).toBeGreaterThan(before + 10_000);
  });

  it("is found before the user's files, which are found too", () => {
    expect(interpreter.run("import json, mine\njson.loads('[1]') + [mine.x]").value).toEqual([1, 1]);
  });

  it("has packages and modules in them", () => {
    expect(interpreter.run("import urllib.parse\nurllib.parse.quote('a b')").value).toBe("a%20b");
  });

  it("is there without files, in a session, and after a snapshot that holds none of it", async () => {
    await using session = await Session.create();
    await session.run("from json import dumps");
    await using later = await Session.restore(await session.snapshot());
    expect((await later.run("from os.path import join\njoin('a', dumps([]))")).value).toBe("a/[]");
  });

  it("raises for a module that nobody has", () => {
    expect(() => interpreter.run("import nope")).toThrow(/nope/);
    expect(() => interpreter.run("import json.nope")).toThrow(/nope/);
  });

  it("is no part of the guest's files", () => {
    expect(interpreter.run("import os\nos.listdir('/')").value).toEqual(expect.not.arrayContaining(["<sandbox>"]));
    expect(interpreter.run("os.path.exists('<sandbox>/json.mpy')").value).toBe(false);
    expect(() => interpreter.run("open('<sandbox>/json.mpy', 'rb')")).toThrow(/No such file/);
  });

  it("leaves its frames out of tracebacks", () => {
    expect(() => interpreter.run("import os\nos.remove('/nope')")).toThrow(
      expect.objectContaining({ traceback: expect.not.stringContaining("<sandbox>"), line: 2 }),
    );
  });

  it("is read-only, and answers descriptors that it did not give", () => {
    expect(() => interpreter.run("import uos\nuos.remove('<sandbox>/json.mpy')")).toThrow(/OSError|Error/);
    expect(() =>
      interpreter.run("from uio import open as raw\nkept = [raw('<sandbox>/json.mpy', 'rb') for _ in range(100)]"),
    ).toThrow(/24|Too many/);
  });

  it("imports for the same fuel every time", async () => {
    const used = new Set<number>();
    for (let i = 0; i < 3; i++) {
      const fresh = await Interpreter.create();
      used.add(fresh.run("import requests").fuelUsed);
      fresh.close();
    }
    expect(used.size).toBe(1);
  });
});
