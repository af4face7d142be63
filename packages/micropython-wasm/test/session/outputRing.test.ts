import { describe, expect, it } from "vitest";
import { createRing, RingReader, RingWriter } from "../../src/session/outputRing.js";

const capacity = 64 * 1024;

function ringPair() {
  const ring = createRing();
  const wakes: number[] = [];
  const seen: [string, string][] = [];
  const writer = new RingWriter(ring, () => wakes.push(seen.length));
  const reader = new RingReader(ring);
  return {
    wakes,
    seen,
    reader,
    write: (stream: "stdout" | "stderr", text: string) => {
      writer.begin(performance.now());
      writer.write(stream, text);
    },
    drain: () => {
      for (const { stream, text } of reader.read()) seen.push([stream, text]);
    },
  };
}

describe("output ring", () => {
  it("keeps both streams in the order in which they were written", () => {
    const { write, drain, seen } = ringPair();
    write("stdout", "a");
    write("stderr", "b");
    write("stdout", "c");
    drain();
    expect(seen).toEqual([
      ["stdout", "a"],
      ["stderr", "b"],
      ["stdout", "c"],
    ]);
  });

  it("wakes a sleeping reader once, and again after it has looked", () => {
    const { write, drain, wakes } = ringPair();
    write("stdout", "a");
    write("stdout", "b");
    expect(wakes).toHaveLength(1);
    drain();
    write("stdout", "c");
    expect(wakes).toHaveLength(2);
  });

  it("carries any text over the ring's end, again and again", () => {
    const { write, drain, seen } = ringPair();
    const texts = Array.from({ length: 500 }, (_, i) => `${i}:${"é€😀".repeat((i * 37) % 900)}`);
    for (const text of texts) {
      write("stdout", text);
      drain();
    }
    expect(seen.map(([, text]) => text)).toEqual(texts);
  });

  it("keeps a byte order mark, which is text of the guest's", () => {
    const { write, drain, seen } = ringPair();
    write("stdout", "\uFEFFx");
    drain();
    expect(seen).toEqual([["stdout", "\uFEFFx"]]);
  });

  it("holds no more than its capacity: what finds no room by the deadline is dropped, and later text is whole", () => {
    const { write, drain, seen, reader } = ringPair();
    write("stdout", "€".repeat(capacity));
    drain();
    const kept = seen.map(([, text]) => text).join("");
    expect(kept.length).toBeGreaterThan(20_000);
    expect(kept.length * 3).toBeLessThanOrEqual(capacity);
    expect(new Set(kept)).toEqual(new Set("€"));
    reader.reset();
    seen.length = 0;
    write("stdout", "next");
    drain();
    expect(seen).toEqual([["stdout", "next"]]);
  });
});
