// The guest's decoder, given bytes that the host never writes: as if the host had a bug, or the guest had changed them in its memory.

import * as fc from "fast-check";
import { Interpreter, loadArtifact, SandboxError } from "micropython-wasm";
import { afterAll, describe, expect, it } from "vitest";
import { encodeAnswer } from "../../src/interpreter/answers.js";
import { exactly, plainData } from "./arbitrary.js";

const artifact = await loadArtifact();
let answer: Uint8Array = new Uint8Array();
const host = {
  functions: [{ name: "f", head: "f()", doc: "" }],
  call: () => ({ bytes: answer, fuel: 0 }),
  refuse: () => undefined,
};
const options = { rollback: true, fuel: 3_000_000, maxHostResultBytes: 2 ** 26 };
const interpreter = new Interpreter(artifact, options, { host });
afterAll(() => interpreter.close());
interpreter.run("kept = 'as it was'");

/** What the guest makes of the answer: undefined where that was a typed error, "works" where it was a value. */
function outcome(bytes: Uint8Array): string {
  answer = bytes;
  let found = "works";
  try {
    interpreter.run("f()");
  } catch (error) {
    if (!SandboxError.is(error)) throw error;
    found = error.code;
  }
  expect(interpreter.get("kept")).toBe("as it was");
  return found;
}

const good = encodeAnswer(
  "f",
  [{ a: 1, b: [2n ** 70n, 1.5, "text"] }, new Map([[Object.freeze([1]), new Set([1, "x"])]]), new Uint8Array(9)],
  1_000,
);

describe("damaged bytes", () => {
  it("the same bytes undamaged work", () => expect(outcome(good)).toBe("works"));

  it.each<[string, number[]]>([
    ["nothing", []],
    ["no instruction", [1]],
    ["an unknown instruction", [1, 99, 0]],
    ["more slots than bytes", [200, 1, 0]],
    ["a number without end", [1, 3, 255, 255, 255, 255, 255, 255, 1]],
    ["more values than slots", [1, 0, 0]],
    ["a text longer than the bytes", [1, 6, 100, 65]],
    ["a text of four gigabytes", [1, 6, 255, 255, 255, 255, 15]],
    ["half a float", [1, 5, 0, 0, 0]],
    ["a list of what is not there", [2, 0, 8, 2]],
    ["a tuple of four billion", [2, 0, 9, 255, 255, 255, 255, 15]],
    ["a dict of two billion pairs", [2, 0, 10, 255, 255, 255, 255, 15]],
    ["a set of four billion", [2, 0, 11, 255, 255, 255, 255, 15]],
    ["digits that are not there", [2, 4, 255, 255, 255, 255, 15]],
    ["a copy from above the stack", [3, 0, 14, 1]],
    ["a module of a list", [3, 8, 0, 13]],
    ["a module of a small int", [3, 3, 2, 13]],
    ["a module of nothing", [3, 13]],
  ])("%s stop the run", (_, bytes) => {
    expect(outcome(new Uint8Array(bytes))).toBe("INTERPRETER_FAULT");
  });

  it.each<[string, number[]]>([
    ["text that is no UTF-8", [1, 6, 1, 255]],
    ["a list as a key", [3, 8, 0, 0, 10, 1]],
    ["a list in a set", [3, 8, 0, 11, 1]],
  ])("%s raise", (_, bytes) => {
    expect(outcome(new Uint8Array(bytes))).toBe("PYTHON_ERROR");
  });

  it("a thousand levels are no burden", () => {
    const levels = Array.from({ length: 1_000 }, () => [8, 1]).flat();
    expect(outcome(new Uint8Array([3, 0, ...levels, 9, 1]))).toBe("works");
  });

  it("integers with leading zeros are what they say", () => {
    answer = new Uint8Array([3, 4, 8, 5, 0, 0, 0, 0, 0, 0, 0, 9, 1]);
    expect(interpreter.run("n = f()\n[n == 5, n + 1, -n, n < 6, str(n), f() - 5, bool(f() - 5)]").value).toEqual([
      true,
      6,
      -5,
      true,
      "5",
      0,
      false,
    ]);
    answer = new Uint8Array([3, 4, 5, 0, 0, 0, 0, 9, 1]);
    expect(interpreter.run("n = f()\n[n == 0, n + 1, str(n), 7 * n]").value).toEqual([true, 1, "0", 0]);
  });
});

describe("any bytes", () => {
  const codes = ["works", "INTERPRETER_FAULT", "PYTHON_ERROR", "MEMORY_LIMIT", "FUEL_EXHAUSTED"];

  it("random ones end in a value or a typed error", () => {
    const program = fc.array(fc.oneof(fc.nat(15), fc.nat(255)), { maxLength: 60 });
    fc.assert(
      fc.property(program, (bytes) => {
        expect(codes).toContain(outcome(new Uint8Array([20, ...bytes])));
      }),
      { numRuns: 500 },
    );
  });

  it("changed ones do too", () => {
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = good.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(codes).toContain(outcome(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it("cut ones too", () => {
    for (let length = 0; length < good.length; length++) expect(codes).toContain(outcome(good.subarray(0, length)));
  });
});

describe("a request from corrupted memory", () => {
  it("is answered, or ends the run with a typed error", () => {
    answer = encodeAnswer("f", null, 1_000);
    fc.assert(
      fc.property(
        plainData,
        fc.array(fc.tuple(fc.nat(200), fc.nat()), { minLength: 1, maxLength: 8 }),
        (value, words) => {
          const other = new Interpreter(artifact, { fuel: 3_000_000 }, { host });
          other.set("x", value);
          const address = Number(other.run("id(x)").value);
          const view = new DataView(other.memory.buffer);
          for (const [at, word] of words) {
            const target = (address & ~3) + 4 * (at - 100);
            if (target > 100_000 && target < view.byteLength - 4) view.setUint32(target, word, true);
          }
          try {
            other.run("f(x)");
            exactly(other.get("x"));
          } catch (error) {
            expect(SandboxError.is(error), String(error)).toBe(true);
          }
          other.close();
        },
      ),
      { numRuns: 200 },
    );
  });
});
