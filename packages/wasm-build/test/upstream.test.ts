import { describe, expect, it } from "vitest";
import { checkUpstream, readUpstream } from "../src/upstream.js";

describe("upstream's wasm", () => {
  it("is the pinned one", async () => {
    const wasm = await readUpstream();
    expect(checkUpstream(wasm, "micropython.wasm")).toBe(wasm);
  });

  it("is refused with a sentence where one bit differs", async () => {
    const wasm = new Uint8Array(await readUpstream());
    wasm[wasm.length >> 1]! ^= 1;
    expect(() => checkUpstream(wasm, "/some/micropython.wasm")).toThrow(
      /^\/some\/micropython\.wasm is not the micropython\.wasm of .* 1\.27\.0: its SHA-256 is [0-9a-f]{64}, expected [0-9a-f]{64}\. Run npm ci/,
    );
  });
});
