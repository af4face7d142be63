import { QueryError } from "./queryError.js";
import type { Placeholder } from "./tokens.js";

/** What SQLite stores. */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** What a query is given: by name (with or without its prefix), or by position. */
export type SqlParameters = { readonly [name: string]: unknown } | readonly unknown[];

/** In the form that a statement of node:sqlite takes. */
export interface Bindings {
  readonly named: { readonly [name: string]: SqlValue };
  readonly anonymous: readonly SqlValue[];
}

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

/** SQLITE_LIMIT_VARIABLE_NUMBER as it is built in. */
const MOST_PARAMETERS = 32_766;

/** Gives each placeholder its value. @throws {QueryError} where one has none, a value belongs to none, or is nothing that SQLite stores. */
export function bind(placeholders: readonly Placeholder[], params: SqlParameters | null): Bindings {
  const highest = placeholders.reduce((most, { number }) => Math.max(most, number), 0);
  if (highest > MOST_PARAMETERS || placeholders.some(({ number }) => number < 1))
    throw new QueryError(`parameters are numbered from ?1 to ?${MOST_PARAMETERS}`);
  const given = Array.isArray(params)
    ? byPosition(placeholders, params as readonly unknown[], highest)
    : byName(placeholders, (params ?? {}) as { readonly [name: string]: unknown });
  // without a prototype: a placeholder may be called anything
  const named = Object.create(null) as { [name: string]: SqlValue };
  // by number, also for the gaps that ?NNN leaves: those that have a name are left out
  const anonymous: SqlValue[] = Array.from({ length: highest }, () => null);
  const taken = new Set<number>();
  for (const [{ name, number }, value] of given) {
    if (name.startsWith("?")) anonymous[number - 1] = value;
    else {
      named[name] = value;
      taken.add(number);
    }
  }
  return { named, anonymous: anonymous.filter((_, i) => !taken.has(i + 1)) };
}

type Given = [Placeholder, SqlValue][];

function byPosition(placeholders: readonly Placeholder[], values: readonly unknown[], wanted: number): Given {
  if (values.length !== wanted)
    throw new QueryError(
      `the SQL has ${count(wanted, "parameter")}, but ${count(values.length, "value")} ${values.length === 1 ? "is" : "are"} given`,
    );
  return placeholders.map((placeholder) => [
    placeholder,
    toSql(values[placeholder.number - 1], `value ${placeholder.number}`),
  ]);
}

function byName(placeholders: readonly Placeholder[], values: { readonly [name: string]: unknown }): Given {
  const unused = new Set(Object.keys(values));
  const given: Given = [];
  const missing: string[] = [];
  for (const placeholder of placeholders) {
    const { name } = placeholder;
    const key = [name, name.slice(1)].find((key) => key !== "" && Object.hasOwn(values, key));
    if (key === undefined) missing.push(name);
    else {
      unused.delete(key);
      given.push([placeholder, toSql(values[key], `parameter ${name}`)]);
    }
  }
  if (missing.includes("?")) throw new QueryError("a parameter ? has no name: give params as a list");
  if (missing.length > 0) throw new QueryError(`no value is given for ${list(missing)}`);
  if (unused.size > 0) throw new QueryError(`the SQL has no parameter ${list([...unused].map((name) => `:${name}`))}`);
  return given;
}

function toSql(value: unknown, what: string): SqlValue {
  switch (typeof value) {
    case "boolean":
      return value ? 1n : 0n;
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case "bigint":
      if (value > INT64_MAX || value < INT64_MIN)
        throw new QueryError(`${what} is an int of more than 64 bits, which SQLite cannot store`);
      return value;
    case "string":
      return value;
    default:
      if (value === null || value instanceof Uint8Array) return value;
      throw new QueryError(`${what} is no None, bool, int, float, str or bytes`);
  }
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => name.slice(0, 100));
  return names.length > shown.length ? `${shown.join(", ")} and ${names.length - shown.length} more` : shown.join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
