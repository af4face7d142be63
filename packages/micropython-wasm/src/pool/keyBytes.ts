/** A key's UTF-16 units as bytes. UTF-8 would make one of all halves of surrogate pairs, and so one session of two. */
export function keyBytes(key: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * key.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < key.length; i++) view.setUint16(2 * i, key.charCodeAt(i));
  return bytes;
}
