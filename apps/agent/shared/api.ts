// What the server and the page say to each other, as JSON. Every route but the login wants the cookie of an actor; every one that is not GET also the
// header `x-csrf-token` with `Me.csrf`. What goes wrong is `ApiError` with a status of 4xx or 5xx.

export interface ApiError {
  /** One sentence. */
  error: string;
  /** What to do about it. */
  hint?: string;
}

/** GET /api/me */
export interface Me {
  actor: string;
  csrf: string;
  /** May talk with the agent. */
  agent: boolean;
  databases: { name: string; sql: boolean; write: boolean }[];
  models: { id: string; label: string }[];
  /** Of `models`; null where none is configured. */
  defaultModel: string | null;
  /** How to configure one, where none is. */
  modelHelp: string;
}

/** What a cell of a table holds. JSON has neither large ints nor blobs: those are objects. */
export type Cell = null | number | string | { int: string } | { blob: string; bytes: number };

export interface Table {
  columns: string[];
  rows: Cell[][];
  /** There are more rows than these. */
  truncated: boolean;
}

/** GET /api/databases/:database */
export interface Schema {
  name: string;
  tables: SchemaTable[];
}

export interface SchemaTable {
  name: string;
  type: "table" | "view" | "virtual";
  /** Null where they are not counted. */
  rows: number | null;
  columns: { name: string; type: string; not_null: boolean; primary_key: number; default: string | null }[];
  foreign_keys: { columns: string[]; table: string; references: (string | null)[] }[];
  indexes: { name: string; columns: (string | null)[]; unique: boolean }[];
}

/** GET /api/databases/:database/rows?table=&page=&size=&sort=&descending=1 (pages count from 0) */
export interface RowsPage extends Table {
  page: number;
  size: number;
  hasNext: boolean;
}

/** POST /api/databases/:database/query; the answer is a `Table` and the milliseconds that it took. */
export interface QueryRequest {
  sql: string;
}

export interface QueryResult extends Table {
  ms: number;
}

/** GET /api/databases/:database/saved, DELETE /api/databases/:database/saved/:id */
export interface SavedQuery {
  id: string;
  name: string;
  sql: string;
}

/** GET and POST /api/conversations, PATCH (with a `title`) and DELETE /api/conversations/:id */
export interface ConversationSummary {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
  /** An answer is being made. */
  running: boolean;
  /** A question to the person is open. */
  waiting: boolean;
}

/** POST /api/conversations/:id/messages. Also: POST …/stop, …/retry (with a `model`), …/approvals/:itemId (with `approve`), GET …/export.md and export.json. */
export interface SendMessage {
  text: string;
  model?: string;
}

interface ItemBase {
  id: string;
}

export type Item =
  | (ItemBase & { type: "user"; text: string })
  /** Markdown. */
  | (ItemBase & { type: "text"; text: string; done: boolean })
  /** `provider` is what the model's provider wants to have back with it. */
  | (ItemBase & { type: "thinking"; text: string; done: boolean; provider?: object })
  | ToolItem
  | (ItemBase & { type: "error"; message: string; hint?: string })
  | (ItemBase & { type: "notice"; text: string })
  | (ItemBase & { type: "usage"; model: string; inputTokens: number; outputTokens: number });

export interface ToolItem extends ItemBase {
  type: "tool";
  name: string;
  input: unknown;
  /** "waiting": for the person's yes or no. "refused": that was no. "interrupted": stopped, or the server ended. */
  status: "waiting" | "running" | "done" | "failed" | "refused" | "interrupted";
  /** What the model gets. */
  output?: unknown;
  /** What Python has printed so far, while it runs. */
  printed?: string;
  show?: Show;
}

/** What the person sees of a result beside the row of the tool. */
export type Show =
  /** Code and its output, where the model wanted them shown. */
  | { kind: "python"; code: string; output: string; failed: boolean }
  | { kind: "table"; table: Table; sql: string; database: string }
  /** A specification of Vega-Lite with its data inside. */
  | { kind: "chart"; spec: object }
  /** The exact SQL of a question. */
  | { kind: "sql"; sql: string; database: string; purpose: string };

/** GET /api/conversations/:id/events, as server-sent events with `data` as JSON. The first is a snapshot; what follows changes it. */
export type ConversationEvent =
  | { event: "snapshot"; conversation: ConversationSummary; items: Item[] }
  /** New, or in the place of the one with its id. */
  | { event: "item"; item: Item }
  /** More text of an item of type text or thinking. */
  | { event: "delta"; id: string; text: string }
  /** More of what Python prints. */
  | { event: "printed"; id: string; text: string }
  | { event: "removed"; id: string }
  | { event: "state"; conversation: ConversationSummary }
  | { event: "deleted" };

/** POST /api/python/run. The answer is a stream of lines, each a `PythonEvent` as JSON. Also: POST …/stop, …/reset, GET …/state, GET and POST …/snapshot (bytes), GET …/available. */
export interface PythonRun {
  code: string;
  fuel?: number;
  timeoutMs?: number;
}

export type PythonEvent =
  | { event: "stdout" | "stderr"; text: string }
  | {
      event: "end";
      /** repr() of the last expression, where it is one. */
      value?: string;
      error?: { type: string; message: string; traceback?: string };
      /** What became of the variables. */
      state: "kept" | "restored" | "fresh";
      fuelUsed: number;
      durationMs: number;
      memoryBytes: number;
      stdoutTruncated: boolean;
    };

/** GET /api/python/state */
export interface PythonState {
  limits: { fuel: number; timeoutMs: number; memoryBytes: number };
}

/** GET /api/python/available */
export interface PythonAvailable {
  /** Python stubs of the host functions. */
  functions: string;
  databases: string[];
  modules: string[];
}
