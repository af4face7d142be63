import type { StandardSchema } from "micropython-wasm";
import { parameterNames } from "./names.js";
import type { JsonSchemaObject, ToolInput, Validation } from "./readTools.js";

type Arguments = { readonly [name: string]: unknown };

/** The parameters of a Python function, and how the tool's arguments are made of them. */
export interface Parameters {
  readonly schema: StandardSchema<Arguments>;
  toArguments(given: Arguments): unknown;
}

/** Parameters with names that Python can write. A tool whose input is not an object with keys gets it as one parameter, `input`. */
export function parametersOf({ json, validate }: ToolInput): Parameters {
  const properties = isObject(json["properties"]) ? json["properties"] : undefined;
  if (properties === undefined && json["type"] === "object" && json["additionalProperties"] === undefined)
    return renamed({ ...json, properties: {} }, {}, validate);
  if (properties === undefined || (Object.keys(properties).length === 0 && isObject(json["additionalProperties"])))
    return single(json, validate);
  return renamed(json, properties, validate);
}

function renamed(json: JsonSchemaObject, properties: JsonSchemaObject, validate: ToolInput["validate"]): Parameters {
  const originals = Object.keys(properties);
  const names = parameterNames(originals);
  const toOriginal = new Map(names.map((name, i) => [name, originals[i]!]));
  const toName = new Map(originals.map((original, i) => [original, names[i]!]));
  const required = Array.isArray(json["required"]) ? (json["required"] as unknown[]) : [];
  const shown = {
    ...json,
    properties: Object.fromEntries(originals.map((original, i) => [names[i], properties[original]])),
    required: required.map((original) => toName.get(String(original))).filter((name) => name !== undefined),
  };
  const toArguments = (given: Arguments): Arguments =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [toOriginal.get(name) ?? name, value]));
  const check = async (value: unknown): Promise<Validation> => {
    const checked = await validate(toArguments(value as Arguments));
    if (checked.issues === undefined) return { value };
    return {
      issues: checked.issues.map(({ message, path = [] }) => {
        const [first, ...rest] = path.map(keyOf);
        return { message, path: first === undefined ? [] : [toName.get(String(first)) ?? first, ...rest] };
      }),
    };
  };
  return { schema: schemaOf(shown, check), toArguments };
}

function single(json: JsonSchemaObject, validate: ToolInput["validate"]): Parameters {
  const shown = { type: "object", properties: { input: json }, required: ["input"] };
  const check = async (value: unknown): Promise<Validation> => {
    const checked = await validate((value as Arguments)["input"]);
    if (checked.issues === undefined) return { value };
    return {
      issues: checked.issues.map(({ message, path = [] }) => ({ message, path: ["input", ...path.map(keyOf)] })),
    };
  };
  return { schema: schemaOf(shown, check), toArguments: ({ input }) => input };
}

/** Describes an answer, and lets every one pass: what a tool answers is the tool's affair. */
export function resultOf(json: JsonSchemaObject): StandardSchema {
  return schemaOf(json, (value) => ({ value }));
}

function schemaOf<T>(
  json: JsonSchemaObject,
  validate: (value: unknown) => Validation | Promise<Validation>,
): StandardSchema<T> {
  const convert = (): Record<string, unknown> => json;
  return {
    "~standard": {
      version: 1,
      vendor: "agent-micropython",
      validate: validate as StandardSchema<T>["~standard"]["validate"],
      jsonSchema: { input: convert, output: convert },
    },
  };
}

function keyOf(step: PropertyKey | { readonly key: PropertyKey }): PropertyKey {
  return typeof step === "object" ? step.key : step;
}

function isObject(value: unknown): value is JsonSchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
