import type { DatabaseSync } from "@photostructure/sqlite";

/** SQLite, with the API of node:sqlite. */
export type Engine = typeof DatabaseSync;

/** @throws where there is no build of it for this platform. */
export async function loadEngine(): Promise<Engine> {
  const { DatabaseSync } = await import("@photostructure/sqlite");
  return DatabaseSync;
}
