import { platform } from "#platform";
import { UsageError } from "../errors.js";
import type { HostFunction } from "../host/functions.js";
import { encodeAnswer, encodeFailure, encodeThrown, isFailure } from "../interpreter/answers.js";
import { decodeValue } from "../interpreter/wire.js";
import type { HostCall, Value } from "../result.js";

/** Which sessions' host functions the code that runs now was called by, the innermost first. */
const callers = platform.contextVariable<readonly object[]>();

/** Runs host functions for the guest of one session, on the thread that made the session. */
export class HostDispatch {
  readonly #session: object;
  readonly #functions: ReadonlyMap<string, HostFunction>;
  #answered: HostCall[] = [];

  constructor(session: object, functions: ReadonlyMap<string, HostFunction>) {
    this.#session = session;
    this.#functions = functions;
  }

  /** A request begins. */
  begin(): void {
    this.#answered = [];
  }

  /** The calls that were answered since. */
  get answered(): HostCall[] {
    return this.#answered;
  }

  /** The encoded answer: see `interpreter/answers.ts`. Never rejects. */
  async answer(name: string, request: Uint8Array, maxAnswerBytes: number): Promise<Uint8Array> {
    const list = this.#answered;
    const started = performance.now();
    const answer = await this.#run(name, request, maxAnswerBytes);
    list.push({ name, ok: !isFailure(answer), durationMs: performance.now() - started, bytes: answer.length });
    return answer;
  }

  async #run(name: string, request: Uint8Array, maxAnswerBytes: number): Promise<Uint8Array> {
    const handler = this.#functions.get(name);
    if (handler === undefined) return encodeFailure("NameError", `there is no host function '${name.slice(0, 100)}'`);
    const [args, kwargs] = decodeValue(request) as [Value[], { [key: string]: Value }];
    const given = Object.keys(kwargs).length === 0 ? args : [...args, kwargs];
    const chain = [this.#session, ...(callers.get() ?? [])];
    try {
      return encodeAnswer(name, await callers.run(chain, () => handler(...given)), maxAnswerBytes);
    } catch (error) {
      return encodeThrown(error);
    }
  }
}

/** @throws {UsageError} in a host function that the session's own guest has called: the guest waits for it, so it would wait for ever. */
export function refuseReentry(session: object): void {
  if (callers.get()?.includes(session) === true) {
    throw new UsageError(
      "a host function may not use the session that called it, which waits for its answer; use another session, or return what the code needs",
    );
  }
}
