/**
 * Text as inert HTML: no markup, and nothing that a browser or terminal acts on. Control characters (ANSI sequences begin with one), direction marks and halves of surrogate
 * pairs become visible escapes as Python writes them; line feeds and tabs stay.
 */
export function escapeHtml(text: string): string {
  return text.replaceAll(special, (char) => entities[char] ?? visible(char.codePointAt(0)!));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * What HTML takes for markup; control characters but line feed and tab; what has no look of its own but changes that of its neighbours, but for the joiners that emoji
 * and some scripts need; half surrogate pairs.
 */
const special = /[&<>"'`]|(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function visible(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x1_0000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}
