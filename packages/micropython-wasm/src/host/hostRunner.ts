import { HostFunctionError, PythonError, UsageError } from "../errors.js";
import type { SandboxError } from "../errors.js";
import { describeThrown, encodeAnswer, encodeFailure, isFailure } from "../interpreter/answers.js";
import type { Host, HostAnswer, HostRequest } from "../interpreter/hostCalls.js";
import type { HostCall } from "../result.js";
import type { HostCallListener, HostCallOutcome } from "./audit.js";
import { report } from "./audit.js";
import type { AnyHostFunction } from "./functions.js";
import { DescribedFunction } from "./hostFunction.js";
import type { HostCallContext } from "./hostFunction.js";
import { Refusal } from "./refusal.js";
import { isPromise } from "./chain.js";

/** Calls of one run that are listed. */
const MOST_ANSWERED = 1_000;

/** Errors of one run that are kept, for where one of them ends it. */
const MOST_THROWN = 20;

/** What host functions are told, and who hears of their calls. */
export interface HostCallOptions {
  /** Names this interpreter or session, for host functions (`context.session`) and for `onHostCall`. A pool's sessions have their key. */
  id?: string;
  /** Hears of every call of a host function, when it has ended; of calls beyond `maxHostCalls` only of the first in a run. */
  onHostCall?: HostCallListener;
}

type CallSize = Pick<HostRequest, "name" | "requestBytes">;

interface Thrown {
  functionName: string;
  type: string;
  message: string;
  error: unknown;
}

/** The host functions of one interpreter or session, and what became of their calls. */
export class HostRunner implements Host {
  readonly functions: Map<string, AnyHostFunction>;
  readonly #options: HostCallOptions;
  #run = new HostRun();

  constructor(functions: ReadonlyMap<string, AnyHostFunction>, options: HostCallOptions) {
    this.functions = new Map(functions);
    this.#options = options;
  }

  begin(): void {
    this.#run = new HostRun();
  }

  /** The run is over, by this error where there is one: functions that still work are told, and what they answer is dropped. */
  end(error?: unknown): void {
    this.#run.end(error);
  }

  /** The calls that were answered since `begin`, at most 1,000. */
  get answered(): HostCall[] {
    return this.#run.answered;
  }

  /** Calls the function for a guest that cannot wait. */
  call(request: HostRequest): HostAnswer {
    const call = new Call(request, this.#run, this.#options);
    try {
      const answer = this.#invoke(request, call);
      if (!isPromise(answer)) return call.succeed(answer, request.maxAnswerBytes);
      // nobody else waits for it
      answer.then(undefined, () => undefined);
      throw new TypeError(`${request.name}() returned a promise; an Interpreter cannot wait, a Session can`);
    } catch (error) {
      return call.fail(error);
    }
  }

  /** Calls the function, and waits where that does. Never rejects. */
  async callAndWait(request: HostRequest): Promise<HostAnswer> {
    const call = new Call(request, this.#run, this.#options);
    try {
      return call.succeed(await this.#invoke(request, call), request.maxAnswerBytes);
    } catch (error) {
      return call.fail(error);
    }
  }

  /** A call that was refused before it came here. */
  refuse(request: CallSize, message: string): void {
    new Call(request, this.#run, this.#options).fail(new Refusal("HostError", message));
  }

  /** The error that ended the run; where it is one that a host function threw, with the function's name and the host's own error. */
  explain(error: SandboxError): SandboxError {
    if (!(error instanceof PythonError)) return error;
    const { pythonType, pythonMessage } = error;
    const thrown = this.#run.thrown.findLast(
      ({ type, message }) =>
        isSaid(type, message, pythonMessage) && (pythonType === type || pythonType === "HostError"),
    );
    if (thrown === undefined) return error;
    const { functionName, error: cause } = thrown;
    const { message, state, result } = error;
    return Object.assign(new HostFunctionError(error, { functionName, cause }, result), { message, state });
  }

  #invoke({ name, args, kwargs }: HostRequest, call: Call): unknown {
    const item = this.functions.get(name);
    if (item === undefined) throw new Refusal("NameError", `there is no host function '${name.slice(0, 100)}'`);
    if (DescribedFunction.is(item)) return item.call(name, args, kwargs, call.context);
    return Object.keys(kwargs).length === 0 ? item(...args) : item(...args, kwargs);
  }
}

/** What belongs to one run: a late answer finds it over. */
class HostRun {
  readonly answered: HostCall[] = [];
  readonly thrown: Thrown[] = [];
  over = false;
  #controller: AbortController | undefined;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    return this.#controller.signal;
  }

  end(error: unknown): void {
    if (this.over) return;
    this.over = true;
    this.#controller?.abort(error);
  }
}

/** One call under way. */
class Call {
  readonly #request: CallSize;
  readonly #run: HostRun;
  readonly #options: HostCallOptions;
  readonly #started = performance.now();
  #fuel = 0;

  constructor(request: CallSize, run: HostRun, options: HostCallOptions) {
    this.#request = request;
    this.#run = run;
    this.#options = options;
  }

  /** What the function gets; it may take it apart. */
  get context(): HostCallContext {
    const run = this.#run;
    return {
      name: this.#request.name,
      session: this.#options.id,
      get signal() {
        return run.signal;
      },
      charge: (fuel) => {
        if (!Number.isSafeInteger(fuel) || fuel < 0)
          throw new UsageError(`charge() takes a whole number of units, 0 or more; got ${String(fuel)}`);
        this.#fuel = Math.min(this.#fuel + fuel, Number.MAX_SAFE_INTEGER);
      },
    };
  }

  succeed(value: unknown, maxAnswerBytes: number): HostAnswer {
    try {
      const bytes = encodeAnswer(this.#request.name, value, maxAnswerBytes);
      return this.#settle(bytes, isFailure(bytes) ? "error" : "ok");
    } catch (error) {
      return this.fail(error);
    }
  }

  fail(error: unknown): HostAnswer {
    const [type, message] = describeThrown(error);
    const refused = error instanceof Refusal;
    if (!refused) {
      const { thrown } = this.#run;
      thrown.push({ functionName: this.#request.name, type, message, error });
      if (thrown.length > MOST_THROWN) thrown.shift();
    }
    return this.#settle(encodeFailure(type, message), refused ? "refused" : "error", error);
  }

  #settle(bytes: Uint8Array, outcome: HostCallOutcome, error?: unknown): HostAnswer {
    const { name, requestBytes } = this.#request;
    const durationMs = performance.now() - this.#started;
    const { onHostCall, id: session } = this.#options;
    const { over, answered } = this.#run;
    const resultBytes = bytes.length;
    if (!over && answered.length < MOST_ANSWERED)
      answered.push({ name, ok: outcome === "ok", durationMs, bytes: resultBytes });
    if (onHostCall !== undefined) {
      const event = {
        name,
        session,
        requestBytes,
        resultBytes,
        durationMs,
        outcome: over ? "dropped" : outcome,
      } as const;
      report(onHostCall, error === undefined ? event : { ...event, error });
    }
    return { bytes, fuel: this.#fuel };
  }
}

/** Whether Python prints an error's message so: KeyError's is the repr of what was looked for. */
function isSaid(type: string, message: string, pythonMessage: string): boolean {
  return message === pythonMessage || (type === "KeyError" && message === pythonMessage.slice(1, -1));
}
