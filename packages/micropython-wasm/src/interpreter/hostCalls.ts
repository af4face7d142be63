import { encodeFailure, isFailure } from "./answers.js";
import { losesMeaning, translate } from "../frontend/frontend.js";
import type { Limits } from "../limits.js";
import type { HostCall, Value } from "../result.js";
import type { Budget } from "./budget.js";
import { GuestMemory } from "./guestMemory.js";
import type { ImageFacts } from "./image.js";
import { MAX_DEPTH, NotPlainDataError } from "./plainData.js";
import { unicodeForGuest } from "./unicodeData.js";
import { readValue } from "./values.js";
import { encodeValue } from "./wireEncoder.js";

/** One call of a host function, as the guest made it. */
export interface HostRequest {
  /** With dots where it is grouped. */
  name: string;
  args: readonly Value[];
  kwargs: { [key: string]: Value };
  /** Size of all this in the guest's memory. */
  requestBytes: number;
  maxAnswerBytes: number;
}

/** What a call gives: the encoded answer (see `answers.ts`), and the units of fuel that the function charged for it. */
export interface HostAnswer {
  bytes: Uint8Array;
  fuel: number;
}

/** Where the host functions are. */
export interface Host {
  /** Default: none. */
  readonly answerLimits?: AnswerLimits;
  /** Never throws what the function throws; a `Stop` ends the run. */
  call(request: HostRequest, budget: Pick<Budget, "checkTime" | "remainingMs">): HostAnswer;
  /** Hears of the first call in a run that is one too many. */
  refuse(request: Pick<HostRequest, "name" | "requestBytes">, message: string): void;
}

/** Most bytes of an answer, for functions of our own that have a limit of their own. */
export type AnswerLimits = { readonly [name: string]: number };

type HostLimits = Pick<Limits, "maxHostCalls" | "maxHostResultBytes">;

/** What a call costs: units for each, and the bytes of request and answer that cost one more. */
const CALL_UNITS = 1_000;
const BYTES_PER_UNIT = 8;

/** What lowering costs for each character of the source, and the longest source that is lowered for a program. */
const LOWERING_UNITS = 25;
const MAX_LOWERED_LENGTH = 1_000_000;

/** Calls of one run that its result lists. */
const MOST_LISTED = 1_000;

/** No host function has a longer name. Results, errors and audits hold the names of calls, also where there is no such function. */
const LONGEST_NAME = 2_000;

/** A request is a tuple with the arguments in a tuple. */
const REQUEST_DEPTH = MAX_DEPTH + 2;

/** The guest's requests to the host. What it asks is not trusted; what it is answered waits here until it is taken. */
export class HostCalls {
  readonly #facts: ImageFacts;
  readonly #host: Host;
  #limits: HostLimits = { maxHostCalls: 0, maxHostResultBytes: 0 };
  #input: Uint8Array | undefined;
  #answer: Uint8Array | undefined;
  #made = 0;
  #listed: HostCall[] = [];

  constructor(facts: ImageFacts, host: Host) {
    this.#facts = facts;
    this.#host = host;
  }

  /** A run begins; `input` is what its code asks for, once. */
  begin(limits: HostLimits, input: Uint8Array | undefined): void {
    this.#limits = limits;
    this.#input = input;
    this.#answer = undefined;
    this.#made = 0;
    this.#listed = [];
  }

  /** The completed calls of this run, in order; at most the first 1,000. */
  get listed(): HostCall[] {
    return this.#listed;
  }

  /** Answers the request that the object at this address is, and returns the answer's length in bytes. @throws {Stop} where the run is over. */
  call(memory: WebAssembly.Memory, request: number, budget: Budget): number {
    this.#answer = undefined;
    budget.charge(CALL_UNITS);
    const answer = this.#respond(memory, request, budget);
    budget.charge(Math.floor(answer.length / BYTES_PER_UNIT));
    budget.checkTime();
    this.#answer = answer;
    return answer.length;
  }

  /** Copies the answer to the guest's memory and forgets it; where it does not fit there, it is only forgotten. */
  take(memory: WebAssembly.Memory, pointer: number): void {
    const answer = this.#answer;
    this.#answer = undefined;
    const start = pointer >>> 0;
    if (answer === undefined || start + answer.length > memory.buffer.byteLength) return;
    new Uint8Array(memory.buffer).set(answer, start);
  }

  #respond(memory: WebAssembly.Memory, request: number, budget: Budget): Uint8Array {
    let asked: Value;
    let requestBytes: number;
    try {
      const check = (): void => void budget.checkTime();
      const { value, bytes } = readValue(new GuestMemory(memory), this.#facts, request >>> 0, check, REQUEST_DEPTH);
      budget.charge(Math.floor(bytes / BYTES_PER_UNIT));
      asked = value;
      requestBytes = bytes;
    } catch (error) {
      if (error instanceof NotPlainDataError) return encodeFailure("TypeError", describeArgument(error));
      throw error;
    }
    const [kind, name, args, kwargs] = Array.isArray(asked) ? asked : [];
    if (kind === "input") return this.#takeInput();
    if (kind === "unicode") return unicodeForGuest(asked as readonly Value[], budget);
    if (kind === "lower") return lowerForGuest(asked as readonly Value[], budget);
    if (kind !== "call" || typeof name !== "string" || !Array.isArray(args) || !isDict(kwargs))
      return encodeFailure("TypeError", "the host knows no such request");
    if (name.length > LONGEST_NAME) return encodeFailure("NameError", "no host function has a name as long as that");
    const limits = this.#host.answerLimits ?? {};
    const maxAnswerBytes = Object.hasOwn(limits, name) ? limits[name]! : this.#limits.maxHostResultBytes;
    return this.#call({ name, args, kwargs, requestBytes, maxAnswerBytes }, budget);
  }

  #takeInput(): Uint8Array {
    const input = this.#input ?? encodeValue(null);
    this.#input = undefined;
    return input;
  }

  #call(request: HostRequest, budget: Budget): Uint8Array {
    const { maxHostCalls } = this.#limits;
    const { name, maxAnswerBytes } = request;
    if (this.#made >= maxHostCalls) {
      const message = `more than ${maxHostCalls} host calls in one run (maxHostCalls)`;
      if (this.#made++ === maxHostCalls) this.#host.refuse(request, message);
      return encodeFailure("HostError", message);
    }
    this.#made++;
    const started = performance.now();
    const answer = this.#host.call(request, budget);
    let { bytes } = answer;
    if (bytes.length > maxAnswerBytes && !isFailure(bytes)) {
      const limit = `more than ${maxAnswerBytes} (maxHostResultBytes)`;
      bytes = encodeFailure("HostError", `the answer of ${name}() has ${bytes.length} bytes, ${limit}`);
    }
    if (this.#listed.length < MOST_LISTED) {
      const durationMs = performance.now() - started;
      this.#listed.push({ name, ok: !isFailure(bytes), durationMs, bytes: bytes.length });
    }
    budget.charge(answer.fuel);
    return bytes;
  }
}

/** The request is ("lower", source, mode, filename, whether it failed to compile): see boot.py. What reading source costs is paid by its length. */
function lowerForGuest([, source, mode, filename, failed]: readonly Value[], budget: Budget): Uint8Array {
  if (typeof source !== "string" || typeof filename !== "string") return encodeFailure("TypeError", "source is text");
  if (failed !== true && !losesMeaning(source)) return encodeValue(Object.freeze([null]));
  if (source.length > MAX_LOWERED_LENGTH)
    return encodeFailure("ValueError", `source of more than ${MAX_LOWERED_LENGTH} characters is too long here`);
  budget.charge(source.length * LOWERING_UNITS);
  budget.checkTime();
  const translation = translate(source, mode === "eval" ? "eval" : "exec", filename);
  if ("source" in translation) return encodeValue(Object.freeze([translation.source]));
  const { type, message, place } = translation.problem;
  const { line, column, endColumn, text } = place;
  return encodeValue(Object.freeze([Object.freeze([type, message, filename, line, column, text, endColumn])]));
}

function isDict(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

/** The request is ("call", name, args, kwargs). */
function describeArgument(error: NotPlainDataError): string {
  const [part, key] = error.path;
  if (part === 2 && typeof key === "number") return error.describe(`argument ${key + 1}`, 2);
  if (part === 3 && typeof key === "string") return error.describe(`argument ${key}`, 2);
  return error.describe("the request");
}
