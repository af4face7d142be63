import { SandboxError, SessionPool, UsageError } from "micropython-wasm";
import type { HostFunctions, RunOutcome, Session, SessionPoolMetrics, SnapshotStore } from "micropython-wasm";
import { Captured } from "./captured.js";
import { composeResult } from "./compose.js";
import type { Conversation, HostFunctionsFor } from "./conversation.js";
import { defineTool } from "./definition.js";
import type { ToolDefinition } from "./definition.js";
import { checkInput } from "./input.js";
import type { PythonToolInput } from "./input.js";
import type { PythonToolResult } from "./result.js";
import { resolveSettings } from "./settings.js";
import type { Settings } from "./settings.js";

type Outcome = Pick<RunOutcome, "repr" | "error">;
type Output = Record<"stdout" | "stderr", Captured>;

export interface PythonToolOptions extends Partial<Settings> {
  /** What Python can call: the same for all conversations, or by conversation. Default none. */
  hostFunctions?: HostFunctions | HostFunctionsFor;
  /** Where the interpreters that are not live are kept. Default: in memory, so they end with the process. */
  store?: SnapshotStore;
  /** Signs what is kept there: at least 16 bytes. For a store that others can write to. */
  snapshotKey?: Uint8Array;
}

/** Whose call it is, and what becomes of it meanwhile. */
export interface PythonToolCall {
  /** Names the conversation: calls with the same name share an interpreter, and run one after the other. */
  conversation: string;
  /** For whom it is made: host functions see it as `conversation.actor`. */
  actor?: unknown;
  /** Stops the run; the promise then rejects with AbortedError. */
  signal?: AbortSignal;
  /** Hears what the code prints, while it does. */
  onOutput?: (stream: "stdout" | "stderr", text: string) => void;
}

/**
 * The tool `execute_micropython`: an interpreter for each conversation, at most `maxSessions` of them live. Adapters translate it for a protocol or a framework.
 */
export class PythonTool {
  readonly settings: Settings;
  readonly #definition: ToolDefinition;
  readonly #pool: SessionPool;
  /** Of the calls under way, by conversation. */
  readonly #actors = new Map<string, unknown>();
  /** With `hibernate: false`: whose interpreter has been used, and whose was found to be gone. */
  readonly #begun = new Set<string>();
  readonly #lost = new Set<string>();

  /** @throws {UsageError} naming the setting or host function that is wrong. */
  constructor({ hostFunctions = {}, store, snapshotKey, ...given }: PythonToolOptions = {}) {
    this.settings = resolveSettings(given);
    const { maxSessions, wallClockTimeoutSeconds, memoryBytes, fuel, hibernate, discardOnTrap } = this.settings;
    const functionsFor = typeof hostFunctions === "function" ? hostFunctions : () => hostFunctions;
    this.#definition = defineTool(this.settings, functionsFor({ id: "", actor: undefined }));
    this.#pool = new SessionPool({
      maxLive: maxSessions,
      hibernate,
      ...(store && { store }),
      ...(snapshotKey && { snapshotKey }),
      session: (key) => {
        if (!hibernate && this.#begun.has(key)) this.#lost.add(key);
        return {
          memoryBytes,
          fuel,
          timeoutMs: wallClockTimeoutSeconds * 1_000,
          // What is printed is captured here, head and tail.
          maxOutputBytes: 0,
          // Tables are large; SQL has a limit of its own below this.
          maxHostResultBytes: 4 * 1024 ** 2,
          onTrap: discardOnTrap ? "close" : "restore",
          hostFunctions: functionsFor(this.#conversation(key)),
        };
      },
    });
  }

  /** Name, description and plain JSON Schema of the tool, for any framework. */
  toolDefinition(): ToolDefinition {
    return structuredClone(this.#definition);
  }

  /**
   * Runs code in the conversation's interpreter. What the code did wrong is in the result, also where a limit stopped it.
   *
   * @param input what the model sent.
   * @throws {UsageError} where that, or the call, is not as described.
   * @throws {AbortedError} where the signal fired: the variables are as they were before.
   * @throws {SnapshotStoreError} where the store failed; a later call may succeed.
   * @throws {SessionClosedError} after `close()`.
   */
  async execute(input: PythonToolInput, call: PythonToolCall): Promise<PythonToolResult> {
    const { python, reset_context, show_result } = checkInput(input);
    const { conversation, signal } = call;
    if (typeof conversation !== "string") throw new UsageError("conversation must be a string");
    const { maxOutputChars } = this.settings;
    const output = { stdout: new Captured(maxOutputChars), stderr: new Captured(maxOutputChars) };
    // Asked for in one go, so that no other call of the conversation comes between.
    const cleared = reset_context ? this.end(conversation) : undefined;
    const work = async (session: Session): Promise<Outcome> => {
      await cleared;
      return this.#run(session, python, output, call);
    };
    const ran = this.#pool.use(conversation, work, { signal }).catch(toOutcome);
    const [{ repr, error }] = await Promise.all([ran, cleared]);
    if (error?.state === "closed") this.#begun.delete(conversation);
    if (error?.code === "ABORTED") throw error;
    const lost = this.#lost.delete(conversation);
    return composeResult({ python, ...output, repr, error, show: show_result, lost }, this.settings);
  }

  /** Forgets the conversation and its variables, after the calls that were made earlier. */
  async end(conversation: string): Promise<void> {
    const deleted = this.#pool.delete(conversation);
    this.#begun.delete(conversation);
    await deleted;
  }

  /** Puts the conversation's variables, as they are now, into the store and leaves its interpreter live: they survive the process, however that ends. @throws {SnapshotStoreError} */
  save(conversation: string): Promise<void> {
    return this.#pool.save(conversation);
  }

  /** How many interpreters are live, and what became of the others. */
  get metrics(): SessionPoolMetrics {
    return this.#pool.metrics;
  }

  /** Lets calls under way end, and closes all interpreters; where a `store` was given, into that. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #run(
    session: Session,
    python: string,
    output: Output,
    { conversation, actor, signal, onOutput }: PythonToolCall,
  ): Promise<Outcome> {
    this.#actors.set(conversation, actor);
    if (!this.settings.hibernate) this.#begun.add(conversation);
    const listener = (stream: keyof Output) => (text: string) => {
      output[stream].write(text);
      onOutput?.(stream, text);
    };
    try {
      return await session.run(python, {
        reject: false,
        ...(signal && { signal }),
        onStdout: listener("stdout"),
        onStderr: listener("stderr"),
      });
    } finally {
      this.#actors.delete(conversation);
    }
  }

  #conversation(id: string): Conversation {
    const actors = this.#actors;
    return {
      id,
      get actor() {
        return actors.get(id);
      },
    };
  }
}

/** A conversation whose variables cannot be read back is the model's affair: it can clear them. */
function toOutcome(error: unknown): Outcome {
  if (SandboxError.is(error) && error.code === "SNAPSHOT") return { repr: undefined, error };
  throw error;
}
