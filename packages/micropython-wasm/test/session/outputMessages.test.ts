import { describe, expect, it } from "vitest";
import { MessageWriter } from "../../src/session/outputMessages.js";
import type { OutputPiece } from "../../src/session/output.js";

function begin(maxOutputBytes: number) {
  const messages: OutputPiece[][] = [];
  const writer = new MessageWriter((pieces) => messages.push(pieces));
  writer.begin(Infinity, maxOutputBytes);
  const heard = (wanted: string): string =>
    messages
      .flat()
      .filter(({ stream }) => stream === wanted)
      .map(({ text }) => text)
      .join("");
  return { messages, writer, heard };
}

describe("output in messages", () => {
  it("goes at once, in the order in which it was written", () => {
    const { messages, writer } = begin(100);
    writer.write("stdout", "a");
    writer.write("stderr", "b");
    expect(messages).toEqual([[{ stream: "stdout", text: "a" }], [{ stream: "stderr", text: "b" }]]);
  });

  it("ends at maxOutputBytes of each stream, never within a character", () => {
    const { writer, heard } = begin(7);
    writer.write("stdout", "é€😀");
    writer.write("stdout", "a");
    writer.write("stderr", "1234567");
    writer.write("stderr", "8");
    expect([heard("stdout"), heard("stderr")]).toEqual(["é€", "1234567"]);
  });

  it("comes to few messages, however it is cut up, and all of it arrives by the end of the run", () => {
    const { messages, writer, heard } = begin(1_000_000);
    for (let i = 0; i < 300_000; i++) writer.write(i % 2 === 0 ? "stdout" : "stderr", "ab");
    writer.end();
    expect(messages.length).toBeLessThan(1_100);
    expect([heard("stdout").length, heard("stderr").length]).toEqual([300_000, 300_000]);
  });

  it("starts again with each run", () => {
    const { writer, heard } = begin(2);
    writer.write("stdout", "abc");
    writer.begin(Infinity, 2);
    writer.write("stdout", "de");
    expect(heard("stdout")).toBe("abde");
  });
});
