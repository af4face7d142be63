// Plays one case of suite.ts against one form of the interpreter. It runs in Node and in a page alike, so it imports nothing but types.
import type { AmbientOptions, Limits, OnOutputLimit, OnTrap, PartialResult, RunResult, Value } from "micropython-wasm";

/** What every form of the interpreter is made with. */
export interface Options extends Partial<Limits>, AmbientOptions {
  onOutputLimit?: OnOutputLimit;
  onTrap?: OnTrap;
}

interface RunOptions extends Partial<Limits> {
  filename?: string;
  onOutputLimit?: OnOutputLimit;
}

interface Key {
  key?: Uint8Array;
}

/** What Interpreter and Session have in common, but for the promises. */
interface Subject {
  run(source: string | Uint8Array, options?: RunOptions & { signal?: AbortSignal }): RunResult | Promise<RunResult>;
  call(name: string, args?: readonly unknown[], kwargs?: { [name: string]: unknown }): RunResult | Promise<RunResult>;
  set(name: string, value: unknown): void | Promise<void>;
  get(name: string): Value | Promise<Value>;
  snapshot(options?: Key): Promise<Uint8Array>;
  fork(): Subject | Promise<Subject>;
  reset(): void | Promise<void>;
  close(): void | Promise<void>;
}

interface Listeners {
  onStdout(text: string): void;
  onStderr(text: string): void;
}

/** The class `Interpreter` or `Session`. */
export interface Form {
  create(options: Options & Listeners): Promise<Subject>;
  restore(bytes: Uint8Array, options: Options & Listeners & Key): Promise<Subject>;
}

/** What a step shows. */
export interface Seen extends Partial<PartialResult> {
  value?: unknown;
  repr?: string | undefined;
  /** What the listeners heard: pieces as they came, joined. */
  heard?: { stdout: string; stderr: string };
  /** Every field of the error, and its class's name. */
  error?: Record<string, unknown>;
}

export type Step = { gives?: Seen } & (
  | { run: string | Uint8Array; with?: RunOptions; abort?: "at the first output" }
  | { call: string; args?: unknown[]; kwargs?: { [name: string]: unknown } }
  | { set: string; to: unknown }
  | { get: string }
  | { next: "fork" | "reset" | "close" }
  /** Goes on with a restored copy. `flip` is the index of a byte of the snapshot that is changed, from its end where negative. */
  | { next: "restore"; sealed?: Key; with?: Options & Key; flip?: number }
);

export interface Case {
  name: string;
  /** What only some forms can do: be aborted from outside; let a program that recurses too deep reach the end of the thread's own stack. */
  needs?: "abort" | "small stack";
  options?: Options;
  steps: Step[];
}

/** What each step showed. Ends early where an unexpected error leaves nothing to go on with. */
export async function play(form: Form, { options = {}, steps }: Case): Promise<Seen[]> {
  let heard = { stdout: "", stderr: "" };
  let atOutput = (): void => {};
  const hear = (stream: "stdout" | "stderr", text: string): void => {
    heard[stream] += text;
    atOutput();
  };
  const listeners: Listeners = {
    onStdout: (text) => hear("stdout", text),
    onStderr: (text) => hear("stderr", text),
  };
  let subject = await form.create({ ...options, ...listeners });

  const take = async (step: Step): Promise<Partial<RunResult>> => {
    if ("run" in step) {
      const controller = new AbortController();
      if (step.abort !== undefined) atOutput = () => controller.abort("heard enough");
      return subject.run(step.run, step.abort === undefined ? step.with : { ...step.with, signal: controller.signal });
    }
    if ("call" in step) return subject.call(step.call, step.args, step.kwargs);
    if ("get" in step) return { value: await subject.get(step.get) };
    if ("set" in step) {
      await subject.set(step.set, step.to);
      return {};
    }
    switch (step.next) {
      case "fork": {
        const twin = await subject.fork();
        await subject.close();
        subject = twin;
        break;
      }
      case "restore": {
        const bytes = await subject.snapshot(step.sealed);
        if (step.flip !== undefined) bytes[(step.flip + bytes.length) % bytes.length]! ^= 1;
        const twin = await form.restore(bytes, { ...options, ...step.with, ...listeners });
        await subject.close();
        subject = twin;
        break;
      }
      case "reset":
        await subject.reset();
        break;
      case "close":
        await subject.close();
        break;
    }
    return {};
  };

  const seen: Seen[] = [];
  for (const step of steps) {
    heard = { stdout: "", stderr: "" };
    atOutput = () => {};
    try {
      const result = await take(step);
      seen.push({ ...result, heard });
    } catch (error) {
      const { name, message } = error as Error;
      const { result, ...fields } = error as { result?: PartialResult };
      seen.push({ ...result, heard, error: { ...fields, name, message } });
    }
  }
  await subject.close();
  return seen;
}

/** As JSON can carry it, with what it has no word for under a key of its own: what a page has seen must reach the test. */
export function plain(value: unknown): unknown {
  if (value === undefined) return { $: "undefined" };
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))) return { $: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return { $: "bytes", bytes: [...value] };
  if (value instanceof Set) return { $: "set", items: [...value].map(plain) };
  if (value instanceof Map) return { $: "map", entries: [...value].map(plain) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
