import { describe, expect, it } from "vitest";
import { inductionVariable } from "../src/passes/induction.js";
import { type List, parse } from "../src/sexpr.js";

const loop = (...body: string[]): List => parse(`(loop $again ${body.join(" ")})`);
const step = "(local.set $p (i32.add (local.get $p) (i32.const 1)))";
const read = "(local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $p))))";
const back = "(br_if $again (i32.lt_u (local.get $p) (local.get $end)))";

describe("inductionVariable", () => {
  it("is the pointer that every round advances", () => {
    expect(inductionVariable(loop(read, step, back))).toEqual({ local: "$p", step: 1 });
  });

  it("sees a pointer that goes down, and one that is tested where it is changed", () => {
    const down = "(br_if $again (i32.gt_u (local.tee $p (i32.sub (local.get $p) (i32.const 4))) (local.get $end)))";
    expect(inductionVariable(loop(read, down))).toEqual({ local: "$p", step: -4 });
  });

  it("sees it in the one arm that goes back", () => {
    expect(
      inductionVariable(loop(`(if (i32.lt_u (local.get $p) (local.get $end)) (then ${read} ${step} (br $again)))`)),
    ).toEqual({
      local: "$p",
      step: 1,
    });
  });

  it.each([
    ["only one arm of an if changes it", [read, `(if (local.get $sum) (then ${step}))`, back]],
    ["a way back leads past the change", [read, "(br_if $again (local.get $sum))", step, back]],
    ["a jump leads over the change", [read, `(block $skip (br_if $skip (local.get $sum)) ${step})`, back]],
    ["it is changed twice", [read, step, step, back]],
    ["it is changed by what is no constant", [read, "(local.set $p (i32.add (local.get $p) (local.get $sum)))", back]],
    ["no memory is addressed by it, so that nothing bounds it", [step, back]],
    ["the step is no power of two", [read, "(local.set $p (i32.add (local.get $p) (i32.const 3)))", back]],
  ])("is none where %s", (_, body) => {
    expect(inductionVariable(loop(...body))).toBeUndefined();
  });
});
