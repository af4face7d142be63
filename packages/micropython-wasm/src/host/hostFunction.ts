import { UsageError } from "../errors.js";
import type { Value } from "../result.js";
import { hasType, jsonSchemaOf } from "./jsonSchema.js";
import type { JsonSchema } from "./jsonSchema.js";
import { Refusal } from "./refusal.js";
import { describeMissing, Signature } from "./signature.js";
import { isStandardSchema } from "./standardSchema.js";
import type { InferInput, InferOutput, StandardIssue, StandardResult, StandardSchema } from "./standardSchema.js";
import { chain } from "./chain.js";

/** What a host function is told about its call. */
export interface HostCallContext {
  /** The function's name, with dots where it is grouped: "db.query". */
  readonly name: string;
  /** The session's `id`; undefined where it has none. */
  readonly session: string | undefined;
  /** Fires where the run ends before the function has answered: by a timeout, an abort, or close(). The answer is then dropped. */
  readonly signal: AbortSignal;
  /**
   * Lets the run pay for the work, in units of fuel (whole, 0 or more), besides what every call costs. Once the function has answered, a run that cannot
   * pay ends with FuelExhaustedError.
   */
  readonly charge: (fuel: number) => void;
}

type NoParameters = StandardSchema<Record<string, never>>;

/** What `hostFunction` is given. */
export interface HostFunctionOptions<
  Parameters extends StandardSchema = NoParameters,
  Returns extends StandardSchema = StandardSchema,
> {
  /** For people and models: the docstring of the Python function. */
  description?: string;
  /**
   * The schema of an object, of any library that follows Standard Schema (zod, valibot, arktype): its keys are the parameters, in their order. What the
   * handler gets is what the schema gives: with its defaults and coercions. Default: no parameters.
   */
  parameters?: Parameters;
  /**
   * The names of the parameters in the order of positional arguments, where the schema's library does not tell; those behind a `"*"` are keyword-only.
   * Default: the keys of `parameters`.
   */
  parameterNames?: readonly string[];
  /** The schema of the answer. One that does not fit is the host's fault: Python gets a HostError that says no more, `onHostCall` the details. */
  returns?: Returns;
  /** Gets the arguments by name. May be async in a Session. What it throws becomes a Python exception, as with plain functions. */
  handler(args: InferOutput<Parameters>, context: HostCallContext): InferInput<Returns> | Promise<InferInput<Returns>>;
}

const marker = Symbol.for("micropython-wasm.hostFunction");

/** A host function with a description, parameters that are checked, and an answer that is. Made by `hostFunction`. */
export class DescribedFunction {
  readonly description: string;
  readonly signature: Signature;
  readonly parameters: StandardSchema | undefined;
  readonly returns: StandardSchema | undefined;
  /** What `returns` says of the answer. */
  readonly answer: JsonSchema | undefined;
  readonly #handler: (args: unknown, context: HostCallContext) => unknown;

  constructor(options: HostFunctionOptions<StandardSchema>) {
    checkOptions(options);
    const { description = "", parameters, parameterNames, returns } = options;
    this.description = description;
    this.signature = Signature.of(parameters, parameterNames);
    this.parameters = parameters;
    this.returns = returns;
    this.answer = returns && jsonSchemaOf(returns, "output");
    this.#handler = (args, context) => options.handler(args, context);
    Object.defineProperty(this, marker, { value: true });
  }

  /** Also knows those of another installed copy. */
  static is(value: unknown): value is DescribedFunction {
    return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[marker] === true;
  }

  /**
   * The answer, or a promise of it where the handler or a schema is async.
   *
   * @throws {Refusal} where the arguments do not fit: the handler is not called.
   * @throws {WrongAnswerError} where the answer does not fit; and all that the handler throws.
   */
  call(name: string, args: readonly Value[], kwargs: { [key: string]: Value }, context: HostCallContext): unknown {
    const bound = this.signature.bind(name, args, kwargs);
    const { parameters, returns } = this;
    const checked = parameters === undefined ? { value: bound } : parameters["~standard"].validate(bound);
    return chain(checked, (result: StandardResult<unknown>) => {
      if (result.issues !== undefined) throw this.#refusal(name, bound, result.issues);
      return chain(this.#handler(result.value, context), (answer) => {
        if (returns === undefined) return answer;
        return chain(returns["~standard"].validate(answer), (given: StandardResult<unknown>) => {
          if (given.issues !== undefined) throw new WrongAnswerError(name, given.issues);
          return given.value;
        });
      });
    });
  }

  #refusal(name: string, bound: { [name: string]: Value }, issues: readonly StandardIssue[]): Refusal {
    const { parameters } = this.signature;
    const concerns = (issue: StandardIssue): unknown => keysOf(issue)[0];
    const missing = parameters.filter(
      (parameter) => !(parameter.name in bound) && issues.some((issue) => concerns(issue) === parameter.name),
    );
    if (missing.length > 0) return new Refusal("TypeError", `${name}() ${describeMissing(missing)}`);
    const issue = issues[0];
    if (issue === undefined) return new Refusal("ValueError", `${name}() refuses its arguments`);
    const [first, ...rest] = keysOf(issue);
    const schema = rest.length > 0 ? undefined : parameters.find((parameter) => parameter.name === first)?.schema;
    const wrongType = schema !== undefined && !hasType(schema, bound[String(first)]);
    const place = first === undefined ? "arguments" : `argument '${String(first)}'${describePath(rest)}`;
    const text = `${name}() ${place}: ${describeIssues(issues)}`;
    return new Refusal(wrongType ? "TypeError" : "ValueError", text);
  }
}

/** The host's own fault: what a function answered is not what it declares. Python sees no details. */
class WrongAnswerError extends Error {
  override readonly name = "HostError";

  constructor(functionName: string, issues: readonly StandardIssue[]) {
    super(`the answer of ${functionName}() is not what it declares; this is a fault of the host, not of the call`);
    const where = describePath(keysOf(issues[0] ?? { message: "" }));
    this.cause = new TypeError(`the answer${where} of ${functionName}(): ${describeIssues(issues)}`);
  }
}

/**
 * A host function that says what it takes and gives. Python calls it with positional or keyword arguments; wrong ones are a TypeError or ValueError that
 * names the parameter, before the handler sees anything.
 *
 * @throws {UsageError} for an option of the wrong type, and where the names of the parameters cannot be known.
 */
export function hostFunction<
  Parameters extends StandardSchema = NoParameters,
  Returns extends StandardSchema = StandardSchema,
>(options: HostFunctionOptions<Parameters, Returns>): DescribedFunction {
  return new DescribedFunction(options);
}

function checkOptions(options: HostFunctionOptions<StandardSchema>): void {
  if (typeof options !== "object" || options === null)
    throw new UsageError("hostFunction: the options must be an object");
  const { description } = options;
  if (typeof options.handler !== "function") throw new UsageError("hostFunction: handler must be a function");
  if (description !== undefined && typeof description !== "string")
    throw new UsageError("hostFunction: description must be a string");
  for (const name of ["parameters", "returns"] as const) {
    if (options[name] !== undefined && !isStandardSchema(options[name]))
      throw new UsageError(
        `hostFunction: ${name} must be a schema that follows Standard Schema, as those of zod, valibot and arktype do`,
      );
  }
}

function keysOf({ path = [] }: StandardIssue): PropertyKey[] {
  return path.map((step) => (typeof step === "object" ? step.key : step));
}

function describePath(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `[${typeof key === "string" ? JSON.stringify(key) : String(key)}]`).join("");
}

/** In one line. */
function describeIssues(issues: readonly StandardIssue[]): string {
  const message = (issues[0]?.message ?? "").replace(/\s+/g, " ");
  return issues.length < 2 ? message : `${message} (and ${issues.length - 1} more)`;
}
