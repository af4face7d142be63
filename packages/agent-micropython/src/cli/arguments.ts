import { parseArgs } from "node:util";
import { UsageError } from "micropython-wasm";

/** `agent-micropython mcp`. */
export interface McpCommand {
  kind: "mcp";
  /** SQLite files, as they were given. */
  files: string[];
  /** The configuration file. */
  config: string | undefined;
  /** Undefined for stdio. */
  http: HttpArguments | undefined;
}

interface HttpArguments {
  port: number;
  host: string | undefined;
  tokenEnv: string | undefined;
  allowedHosts: string[];
}

export type Command = { kind: "help" } | { kind: "version" } | McpCommand;

const options = {
  db: { type: "string", multiple: true },
  config: { type: "string" },
  http: { type: "string" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  "token-env": { type: "string" },
  version: { type: "boolean", short: "V" },
  help: { type: "boolean", short: "h" },
} as const;

/** @throws {UsageError} one line that names the argument. */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [command, ...more] = positionals;
  if (command !== "mcp")
    throw new UsageError(
      `${command === undefined ? "say what to do" : `there is no command ${show(command)}`}: agent-micropython mcp; see --help`,
    );
  if (more.length > 0)
    throw new UsageError(`${show(more[0]!)} is one argument too many; a database is given with --db`);
  const { db: files = [], config, http, host, "token-env": tokenEnv, "allow-host": allowedHosts = [] } = values;
  if (http !== undefined)
    return { kind: "mcp", files, config, http: { port: parsePort(http), host, tokenEnv, allowedHosts } };
  for (const name of ["host", "allow-host", "token-env"] as const)
    if (values[name] !== undefined) throw new UsageError(`--${name} has no meaning without --http`);
  return { kind: "mcp", files, config, http: undefined };
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- it is parseArgs' own
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Its first line says what is wrong, the rest how arguments work in general.
    const [reason] = (error as Error).message.split(/\n|\. /, 1);
    throw new UsageError(`${reason}; see --help`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--http must be a port from 0 to 65535; got ${show(text)}`);
}

function show(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
