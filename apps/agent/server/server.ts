import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { PythonTool } from "agent-micropython";
import { SqlDatabases } from "agent-micropython/sql";
import { Cookies } from "./accounts/cookies.js";
import { Accounts } from "./accounts/permissions.js";
import type { Permission } from "./accounts/permissions.js";
import { SignIn } from "./accounts/signIn.js";
import { Chats } from "./chat/chats.js";
import type { Config } from "./config.js";
import { ConfigError } from "./errors.js";
import { createApp } from "./http/app.js";
import { Playground } from "./python/playground.js";
import { Store } from "./store/store.js";
import { chartTool } from "./tools/chartTool.js";
import { databaseTools } from "./tools/databaseTools.js";
import { loadPlugins } from "./tools/plugins.js";
import { pythonTool } from "./tools/pythonTool.js";

export interface ServerOptions {
  config: Config;
  /** Where the application keeps its own database. */
  dataFolder: string;
  host: string;
  /** 0 for any that is free. */
  port: number;
}

export interface RunningServer {
  url: string;
  /** Signs in as root, once. */
  loginUrl: string;
  /** Stops what runs, keeps the interpreters, and lets go of everything. */
  close(): Promise<void>;
}

export async function startServer({ config, dataFolder, host, port }: ServerOptions): Promise<RunningServer> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const store = new Store(join(dataFolder, "agent.db"));
  const accounts = new Accounts(config.grants);
  const databases = new SqlDatabases({
    databases: config.databases,
    permissions: (actor, action, database) =>
      typeof actor === "string" && accounts.may(actor, action satisfies Permission, database),
  });
  const snapshotKey = store.secret("snapshots");
  const python = new PythonTool({
    ...config.settings,
    store: store.snapshots("chat:"),
    snapshotKey,
    hostFunctions: (conversation) => databases.hostFunctions(conversation),
  });
  const tools = [
    ...databaseTools(databases, accounts, store),
    pythonTool(python),
    chartTool(databases),
    ...(await loadPlugins(config.plugins)),
  ];
  const twice = tools.find(({ name }, i) => tools.findIndex((tool) => tool.name === name) !== i);
  if (twice !== undefined) throw new ConfigError(`two tools are called ${twice.name}`);
  const chats = new Chats({ store, config, accounts, tools, python });
  const playground = new Playground(databases, store.snapshots("playground:"), snapshotKey);
  const cookies = new Cookies(store.secret("cookies"), store, config.tokens);
  const signIn = new SignIn(config.tokens);

  const hosts = new Set<string>();
  // The port is known once it listens; the application has to know it.
  const outer = new Hono();
  const server = serve({ fetch: outer.fetch, hostname: host, port }) as Server;
  await once(server, "listening");
  const address = server.address() as { port: number };
  for (const name of new Set(["127.0.0.1", "localhost", "[::1]", host])) {
    hosts.add(`${name}:${address.port}`);
    if (address.port === 80) hosts.add(name);
  }
  outer.route(
    "/",
    createApp({
      config,
      store,
      accounts,
      cookies,
      signIn,
      databases,
      chats,
      playground,
      hosts,
      port: address.port,
    }),
  );
  const url = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${address.port}`;
  return {
    url,
    loginUrl: `${url}/-/login?token=${signIn.link}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      await chats.close();
      await playground.close();
      server.closeAllConnections();
      await Promise.all([closed, python.close()]);
      databases.close();
      store.close();
    },
  };
}
