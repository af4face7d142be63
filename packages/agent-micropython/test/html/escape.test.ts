import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "../../src/html/escape.js";

describe("escapeHtml", () => {
  it.each([
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["</script><!--", "&lt;/script&gt;&lt;!--"],
    [`"'\``, "&quot;&#39;&#96;"],
    ["&lt;", "&amp;lt;"],
    ["\u001b[31mred\u001b[0m", String.raw`\x1b[31mred\x1b[0m`],
    ["a\u202Eb\u2066c", String.raw`a\u202eb\u2066c`],
    ["\u{E0041}", String.raw`\U000e0041`],
    ["\uD800", String.raw`\ud800`],
    ["\0\r\b\u007f\u0085", String.raw`\x00\x0d\x08\x7f\x85`],
    ["tab\tand\nline", "tab\tand\nline"],
    ["žluť 漢字 👩‍👩‍👧", "žluť 漢字 👩‍👩‍👧"],
  ])("%j", (text, html) => {
    expect(escapeHtml(text)).toBe(html);
  });

  it("leaves nothing that begins markup or that a terminal acts on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"'`]/);
        expect(html.replaceAll(/&(?:amp|lt|gt|quot|#39|#96);/g, "")).not.toContain("&");
        expect(html).not.toMatch(/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        expect(html).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
