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

/** Longest name that MicroPython can intern. */
const MAX_FILENAME_BYTES = 255;

/** @throws {UsageError} where the name is no string, is too long, or holds a NUL. */
export function checkFilename(filename: string): string {
  if (typeof filename !== "string") throw new UsageError("filename must be a string");
  const bytes = new TextEncoder().encode(filename).length;
  if (bytes > MAX_FILENAME_BYTES) throw new UsageError(`filename has ${bytes} bytes, more than ${MAX_FILENAME_BYTES}`);
  if (filename.includes("\0")) throw new UsageError("filename holds a NUL character");
  return filename;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError("the source is not UTF-8");
  }
}
