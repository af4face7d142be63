import { UsageError } from "../errors.js";
import { checkName } from "../interpreter/names.js";
import type { Value } from "../result.js";
import { hasType, isJsonSchema, jsonSchemaOf, requiredNames } from "./jsonSchema.js";
import type { JsonSchema } from "./jsonSchema.js";
import { Refusal } from "./refusal.js";
import type { StandardSchema } from "./standardSchema.js";

/** One parameter of a host function, as Python sees it. */
export interface Parameter {
  readonly name: string;
  readonly keywordOnly: boolean;
  /** False where the schema does not say: validation finds out. */
  readonly required: boolean;
  /** What the schema says of its values; undefined where it says nothing. */
  readonly schema: JsonSchema | undefined;
}

type Arguments = { [name: string]: Value };

/** The parameters of a host function: how Python's positional and keyword arguments become one object, with CPython's errors where they do not. */
export class Signature {
  readonly parameters: readonly Parameter[];
  readonly #positional: readonly Parameter[];

  /** `names` are in the order of positional arguments; those behind a "*" are keyword-only. */
  private constructor(names: readonly string[], schema: JsonSchema | undefined) {
    const properties = isJsonSchema(schema?.["properties"]) ? schema["properties"] : {};
    const required = schema === undefined ? new Set() : requiredNames(schema);
    let keywordOnly = false;
    let optionalSeen = false;
    const parameters: Parameter[] = [];
    for (const name of names) {
      if (name === "*") {
        keywordOnly = true;
        continue;
      }
      const isRequired = required.has(name);
      // Python has no required positional parameter behind an optional one
      if (isRequired && optionalSeen) keywordOnly = true;
      optionalSeen ||= !isRequired;
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      parameters.push({
        name,
        keywordOnly,
        required: isRequired,
        schema: isJsonSchema(property) ? property : undefined,
      });
    }
    this.parameters = parameters;
    this.#positional = parameters.filter((parameter) => !parameter.keywordOnly);
  }

  /** @throws {UsageError} where the names, or their order, cannot be known. */
  static of(schema: StandardSchema | undefined, parameterNames: readonly string[] | undefined): Signature {
    if (schema === undefined) {
      if (parameterNames !== undefined) throw new UsageError("hostFunction: parameterNames need parameters, a schema");
      return new Signature([], undefined);
    }
    const described = jsonSchemaOf(schema, "input");
    const names = parameterNames ?? knownNames(schema, described);
    checkNames(names);
    return new Signature(names, described);
  }

  /** @throws {Refusal} a TypeError as CPython words it. */
  bind(functionName: string, args: readonly Value[], kwargs: Arguments): Arguments {
    const bound = Object.create(null) as Arguments;
    const refuse = (problem: string): never => {
      throw new Refusal("TypeError", `${functionName}() ${problem}`);
    };
    for (const [i, value] of args.entries()) {
      const parameter = this.#positional[i];
      if (parameter !== undefined) bound[parameter.name] = value;
    }
    for (const [name, value] of Object.entries(kwargs)) {
      if (!this.parameters.some((parameter) => parameter.name === name))
        refuse(`got an unexpected keyword argument '${name.slice(0, 100)}'`);
      if (name in bound) refuse(`got multiple values for argument '${name}'`);
      bound[name] = value;
    }
    if (args.length > this.#positional.length) refuse(this.#tooMany(args.length, bound));
    for (const { name, required, schema } of this.parameters) {
      // Python says None for "nothing given"
      if (bound[name] === null && !required && schema !== undefined && !hasType(schema, null)) delete bound[name];
    }
    const missing = this.parameters.filter(({ name, required }) => required && !(name in bound));
    if (missing.length > 0) refuse(describeMissing(missing));
    return bound;
  }

  #tooMany(given: number, bound: Arguments): string {
    const most = this.#positional.length;
    const least = this.#positional.filter((parameter) => parameter.required).length;
    const takes =
      least < most
        ? `from ${least} to ${plural(most, "positional argument", true)}`
        : plural(most, "positional argument");
    const named = this.parameters.filter(({ name, keywordOnly }) => keywordOnly && name in bound).length;
    if (named === 0) return `takes ${takes} but ${given} ${given === 1 ? "was" : "were"} given`;
    return `takes ${takes} but ${plural(given, "positional argument")} (and ${plural(named, "keyword-only argument")}) were given`;
  }
}

/** As CPython words it. */
export function describeMissing(missing: readonly Parameter[]): string {
  const positional = missing.filter((parameter) => !parameter.keywordOnly);
  const [kind, parameters] =
    positional.length > 0 ? (["positional", positional] as const) : (["keyword-only", missing] as const);
  return `missing ${plural(parameters.length, `required ${kind} argument`)}: ${enumerate(parameters)}`;
}

function plural(count: number, noun: string, always = false): string {
  return `${count} ${noun}${count === 1 && !always ? "" : "s"}`;
}

function enumerate(parameters: readonly Parameter[]): string {
  const names = parameters.map(({ name }) => `'${name}'`);
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}

/** The names and the order that the schema's library gives. */
function knownNames(schema: StandardSchema, described: JsonSchema | undefined): readonly string[] {
  const { vendor } = schema["~standard"];
  const give = 'give them: parameterNames: ["first", "second"]';
  if (described === undefined) {
    const wrap = vendor === "valibot" ? "wrap it in toStandardJsonSchema() of @valibot/to-json-schema, or " : "";
    throw new UsageError(`hostFunction: a schema of ${vendor} does not tell the names of its keys; ${wrap}${give}`);
  }
  if (!isJsonSchema(described["properties"])) {
    if (described["type"] === "object") return [];
    throw new UsageError("hostFunction: parameters must be the schema of an object; its keys are the parameters");
  }
  const names = Object.keys(described["properties"]);
  if (vendor === "arktype" && names.length > 1)
    throw new UsageError(
      `hostFunction: arktype sorts the keys of a schema, so the order of the parameters is lost; ${give}`,
    );
  return names;
}

/** @throws {UsageError} naming the one that is wrong. */
function checkNames(names: readonly string[]): void {
  if (!Array.isArray(names)) throw new UsageError("hostFunction: parameterNames must be an array of names");
  for (const name of names) if (name !== "*") checkName(name, "hostFunction: the name of a parameter");
  if (new Set(names).size !== names.length) throw new UsageError("hostFunction: a name of a parameter stands twice");
}
