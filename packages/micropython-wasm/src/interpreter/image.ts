import { ArtifactError } from "../errors.js";
import type { Library } from "./library.js";
import type { Origin } from "./origin.js";

/** What the build found out about the interpreter's memory. All are addresses, but for `pages` and `sourceName`. */
export interface ImageFacts {
  /** Pages of memory that the image describes. */
  pages: number;
  stackPointer: number;
  stackBase: number;
  stackHard: number;
  stackSoft: number;
  pystackEnd: number;
  /** Where the newest pool of interned strings is noted. */
  lastPool: number;
  /** Three words that mp_js_do_exec fills. */
  out: number;
  /** The number of the interned string "<string>". */
  sourceName: number;
  /** That of "<sandbox>". */
  ownSourceName: number;
  /** The list that holds a run's value and its repr. */
  value_cell: number;
  type_int: number;
  type_float: number;
  type_str: number;
  type_bytes: number;
  type_bytearray: number;
  type_list: number;
  type_tuple: number;
  type_dict: number;
  type_set: number;
  type_frozenset: number;
}

/** A started interpreter's memory: everything that is not zero. */
export interface ImageContent {
  facts: ImageFacts;
  segments: { address: number; bytes: Uint8Array }[];
  /** The Python modules that can be imported. */
  library: Library;
  /** The SHA-256 of the artifact and of the image: what a snapshot must agree with. 64 bytes. */
  identity: Uint8Array;
}

const PAGE_BYTES = 65536;

/** What a fresh interpreter starts from. */
export class Image implements Origin {
  /** Plain data, which can be sent to another thread. */
  readonly content: ImageContent;
  readonly ambient = undefined;

  constructor(content: ImageContent) {
    this.content = content;
  }

  get facts(): ImageFacts {
    return this.content.facts;
  }

  get memoryBytes(): number {
    return this.facts.pages * PAGE_BYTES;
  }

  copyTo(memory: Uint8Array): void {
    for (const { address, bytes } of this.content.segments) memory.set(bytes, address);
  }
}

const MAGIC = "MPYIMG2\0";
const HASH_BYTES = 32;
const BODY = MAGIC.length + 2 * HASH_BYTES;

/**
 * Reads what packages/wasm-build/src/image.ts writes.
 *
 * @throws {ArtifactError} where a bit was changed, or where the image is another build's.
 */
export async function readImage(image: Uint8Array<ArrayBuffer>, wasm: Uint8Array<ArrayBuffer>): Promise<Image> {
  const magic = new TextDecoder("latin1").decode(image.subarray(0, MAGIC.length));
  if (magic !== MAGIC || image.length < BODY)
    throw new ArtifactError("the boot image is no image, or of another format; build or install the package again");
  const body = image.subarray(BODY);
  if (!(await hashIs(wasm, image.subarray(MAGIC.length, MAGIC.length + HASH_BYTES)))) {
    throw new ArtifactError(
      "the boot image was made for another build of micropython.wasm; build or install the package again",
    );
  }
  if (!(await hashIs(body, image.subarray(MAGIC.length + HASH_BYTES, BODY)))) {
    throw new ArtifactError(
      "the boot image is damaged: its SHA-256 is not the one in its header; build or install the package again",
    );
  }
  return new Image({ ...parse(body), identity: image.slice(MAGIC.length, BODY) });
}

async function hashIs(bytes: Uint8Array<ArrayBuffer>, expected: Uint8Array): Promise<boolean> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return hash.every((byte, i) => byte === expected[i]);
}

/** Trusted from here on: its hash was checked. */
function parse(body: Uint8Array): Omit<ImageContent, "identity"> {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const factsEnd = 4 + view.getUint32(0, true);
  const facts = JSON.parse(new TextDecoder().decode(body.subarray(4, factsEnd))) as ImageFacts;
  const segments: ImageContent["segments"] = [];
  let at = factsEnd + 4;
  for (let i = view.getUint32(factsEnd, true); i > 0; i--) {
    const length = view.getUint32(at + 4, true);
    segments.push({ address: view.getUint32(at, true), bytes: body.subarray(at + 8, at + 8 + length) });
    at += 8 + length;
  }
  const library = new Map<string, Uint8Array>();
  const files = view.getUint32(at, true);
  at += 4;
  for (let i = 0; i < files; i++) {
    const pathAt = at + 8 + view.getUint32(at, true);
    const end = pathAt + view.getUint32(at + 4, true);
    library.set(new TextDecoder().decode(body.subarray(pathAt, end)), body.subarray(at + 8, pathAt));
    at = end;
  }
  return { facts, segments, library };
}
