// What JSON Schema says of a value, in Python's words.

import { UsageError } from "../errors.js";
import type { StandardSchema } from "./standardSchema.js";

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What is not nested deeper gets a type of its own. */
const MAX_DEPTH = 8;

/** Longest list of values that a stub spells out. */
const MOST_LITERALS = 12;

/** A library takes milliseconds for it, and hosts make the functions of each session from the same schemas. */
const known = { input: new WeakMap<StandardSchema, JsonSchema>(), output: new WeakMap<StandardSchema, JsonSchema>() };

/** Of what a schema takes, or gives; undefined where its library does not say. @throws {UsageError} where the library has something against it. */
export function jsonSchemaOf(schema: StandardSchema, side: "input" | "output"): JsonSchema | undefined {
  const { jsonSchema, vendor } = schema["~standard"];
  if (jsonSchema === undefined) return undefined;
  const before = known[side].get(schema);
  if (before !== undefined) return before;
  try {
    // what JSON knows nothing of (bigint, bytes) is left open: zod's option, and valibot's
    const libraryOptions = { unrepresentable: "any", errorMode: "ignore" };
    const made = jsonSchema[side]({ target: "draft-2020-12", libraryOptions });
    known[side].set(schema, made);
    return made;
  } catch (error) {
    throw new UsageError(`${vendor} cannot describe a schema of hostFunction(): ${String(error)}`);
  }
}

export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As a Python type hint; undefined where the schema does not say. */
export function typeHint(schema: JsonSchema, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const choices = literals(schema);
  if (choices !== undefined) {
    if (choices.length > MOST_LITERALS) return undefined;
    return choices.every((choice) => choice === null) ? "None" : `Literal[${choices.map(pythonLiteral).join(", ")}]`;
  }
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) {
    const hints = alternatives.map((alternative) => typeHint(alternative, depth + 1));
    return hints.includes(undefined) ? undefined : [...new Set(hints)].join(" | ");
  }
  switch (schema["type"]) {
    case "integer":
      return "int";
    case "number":
      return "float";
    case "string":
      return "str";
    case "boolean":
      return "bool";
    case "null":
      return "None";
    case "array":
      return container("list", schema["items"], depth);
    case "object":
      return container("dict", schema["additionalProperties"], depth);
    default:
      return undefined;
  }
}

/** The keys of the dicts in it: `{"id": int, "tags": list[str]}`; undefined where there are none to tell of. */
export function dictShape(schema: JsonSchema, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const { properties, items } = schema;
  if (schema["type"] === "array" && isJsonSchema(items)) {
    const shape = dictShape(items, depth + 1);
    return shape && `[${shape}, ...]`;
  }
  if (!isJsonSchema(properties) || Object.keys(properties).length === 0) return undefined;
  const required = requiredNames(schema);
  const parts = Object.entries(properties).map(([key, property]) => {
    const hint = isJsonSchema(property) ? (dictShape(property, depth + 1) ?? typeHint(property)) : undefined;
    return `${pythonLiteral(key)}: ${hint ?? "..."}${required.has(key) ? "" : " (optional)"}`;
  });
  return `{${parts.join(", ")}}`;
}

export function requiredNames(schema: JsonSchema): ReadonlySet<unknown> {
  return new Set(Array.isArray(schema["required"]) ? (schema["required"] as unknown[]) : []);
}

/** Whether a value has a type that the schema names; true where it names none. */
export function hasType(schema: JsonSchema, value: unknown): boolean {
  const choices = literals(schema);
  if (choices !== undefined) return choices.some((choice) => typeof choice === typeof value);
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return alternatives.some((alternative) => hasType(alternative, value));
  switch (schema["type"]) {
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "string":
    case "boolean":
      return typeof value === schema["type"];
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return true;
  }
}

/** As Python source. */
export function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, item]) => `${pythonLiteral(key)}: ${pythonLiteral(item)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}

/** The only values that it allows, where it lists them. */
function literals(schema: JsonSchema): unknown[] | undefined {
  if ("const" in schema) return [schema["const"]];
  return Array.isArray(schema["enum"]) ? (schema["enum"] as unknown[]) : undefined;
}

function alternativesOf(schema: JsonSchema): JsonSchema[] | undefined {
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => ({ ...schema, type: one as unknown }));
  const either = schema["anyOf"] ?? schema["oneOf"];
  return Array.isArray(either) ? either.filter(isJsonSchema) : undefined;
}

function container(kind: "list" | "dict", items: unknown, depth: number): string {
  const hint = isJsonSchema(items) ? typeHint(items, depth + 1) : undefined;
  if (hint === undefined) return kind;
  return kind === "list" ? `list[${hint}]` : `dict[str, ${hint}]`;
}
