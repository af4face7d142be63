import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Captured, shares } from "../../src/core/captured.js";

const hasHalfPair = (text: string): boolean => /\p{Cs}/u.test(text);

describe("captured output", () => {
  it("keeps head and tail, and says how much is cut", () => {
    const captured = new Captured(100);
    for (let i = 0; i < 100; i++) captured.write(`line ${i}\n`);
    const text = captured.toText(100);
    expect(text).toMatch(/^line 0\nline 1\n[^]*\n\[… \d+ characters cut …\]\n[^]*line 99\n$/);
    const [, head, cut, tail] = /^([^]*)\n\[… (\d+) characters cut …\]\n([^]*)$/.exec(text)!;
    expect(head!.length + Number(cut) + tail!.length).toBe(captured.length);
  });

  it("for all writes and limits: everything, or at most so many characters", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.integer({ min: 50, max: 200 }), (writes, max) => {
        const captured = new Captured(max);
        for (const text of writes) captured.write(text);
        const all = writes.join("");
        expect(captured.length).toBe(all.length);
        const text = captured.toText(max);
        expect(text.length).toBeLessThanOrEqual(max);
        if (all.length <= max) expect(text).toBe(all);
        else expect(hasHalfPair(text) && !hasHalfPair(all)).toBe(false);
      }),
    );
  });

  it("holds no more than it may give, however much is written", () => {
    const captured = new Captured(1_000);
    const before = process.memoryUsage().heapUsed;
    const line = `${"x".repeat(99)}\n`;
    for (let i = 0; i < 1_000_000; i++) captured.write(line);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
    expect(captured.toText(1_000)).toContain("characters cut");
  });
});

describe("shares", () => {
  it("of texts that are short: all of them", () => {
    expect(shares([1, 0, 5], 10)).toEqual([1, 0, 5]);
  });

  it("of long ones: what the short ones leave, evenly", () => {
    expect(shares([1_000, 10, 500], 110)).toEqual([50, 10, 50]);
  });

  it("never more than there is", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (lengths, total) => {
        const given = shares(lengths, total);
        const sum = (all: number[]): number => all.reduce((a, b) => a + b, 0);
        expect(sum(given)).toBeLessThanOrEqual(total);
        expect(given.every((share, i) => share <= lengths[i]!)).toBe(true);
        if (sum(lengths) <= total) expect(given).toEqual(lengths);
      }),
    );
  });
});
