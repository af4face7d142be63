import { expect, it } from "vitest";
import { withoutControls } from "../../src/cli/output.js";

it.each([
  ["plain text, é€😀\n\tand\r\n", "plain text, é€😀\n\tand\r\n"],
  ["\x1b[31mred\x1b[0m", "red"],
  ["\x1b[2J\x1b[1;1Hhome", "home"],
  ["\x1b]0;title\x07text", "]0;titletext"],
  ["\x9b31mred", "31mred"],
  ["a\x08\x7f\x00\x0b\x0cb", "ab"],
  ["half a sequence \x1b[", "half a sequence ["],
  ["\x1b[\x1b[31m", "["],
])("%j is shown on a terminal as %j", (text, shown) => {
  expect(withoutControls(text)).toBe(shown);
});
