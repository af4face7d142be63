import { describe, expect, it } from "vitest";
import { Module } from "../src/module.js";
import { payingCalls } from "../src/passes/calls.js";
import { parse } from "../src/sexpr.js";

/** Which calls pay, in a module in which `$paid` pays on return and `$rare` is seldom called. */
function paying(...functions: string[]): Record<string, string[]> {
  const module = new Module(parse(`(module (func $paid) ${functions.join(" ")} (elem (i32.const 1) $inTable))`));
  const found = payingCalls(module, ["$paid"], ["$rare"]);
  return Object.fromEntries(Object.entries(found).map(([kind, ids]) => [kind, [...(ids as Set<string>)]]));
}

const none = { entries: [], throughTable: [], recursive: [] };

describe("payingCalls", () => {
  it("are none where no call can come back", () => {
    expect(paying("(func $f (call $g))", "(func $g)", "(func $inTable (call $f))")).toEqual(none);
  });

  it("are a function's own calls of itself", () => {
    expect(paying("(func $f (call $f))", "(func $inTable)")).toEqual({ ...none, recursive: ["$f"] });
  });

  it("has one of two that call each other", () => {
    const { entries } = paying("(func $f (call $g))", "(func $g (call $f))", "(func $inTable)");
    expect(entries).toHaveLength(1);
  });

  it("are those through the table, where that leads to an indirect call", () => {
    const found = paying("(func $f (call_indirect (i32.const 1)))", "(func $inTable (call $f))");
    expect(found).toEqual({ ...none, throughTable: ["$inTable"] });
  });

  it.each([
    ["(func $inTable (call $f) (call $paid))", "pays before it returns"],
    ["(func $inTable (if (i32.const 1) (then (call $f) (call $paid) (return))) (call $paid))", "pays on both ways"],
    ["(func $inTable (call $f) (throw $tag))", "ends in a throw, which pays"],
    ["(func $inTable (call $f) (unreachable))", "does not return"],
    ["(func $inTable (call $f) (call $raises))", "ends in a function that always throws"],
  ])("leaves out a function that pays by itself: %s", (inTable) => {
    const raises = "(func $raises (throw $tag))";
    expect(paying("(func $f (call_indirect (i32.const 1)))", inTable, raises)).toEqual(none);
  });

  it.each([
    "(func $inTable (call $f) (if (i32.const 1) (then (call $paid))))",
    "(func $inTable (call $f) (if (i32.const 1) (then (return))) (call $paid))",
    "(func $inTable (call $f) (block $out (br_if $out (i32.const 1)) (call $paid)))",
    "(func $inTable (try (do (call $f) (call $paid)) (catch $tag)))",
  ])("has a function with a free way to its return: %s", (inTable) => {
    const { throughTable } = paying("(func $f (call_indirect (i32.const 1)))", inTable);
    expect(throughTable).toEqual(["$inTable"]);
  });

  it("cuts at a rare function where there is one", () => {
    const found = paying("(func $f (call $rare))", "(func $rare (call $f))", "(func $inTable)");
    expect(found).toEqual({ ...none, entries: ["$rare"] });
  });
});
