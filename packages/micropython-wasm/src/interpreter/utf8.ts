/** Texts up to this length are read in a loop, which is faster where they are ASCII. */
const SHORT_TEXT = 24;

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text between two places, or undefined where it is no UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start <= SHORT_TEXT) {
    let text = "";
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte > 127) break;
      text += ASCII[byte]!;
    }
    if (text.length === end - start) return text;
  }
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return undefined;
  }
}
