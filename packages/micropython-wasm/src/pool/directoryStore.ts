import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UsageError } from "../errors.js";
import { keyBytes } from "./keyBytes.js";
import type { SnapshotStore } from "./store.js";

/** A file that is being written: it has the name of the one that it will replace, and something random. */
const unfinished = /^[0-9a-f]{64}\.[0-9a-f]{16}\.tmp$/;

/** After this long, in milliseconds, the writer of an unfinished file is taken for dead: other processes may use the directory too. */
const abandonedMs = 10 * 60 * 1000;

/**
 * Keeps each snapshot in a file of one directory, which is made where it is not there. Names are hashes of the keys. A file is replaced as a whole, and only its
 * owner may read it (mode 0600); what a process left that died while it wrote is removed later. Whoever can write to the directory can change what sessions hold, unless the pool
 * has a `snapshotKey`.
 */
export class DirectorySnapshotStore implements SnapshotStore {
  readonly #directory: string;
  #ready: Promise<void> | undefined;

  /** @throws {UsageError} where the path is no string, or empty. */
  constructor(directory: string) {
    if (typeof directory !== "string" || directory === "")
      throw new UsageError("the directory of snapshots must be a path, not empty");
    this.#directory = resolve(directory);
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#file(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  async set(key: string, bytes: Uint8Array): Promise<void> {
    await this.#prepare();
    const file = this.#file(key);
    const temporary = `${file}.${randomBytes(8).toString("hex")}.tmp`;
    try {
      const handle = await open(temporary, "wx", 0o600);
      try {
        await handle.writeFile(bytes);
        // the content must be on the disk before the name is
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#file(key), { force: true });
  }

  #file(key: string): string {
    return join(this.#directory, createHash("sha256").update(keyBytes(key)).digest("hex"));
  }

  /** Once; again after a failure. */
  #prepare(): Promise<void> {
    this.#ready ??= this.#makeAndSweep().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #makeAndSweep(): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const names = await readdir(this.#directory);
    await Promise.all(
      names.filter((name) => unfinished.test(name)).map((name) => removeAbandoned(join(this.#directory, name))),
    );
  }
}

async function removeAbandoned(file: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > abandonedMs) await rm(file, { force: true });
  } catch {
    // its writer has just finished, or another process has removed it
  }
}
