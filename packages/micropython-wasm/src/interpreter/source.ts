import { UsageError } from "../errors.js";

/**
 * Source as text, checked.
 *
 * @throws {UsageError} where it is no text, no UTF-8, holds a NUL or half a surrogate pair, or is longer than `maxSourceBytes` of UTF-8.
 */
export function checkSource(source: string | Uint8Array, maxSourceBytes: number): string {
  if (typeof source !== "string" && !(source instanceof Uint8Array))
    throw new UsageError(`the source must be a string or a Uint8Array; got ${typeof source}`);
  // a string of n code units has at least n bytes, so that a huge one is refused before it is copied
  const bytes =
    typeof source === "string" && source.length <= maxSourceBytes
      ? new TextEncoder().encode(source).length
      : source.length;
  if (bytes > maxSourceBytes) {
    throw new UsageError(
      `the source has ${bytes} bytes, more than maxSourceBytes (${maxSourceBytes}); give a larger maxSourceBytes, or less source`,
    );
  }
  const text = typeof source === "string" ? source : decode(source);
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new UsageError(`the source holds a NUL character at offset ${nul}`);
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (half !== null) throw new UsageError(`the source holds half a surrogate pair at offset ${half.index}`);
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError("the source is not UTF-8");
  }
}
