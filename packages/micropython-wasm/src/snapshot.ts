// A snapshot: a state (see interpreter/state.ts), compressed, behind a header that says what it belongs to, behind a hash or a MAC of all of it.

import { platform } from "#platform";
import { SnapshotError, UsageError } from "./errors.js";
import { type Files, mostFilesBytes } from "./host/files/mounts.js";
import type { Image } from "./interpreter/image.js";
import { mostStateBytes } from "./interpreter/state.js";
import type { Limits } from "./limits.js";

export interface SnapshotKey {
  /**
   * Signs the snapshot, or checks its signature: HMAC-SHA-256 with these bytes, at least 16. Without a key a snapshot has a plain hash, which finds damage but no
   * forgery.
   */
  key?: Uint8Array;
}

/** The limits that are part of a state: a snapshot only goes on under the same. */
type StateLimits = Pick<Limits, "memoryBytes" | "recursionLimit">;

/** The last character is the format's version. */
const MAGIC = new TextEncoder().encode("MPYSNAP1");

/** Where things stand: magic, 1 where signed (32-bit, as all numbers here, little-endian), hash or MAC of the rest, identity of the build, limits, length of the state. */
const SIGNED_AT = 8;
const TAG_AT = 12;
const IDENTITY_AT = 44;
const LIMITS_AT = 108;
const LENGTH_AT = 116;
const HEADER_BYTES = 120;

const MIN_KEY_BYTES = 16;

/** @throws {UsageError} where the key is no key. */
export async function sealSnapshot(
  state: Uint8Array<ArrayBuffer>,
  image: Image,
  limits: StateLimits,
  { key }: SnapshotKey,
): Promise<Uint8Array<ArrayBuffer>> {
  checkSnapshotKey("key", key);
  const body = await platform.deflate(state);
  const bytes = new Uint8Array(HEADER_BYTES + body.length);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint32(SIGNED_AT, key === undefined ? 0 : 1, true);
  bytes.set(image.content.identity, IDENTITY_AT);
  view.setUint32(LIMITS_AT, limits.memoryBytes, true);
  view.setUint32(LIMITS_AT + 4, limits.recursionLimit, true);
  view.setUint32(LENGTH_AT, state.length, true);
  bytes.set(body, HEADER_BYTES);
  bytes.set(await tag(bytes, key), TAG_AT);
  return bytes;
}

/**
 * The state in a snapshot, and the limits that it was made under. Nothing is parsed before the whole was checked.
 *
 * @throws {SnapshotError} saying what does not agree.
 */
export async function openSnapshot(
  given: Uint8Array,
  image: Image,
  { key, files, ...limits }: SnapshotKey & Partial<StateLimits> & { files?: Files },
): Promise<{ state: Uint8Array<ArrayBuffer>; limits: StateLimits }> {
  checkSnapshotKey("key", key);
  if (!(given instanceof Uint8Array)) throw new UsageError("the snapshot must be a Uint8Array");
  // a copy: shared memory could change between the check and the use
  const bytes = new Uint8Array(given);
  if (bytes.length < HEADER_BYTES || !equal(bytes.subarray(0, MAGIC.length), MAGIC))
    throw new SnapshotError("this is no snapshot, or one of another format; take a new one with this version");
  const view = new DataView(bytes.buffer);
  const signed = view.getUint32(SIGNED_AT, true) !== 0;
  if (signed && key === undefined)
    throw new SnapshotError("the snapshot is signed; give the key that it was made with");
  if (!signed && key !== undefined) throw new SnapshotError("the snapshot is not signed, but a key was given");
  if (!equal(await tag(bytes, key), bytes.subarray(TAG_AT, IDENTITY_AT)))
    throw new SnapshotError(
      signed ? "the snapshot is damaged, or was signed with another key" : "the snapshot is damaged",
    );
  if (!equal(bytes.subarray(IDENTITY_AT, LIMITS_AT), image.content.identity))
    throw new SnapshotError(
      "the snapshot was made with another build of micropython-wasm; it can only go on with that",
    );
  const made = {
    memoryBytes: view.getUint32(LIMITS_AT, true),
    recursionLimit: view.getUint32(LIMITS_AT + 4, true),
  };
  for (const name of ["memoryBytes", "recursionLimit"] as const) {
    if (limits[name] !== undefined && limits[name] !== made[name])
      throw new SnapshotError(
        `the snapshot was made with ${name} ${made[name]}, not ${limits[name]}; leave it out, or give the same`,
      );
  }
  const length = view.getUint32(LENGTH_AT, true);
  if (length > mostStateBytes(made.memoryBytes, mostFilesBytes(files)))
    throw new SnapshotError("the snapshot holds more than fits into its memoryBytes and the mounts in files");
  const state = await platform.inflate(bytes.subarray(HEADER_BYTES), length).catch((error: unknown) => {
    throw new SnapshotError("the snapshot's content is damaged", { cause: error });
  });
  if (state.length !== length) throw new SnapshotError("the snapshot's content is damaged");
  return { state, limits: made };
}

/** @throws {UsageError} naming the option. */
export function checkSnapshotKey(name: string, key: unknown): void {
  if (key !== undefined && !(key instanceof Uint8Array && key.length >= MIN_KEY_BYTES))
    throw new UsageError(`${name} must be a Uint8Array of at least ${MIN_KEY_BYTES} bytes`);
}

/** Of everything but the tag itself. */
async function tag(bytes: Uint8Array<ArrayBuffer>, key: Uint8Array | undefined): Promise<Uint8Array> {
  const covered = new Uint8Array(bytes.length - (IDENTITY_AT - TAG_AT));
  covered.set(bytes.subarray(0, TAG_AT));
  covered.set(bytes.subarray(IDENTITY_AT), TAG_AT);
  if (key === undefined) return new Uint8Array(await crypto.subtle.digest("SHA-256", covered));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", new Uint8Array(key), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, covered));
}

/** Takes as long wherever the first difference is. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ (b[i] ?? 0);
  return difference === 0;
}
