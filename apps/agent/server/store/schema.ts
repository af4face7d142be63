/** The application's own database. What is written survives the process, however that ends; the disk is only waited for every 16 MB, so the last may be lost with the machine. It belongs to one process: a second would not see what the first has in memory. Items hold what the page shows of a conversation; what the model gets is made from them. */
export const schema = `
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS conversations (
  id TEXT PRIMARY KEY,
  actor TEXT NOT NULL,
  title TEXT NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS conversations_of_actor ON conversations (actor, updated_at DESC);
CREATE TABLE IF NOT EXISTS items (
  conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  step INTEGER NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  item TEXT NOT NULL,
  PRIMARY KEY (conversation, id)
);
CREATE INDEX IF NOT EXISTS waiting_items ON items (conversation) WHERE item ->> '$.status' = 'waiting';
CREATE TABLE IF NOT EXISTS snapshots (key TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS signed_out (cookie TEXT PRIMARY KEY, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS saved_queries (
  id TEXT PRIMARY KEY,
  actor TEXT NOT NULL,
  database TEXT NOT NULL,
  name TEXT NOT NULL,
  sql TEXT NOT NULL
);
`;
