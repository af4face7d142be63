import { UsageError } from "../errors.js";
import type { RandomOption } from "../host/ambient.js";
import type { Mount } from "../host/files/mounts.js";
import type { NetworkOptions } from "../host/network/options.js";
import { allowOrigin, parseMount, parseVariable } from "./grants.js";
import { parseFuel, parseMemory, parseSeed, parseTimeout } from "./quantities.js";

/** Where the program comes from, and the `sys.argv` that goes with it, as in CPython. */
export type Program =
  | { kind: "code"; code: string; argv: string[] }
  | { kind: "file"; path: string; argv: string[] }
  | { kind: "stdin"; argv: string[] }
  | { kind: "repl"; argv: string[] };

export interface CliOptions {
  memoryBytes?: number;
  fuel?: number;
  timeoutMs?: number;
  files?: Record<string, Mount>;
  network?: NetworkOptions;
  env?: Record<string, string>;
  random?: RandomOption;
  stats: boolean;
  json: boolean;
}

export type Command = { kind: "help" } | { kind: "version" } | { kind: "run"; program: Program; options: CliOptions };

/**
 * Reads the command line. As in CPython, options end where the program begins: what follows `-c CODE`, a file or `-` is the
 * program's own.
 *
 * @param stdinIsTerminal asked where no program is named: a terminal gets a REPL, from anything else the program is read.
 * @throws {UsageError} one line that names the argument.
 */
export function parseArguments(args: readonly string[], stdinIsTerminal: () => boolean): Command {
  const options: CliOptions = { stats: false, json: false };
  let at = 0;
  const run = (program: Program): Command => ({ kind: "run", program, options });
  while (at < args.length) {
    const arg = args[at++]!;
    if (arg === "--") break;
    if (arg === "-h" || arg === "--help") return { kind: "help" };
    if (arg === "-V" || arg === "--version") return { kind: "version" };
    if (arg === "-c") {
      const code = args[at++];
      if (code === undefined) throw new UsageError("-c needs the code to run as the next argument");
      return run({ kind: "code", code, argv: ["-c", ...args.slice(at)] });
    }
    if (arg === "-") return run({ kind: "stdin", argv: ["-", ...args.slice(at)] });
    if (!arg.startsWith("-")) return run({ kind: "file", path: arg, argv: args.slice(at - 1) });
    at += readOption(arg, args[at], options);
  }
  const path = args[at];
  if (path !== undefined) return run({ kind: "file", path, argv: args.slice(at) });
  if (!stdinIsTerminal()) return run({ kind: "stdin", argv: [""] });
  if (options.json) throw new UsageError("--json needs a program: -c CODE, a file, or -");
  return run({ kind: "repl", argv: [""] });
}

/** Gives how many further arguments the option has used. */
function readOption(arg: string, next: string | undefined, options: CliOptions): 0 | 1 {
  const equals = arg.indexOf("=");
  const name = equals < 0 ? arg : arg.slice(0, equals);
  const attached = equals < 0 ? undefined : arg.slice(equals + 1);
  const value = (): string => {
    const text = attached ?? next;
    if (text === undefined) throw new UsageError(`${name} needs a value`);
    return text;
  };
  const used = attached === undefined ? 1 : 0;
  switch (name) {
    case "--memory":
      options.memoryBytes = parseMemory(value());
      return used;
    case "--fuel":
      options.fuel = parseFuel(value());
      return used;
    case "--timeout":
      options.timeoutMs = parseTimeout(value());
      return used;
    case "--allow-read":
    case "--allow-write": {
      const { at, mount } = parseMount(name, value());
      if (options.files?.[at] !== undefined)
        throw new UsageError(`${name}: there is already something at ${printable(at)}`);
      options.files = { ...options.files, [at]: mount };
      return used;
    }
    case "--allow-net":
      options.network = allowOrigin(options.network, value());
      return used;
    case "--env": {
      const [variable, text] = parseVariable(value());
      options.env = { ...options.env, [variable]: text };
      return used;
    }
    case "--seed":
      options.random = { seed: parseSeed(value()) };
      return used;
    case "--stats":
    case "--json":
      if (attached !== undefined) throw new UsageError(`${name} takes no value`);
      options[name === "--stats" ? "stats" : "json"] = true;
      return 0;
    default:
      throw new UsageError(`unknown option ${printable(name)}; see --help`);
  }
}

/** An argument in a message: on one line, without control characters, not endless. */
function printable(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
