// The program behind bin/micropython-agent.js.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadConfig } from "./config.js";
import { ConfigError } from "./errors.js";
import { makeSample } from "./sample.js";
import { startServer } from "./server.js";

const help = `micropython-agent [FILE.db ...] [options]

Serves a page on this machine to talk with an agent about SQLite databases, with sandboxed Python at hand.

  --sample         make and serve a sample database
  --config FILE    models, actors, settings (default: agent.yaml, where there is one)
  --port PORT      default 8620; 0 for any that is free
  --data FOLDER    where conversations are kept (default: .micropython-agent)
  --help, --version
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: "boolean", default: false },
      config: { type: "string" },
      port: { type: "string", default: "8620" },
      data: { type: "string", default: ".micropython-agent" },
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  if (values.version) return void process.stdout.write("micropython-agent 0.1.0\n");
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`--port must be a number from 0 to 65535; got ${JSON.stringify(values.port)}`);
  const dataFolder = resolve(values.data);
  const files = [...positionals];
  if (values.sample) files.push(makeSample(join(dataFolder, "sample.db")));
  const config = loadConfig(
    { databases: files, config: values.config ?? (existsSync("agent.yaml") ? "agent.yaml" : undefined) },
    process.env,
  );
  const server = await startServer({ config, dataFolder, host: "127.0.0.1", port });
  process.stdout.write(
    `micropython-agent serves ${Object.keys(config.databases).join(", ") || "no databases yet"}\nSign in (works once): ${server.loginUrl}\n`,
  );
  const stop = (): void => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function fail(error: unknown): void {
  const usage =
    error instanceof ConfigError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS") === true;
  const inUse = (error as { code?: string }).code === "EADDRINUSE";
  const message = inUse
    ? "the port is in use: choose another with --port"
    : usage
      ? (error as Error).message
      : ((error as Error).stack ?? String(error));
  process.stderr.write(`micropython-agent: ${message}\n`);
  process.exit(usage || inUse ? 2 : 1);
}

main().catch(fail);
