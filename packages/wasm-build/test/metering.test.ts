import { describe, expect, it } from "vitest";
import { Module } from "../src/module.js";
import { meter } from "../src/passes/metering.js";
import { parse } from "../src/sexpr.js";
import { Toolchain } from "../src/toolchain.js";

/** Runs the exported function `f` of a metered module; gives the fuel used and how often the host was asked for more. */
function run(functions: string, args: number[], fuel = 1_000_000): { used: number; stops: number } {
  const module = new Module(
    parse(`(module
      (import "host" "stop" (func $host.stop (param i32)))
      (memory $memory 4)
      (table $table 1 1 funcref)
      (elem (i32.const 0) $f)
      (export "f" (func $f))
      ${functions})`),
  );
  meter(module);
  let stops = 0;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Toolchain().assemble(module)), {
    host: {
      stop() {
        stops++;
        if ((counter.value as bigint) < 0n) throw new Error("out of fuel");
        checkAt.value = (counter.value as bigint) - 1_000n;
      },
    },
  });
  const counter = exports["fuel"] as WebAssembly.Global;
  const checkAt = exports["check_at"] as WebAssembly.Global;
  counter.value = BigInt(fuel);
  (exports["f"] as (...args: number[]) => void)(...args);
  return { used: fuel - Number(counter.value as bigint), stops };
}

describe("meter", () => {
  it("charges a pointer loop by its distance, when it ends", () => {
    const sum = `(func $f (param $p i32) (param $end i32) (local $sum i32)
      (loop $again
        (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $p))))
        (br_if $again (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 1))) (local.get $end)))))`;
    const { used } = run(sum, [0, 80_000]);
    expect(used).toBe(10_000);
    expect(run(sum, [0, 4]).used).toBe(0);
  });

  it("charges nothing for a loop that is marked as bounded, but for the one around it, and takes no mark outside a loop", () => {
    const standIn = `(import "stand-in" "settle" (global $settle (mut i32)))`;
    const mark = "(global.set $settle (i32.const 0))";
    const inner = (inside: string): string => `
      (local.set $i (i32.const 100))
      (loop $inner ${inside} (br_if $inner (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))`;
    const nested = (inside: string): string => `${standIn} (func $f (param $n i32) (local $i i32)
      (loop $outer ${inner(inside)} (br_if $outer (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))`;
    const outerRounds = 4_000;
    const { used } = run(nested(mark), [outerRounds + 1]);
    expect(used).toBe(outerRounds);
    expect(run(nested(""), [outerRounds + 1]).used).toBeGreaterThan(50 * outerRounds);
    expect(() => run(`${standIn} (func $f ${mark})`, [])).toThrow("bounded() stands in no loop");
  });

  it("charges it on every way out", () => {
    const find = `(func $f (param $p i32) (param $end i32)
      (block $found
        (loop $again
          (br_if $found (i32.eq (local.get $p) (local.get $end)))
          (drop (i32.load8_u (local.get $p)))
          (local.set $p (i32.add (local.get $p) (i32.const 1)))
          (br $again))))`;
    expect(run(find, [0, 800]).used).toBe(100);
    const leave = find.replace(
      "(br_if $found (i32.eq (local.get $p) (local.get $end)))",
      "(if (i32.eq (local.get $p) (local.get $end)) (then (return)))",
    );
    expect(run(leave, [0, 800]).used).toBe(100);
  });

  it("charges any other loop one unit each time it goes round", () => {
    const count = `(func $f (param $n i32)
      (loop $again (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))`;
    // paid for 16 rounds at once, the last few of a call not at all
    expect(run(count, [5_001]).used).toBe(5_000 - (5_000 % 16));
    expect(run(count, [1]).used).toBe(0);
  });

  it("traps in a small loop where the fuel is used up", () => {
    expect(() => run("(func $f (loop $again (br $again)))", [], 1_000)).toThrow(WebAssembly.RuntimeError);
  });

  it("asks the host in a loop with calls, which may throw", () => {
    const calls =
      "(func $f (param $n i32) (loop $again (call $g) (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))) (func $g)";
    expect(run(calls, [1]).stops).toBe(0);
    expect(run(calls, [10_001], 100_000)).toEqual({ used: 10_000, stops: 0 });
    expect(() => run(calls, [0], 1_000)).toThrow("out of fuel");
  });

  it("charges bulk memory instructions by their length", () => {
    const fill = "(func $f (param $n i32) (memory.fill (i32.const 0) (i32.const 7) (local.get $n)))";
    expect(run(fill, [64 * 1024]).used).toBe(1024);
  });

  it("charges throws", () => {
    const thrown = "(tag $t) (func $f (param $n i32) (try (do (throw $t)) (catch $t)))";
    expect(run(thrown, [0]).used).toBe(100);
  });

  it("charges calls that go round without a loop", () => {
    const recurse =
      "(func $f (param $n i32) (if (local.get $n) (then (call $f (i32.sub (local.get $n) (i32.const 1))))))";
    expect(run(recurse, [100]).used).toBe(100);
    const indirect = recurse.replace(
      "(call $f (i32.sub (local.get $n) (i32.const 1)))",
      "(call_indirect $table (param i32) (i32.sub (local.get $n) (i32.const 1)) (i32.const 0))",
    );
    expect(run(indirect, [100]).used).toBe(101);
    // called both ways, it pays for calls through the table
    const both = `${indirect} (func $g (call $f (i32.const 5)))`;
    expect(run(both, [100]).used).toBe(100);
    const mutual = `${recurse.replace("call $f", "call $g")} (func $g (param $n i32) (call $f (local.get $n)))`;
    expect(run(mutual, [100]).used).toBeGreaterThanOrEqual(100);
  });
});
