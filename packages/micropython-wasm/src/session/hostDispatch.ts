import { platform } from "#platform";
import { SandboxError, UsageError } from "../errors.js";
import type { AnyHostFunction } from "../host/functions.js";
import { HostRunner } from "../host/hostRunner.js";
import type { HostCallOptions } from "../host/hostRunner.js";
import type { HostAnswer } from "../interpreter/hostCalls.js";
import { decodeValue } from "../interpreter/wireDecoder.js";
import type { HostCall, Value } from "../result.js";
import type { CallMessage, RefusedMessage, RequestHost } from "./workerThread.js";

/** A session's guest that waits, or has waited, for a host function. */
interface Caller {
  readonly session: object;
  waits: boolean;
}

/** Who called the host functions that the code which runs now belongs to, the innermost first. What they started goes on after their answers. */
const callers = platform.contextVariable<readonly Caller[]>();

/** Runs host functions for the guest of one session, on the thread that made the session. */
export class HostDispatch implements RequestHost {
  readonly #session: object;
  readonly #runner: HostRunner;
  /** Of the last call. */
  #caller: Caller | undefined;

  constructor(session: object, functions: ReadonlyMap<string, AnyHostFunction>, options: HostCallOptions) {
    this.#session = session;
    this.#runner = new HostRunner(functions, options);
  }

  get functions(): Map<string, AnyHostFunction> {
    return this.#runner.functions;
  }

  /** A request begins. */
  begin(): void {
    this.#runner.begin();
  }

  /** The request has ended: functions that still work are told. */
  end(error?: unknown): void {
    if (this.#caller !== undefined) this.#caller.waits = false;
    this.#caller = undefined;
    this.#runner.end(error);
  }

  get answered(): HostCall[] {
    return this.#runner.answered;
  }

  async answer({ name, request, requestBytes, maxAnswerBytes }: CallMessage): Promise<HostAnswer> {
    const [args, kwargs] = decodeValue(request) as [Value[], { [key: string]: Value }];
    const caller: Caller = { session: this.#session, waits: true };
    this.#caller = caller;
    const chain = [caller, ...(callers.get() ?? [])];
    const call = { name, args, kwargs, requestBytes, maxAnswerBytes };
    try {
      return await callers.run(chain, () => this.#runner.callAndWait(call));
    } finally {
      caller.waits = false;
    }
  }

  refuse(call: RefusedMessage): void {
    this.#runner.refuse(call, call.message);
  }

  /** The error that ended the request: see `HostFunctionError`. */
  explain(error: unknown): unknown {
    return SandboxError.is(error) ? this.#runner.explain(error) : error;
  }
}

/** @throws {UsageError} in a host function that the session's own guest has called: the guest waits for it, so it would wait for ever. */
export function refuseReentry(session: object): void {
  if (callers.get()?.some((caller) => caller.waits && caller.session === session) === true) {
    throw new UsageError(
      "a host function may not use the session that called it, which waits for its answer; use another session, or return what the code needs",
    );
  }
}
