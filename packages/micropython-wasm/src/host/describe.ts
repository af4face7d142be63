// Host functions as Python stubs: for a model's prompt, and for help() inside.

import { isFunction, listHostFunctions } from "./functions.js";
import type { AnyHostFunction, HostFunctions } from "./functions.js";
import { DescribedFunction } from "./hostFunction.js";
import { dictShape, pythonLiteral, typeHint } from "./jsonSchema.js";
import type { JsonSchema } from "./jsonSchema.js";
import type { Parameter } from "./signature.js";

const INDENT = "    ";

/**
 * The functions as Python stubs with types and docstrings, ready for a model's prompt. Groups are classes of static methods. Types come from the schemas of
 * `hostFunction`; where nothing is known there is none.
 *
 * @throws {UsageError} for functions that an interpreter would refuse.
 */
export function describe(hostFunctions: HostFunctions): string {
  void listHostFunctions(hostFunctions);
  return section(hostFunctions)
    .map((part) => `${part}\n`)
    .join("\n");
}

/** Functions first, then the groups. */
function section(group: HostFunctions, depth = 0): string[] {
  const functions: string[] = [];
  const groups: string[] = [];
  for (const [name, item] of Object.entries(group)) {
    if (isFunction(item)) functions.push(indent((depth > 0 ? "@staticmethod\n" : "") + stubOf(name, item), depth));
    else groups.push([`${INDENT.repeat(depth)}class ${name}:`, section(item, depth + 1).join("\n\n")].join("\n"));
  }
  return [...functions, ...groups];
}

/** What Python is told of a function: for `help()` and `__doc__`. */
export interface FunctionText {
  /** With its dots. */
  name: string;
  /** "fetch_user(id: int) -> dict". */
  head: string;
  /** The docstring; empty where there is nothing to say. */
  doc: string;
}

export function textsOf(functions: ReadonlyMap<string, AnyHostFunction>): FunctionText[] {
  return [...functions].map(([name, item]) => textOf(name, item));
}

export function textOf(name: string, item: AnyHostFunction): FunctionText {
  if (!DescribedFunction.is(item)) return { name, head: `${name}(*args, **kwargs)`, doc: "" };
  const hint = item.answer && typeHint(item.answer);
  const head = `${name}(${parameterList(item.signature.parameters)})${hint === undefined ? "" : ` -> ${hint}`}`;
  return { name, head, doc: docstringOf(item) };
}

function stubOf(name: string, item: AnyHostFunction): string {
  const { head, doc } = textOf(name, item);
  return doc === "" ? `def ${head}: ...` : `def ${head}:\n${indent(quote(doc), 1)}`;
}

function docstringOf({ description, signature, answer }: DescribedFunction): string {
  const sections = [description.trim()];
  const args = signature.parameters.flatMap((parameter) => {
    const about = describeSchema(parameter.schema);
    return about === "" ? [] : [`${INDENT}${parameter.name}: ${about}`];
  });
  if (args.length > 0) sections.push(["Args:", ...args].join("\n"));
  const result = describeSchema(answer);
  if (result !== "") sections.push(`Returns:\n${INDENT}${result}`);
  return sections.filter((section) => section !== "").join("\n\n");
}

function parameterList(parameters: readonly Parameter[]): string {
  const parts: string[] = [];
  for (const [i, parameter] of parameters.entries()) {
    if (parameter.keywordOnly && parameters[i - 1]?.keywordOnly !== true) parts.push("*");
    parts.push(parameterText(parameter));
  }
  return parts.join(", ");
}

function parameterText({ name, required, schema }: Parameter): string {
  const hint = schema && typeHint(schema);
  if (schema === undefined || required) return hint === undefined ? name : `${name}: ${hint}`;
  if ("default" in schema) {
    const value = pythonLiteral(schema["default"]);
    return hint === undefined ? `${name}=${value}` : `${name}: ${hint} = ${value}`;
  }
  if (hint === undefined) return `${name}=...`;
  return hint.split(" | ").includes("None") ? `${name}: ${hint} = None` : `${name}: ${hint} | None = None`;
}

/** What it is for, and the keys that it has. */
function describeSchema(schema: JsonSchema | undefined): string {
  if (schema === undefined) return "";
  const { description } = schema;
  const text = typeof description === "string" ? description.replace(/\s+/g, " ").trim() : "";
  return [text, dictShape(schema) ?? ""].filter((part) => part !== "").join(": ");
}

function quote(docstring: string): string {
  const escaped = docstring.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"');
  return escaped.includes("\n") || escaped.endsWith('"') ? `"""${escaped}\n"""` : `"""${escaped}"""`;
}

function indent(text: string, levels: number): string {
  return text.replace(/^(?=.)/gm, INDENT.repeat(levels));
}
