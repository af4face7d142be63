import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { SnapshotStore } from "micropython-wasm";
import type { Item, SavedQuery } from "../../shared/api.js";
import { ConfigError } from "../errors.js";
import { schema } from "./schema.js";

type Statement = ReturnType<InstanceType<typeof DatabaseSync>["prepare"]>;

export interface StoredConversation {
  id: string;
  actor: string;
  title: string;
  updatedAt: number;
}

/** An item and where it stands: `step` counts the answers of the model, which are one message each for it. */
export interface StoredItem {
  position: number;
  step: number;
  model: string;
  item: Item;
}

/** The application's own SQLite file: conversations, interpreters that hibernate, saved queries, the key of the cookies. What is written in one turn of the event loop is one transaction. */
export class Store {
  readonly #database: InstanceType<typeof DatabaseSync>;
  readonly #statements = new Map<string, Statement>();
  #commit: NodeJS.Immediate | undefined;

  /** @throws {ConfigError} where another server has it open. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { timeout: 500 });
    try {
      this.#database.exec(schema);
    } catch (error) {
      this.#database.close();
      if (!/database is locked/.test((error as Error).message)) throw error;
      throw new ConfigError(
        `${dirname(path)} is in use by another micropython-agent: stop that, or keep this one's conversations elsewhere with --data`,
      );
    }
  }

  close(): void {
    if (this.#commit !== undefined) clearImmediate(this.#commit);
    this.#end();
    // statements keep a closed file locked until they are garbage, unless it is let go of before
    this.#database.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM secrets LIMIT 1");
    this.#database.close();
  }

  /** Random bytes that are made once and kept. */
  secret(name: string): Buffer {
    const fresh = randomBytes(32);
    this.#write("INSERT OR IGNORE INTO secrets VALUES (?, ?)", name, fresh);
    const row = this.#prepare("SELECT value FROM secrets WHERE name = ?").get(name) as { value: Uint8Array };
    return Buffer.from(row.value);
  }

  /** Cookies that are of no use any more, though they are not too old. */
  signedOut(now: number): string[] {
    this.#write("DELETE FROM signed_out WHERE until < ?", now);
    const rows = this.#prepare("SELECT cookie FROM signed_out").all() as { cookie: string }[];
    return rows.map(({ cookie }) => cookie);
  }

  signOut(cookie: string, until: number): void {
    this.#write("INSERT OR IGNORE INTO signed_out VALUES (?, ?)", cookie, until);
  }

  /** The actor's, the last used first; `waiting` says that a question to the person is open. */
  conversations(actor: string): (StoredConversation & { waiting: boolean })[] {
    const sql = `SELECT id, actor, title, updated_at AS updatedAt,
      EXISTS (SELECT 1 FROM items WHERE conversation = conversations.id AND item ->> '$.status' = 'waiting') AS waiting
      FROM conversations WHERE actor = ? ORDER BY updated_at DESC`;
    const rows = this.#prepare(sql).all(actor) as unknown as (StoredConversation & { waiting: number })[];
    return rows.map((row) => ({ ...row, waiting: row.waiting === 1 }));
  }

  conversation(id: string): StoredConversation | undefined {
    const sql = "SELECT id, actor, title, updated_at AS updatedAt FROM conversations WHERE id = ?";
    return this.#prepare(sql).get(id);
  }

  saveConversation({ id, actor, title, updatedAt }: StoredConversation): void {
    const sql =
      "INSERT INTO conversations VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, updated_at = excluded.updated_at";
    this.#write(sql, id, actor, title, updatedAt);
  }

  deleteConversation(id: string): void {
    this.#write("DELETE FROM conversations WHERE id = ?", id);
  }

  items(conversation: string): StoredItem[] {
    const sql = "SELECT position, step, model, item FROM items WHERE conversation = ? ORDER BY position";
    const rows = this.#prepare(sql).all(conversation) as {
      position: number;
      step: number;
      model: string;
      item: string;
    }[];
    return rows.map((row) => ({ ...row, item: JSON.parse(row.item) as Item }));
  }

  saveItem(conversation: string, { position, step, model, item }: StoredItem): void {
    const sql = "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?)";
    this.#write(sql, conversation, position, item.id, step, model, JSON.stringify(item));
  }

  deleteItem(conversation: string, id: string): void {
    this.#write("DELETE FROM items WHERE conversation = ? AND id = ?", conversation, id);
  }

  savedQueries(actor: string, database: string): SavedQuery[] {
    const sql = "SELECT id, name, sql FROM saved_queries WHERE actor = ? AND database = ? ORDER BY name";
    return this.#prepare(sql).all(actor, database);
  }

  saveQuery(actor: string, database: string, { id, name, sql }: SavedQuery): void {
    this.#write("INSERT INTO saved_queries VALUES (?, ?, ?, ?, ?)", id, actor, database, name, sql);
  }

  deleteQuery(actor: string, id: string): void {
    this.#write("DELETE FROM saved_queries WHERE actor = ? AND id = ?", actor, id);
  }

  /** Interpreters that are not live, each under `prefix` and its key. */
  snapshots(prefix: string): SnapshotStore {
    const find = this.#prepare("SELECT bytes FROM snapshots WHERE key = ?");
    return {
      get: async (key) => (find.get(prefix + key) as { bytes: Uint8Array } | undefined)?.bytes,
      set: async (key, bytes) => this.#write("INSERT OR REPLACE INTO snapshots VALUES (?, ?)", prefix + key, bytes),
      delete: async (key) => this.#write("DELETE FROM snapshots WHERE key = ?", prefix + key),
    };
  }

  #write(sql: string, ...values: Parameters<Statement["run"]>): void {
    if (this.#commit === undefined) {
      this.#database.exec("BEGIN");
      this.#commit = setImmediate(() => this.#end());
    }
    this.#prepare(sql).run(...values);
  }

  #end(): void {
    this.#commit = undefined;
    if (this.#database.isTransaction) this.#database.exec("COMMIT");
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }
}
