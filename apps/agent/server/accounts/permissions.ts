// Who may do what. `root` may do everything; other actors what the configuration says, and nothing else.

/** `agent` is for the application as a whole, the others are for a database. */
export const permissions = ["agent", "view-database", "execute-sql", "execute-write-sql"] as const;
export type Permission = (typeof permissions)[number];

/** What an actor of the configuration may: on all databases ("*") or by name. */
export interface Grants {
  readonly agent: boolean;
  readonly databases: ReadonlyMap<string, ReadonlySet<Permission>>;
}

export const ROOT = "root";

export class Accounts {
  readonly #grants: ReadonlyMap<string, Grants>;

  constructor(grants: ReadonlyMap<string, Grants>) {
    this.#grants = grants;
  }

  knows(actor: string): boolean {
    return actor === ROOT || this.#grants.has(actor);
  }

  /** Whether the actor may; `database` is left out for `agent` alone. */
  may(actor: string, permission: Permission, database?: string): boolean {
    if (actor === ROOT) return true;
    const grants = this.#grants.get(actor);
    if (grants === undefined) return false;
    if (permission === "agent") return grants.agent;
    if (database === undefined) return false;
    return [database, "*"].some((name) => grants.databases.get(name)?.has(permission) === true);
  }
}
