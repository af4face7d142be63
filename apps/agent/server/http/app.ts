import { Hono } from "hono";
import type { Context } from "hono";
import { getCookie, setCookie, deleteCookie } from "hono/cookie";
import type { SqlDatabases } from "agent-micropython/sql";
import type { Me } from "../../shared/api.js";
import { cookieName } from "../accounts/cookies.js";
import type { Cookies } from "../accounts/cookies.js";
import type { Accounts } from "../accounts/permissions.js";
import type { SignIn } from "../accounts/signIn.js";
import type { Chats } from "../chat/chats.js";
import { modelHelp } from "../chat/models.js";
import type { Config } from "../config.js";
import { HttpError } from "../errors.js";
import type { Playground } from "../python/playground.js";
import type { Store } from "../store/store.js";
import { chatRoutes } from "./chatRoutes.js";
import { databaseRoutes } from "./databaseRoutes.js";
import { page, asset } from "./pages.js";
import { pythonRoutes } from "./pythonRoutes.js";
import { body, headers, knownHost, signedIn } from "./security.js";
import type { Env } from "./security.js";

export interface AppParts {
  config: Config;
  store: Store;
  accounts: Accounts;
  cookies: Cookies;
  signIn: SignIn;
  databases: SqlDatabases;
  chats: Chats;
  playground: Playground;
  /** Values of the Host header that mean this server. */
  hosts: ReadonlySet<string>;
  port: number;
}

/** Everything that the server answers. */
export function createApp(parts: AppParts): Hono<Env> {
  const { config, accounts, cookies, signIn, databases, hosts, port } = parts;
  const name = cookieName(port);
  const app = new Hono<Env>();
  app.use(headers);
  app.use(knownHost(hosts));
  app.onError((error, c) => {
    if (error instanceof HttpError)
      return c.json({ error: error.message, ...(error.hint && { hint: error.hint }) }, error.status);
    process.stderr.write(`${c.req.method} ${c.req.path}: ${error.stack ?? String(error)}\n`);
    return c.json({ error: "Something went wrong in the server; its output says more." }, 500);
  });

  const issue = (c: Context<Env>, actor: string): void =>
    setCookie(c, name, cookies.issue(actor), { httpOnly: true, sameSite: "Lax", path: "/", maxAge: 30 * 24 * 3600 });

  // The link is opened by a person: an answer that is a page.
  app.get("/-/login", async (c) => {
    const actor = signIn.follow(c.req.query("token") ?? "");
    if (actor === undefined) return page(c, 401);
    issue(c, actor);
    return c.redirect("/");
  });
  app.post("/-/login", async (c) => {
    const { token } = (await body(c)) as { token?: unknown };
    const actor = typeof token === "string" ? signIn.actorOf(token) : undefined;
    if (actor === undefined) throw new HttpError(401, "This token is not known here.");
    issue(c, actor);
    return c.json({ ok: true });
  });

  const api = new Hono<Env>();
  api.use(signedIn(cookies, accounts, name));
  api.post("/logout", (c) => {
    cookies.signOut(c.get("cookie"));
    deleteCookie(c, name, { path: "/" });
    return c.json({ ok: true });
  });
  api.get("/me", async (c) => {
    const actor = c.get("actor");
    const names = await databases.list(actor);
    const me: Me = {
      actor,
      csrf: cookies.csrfOf(getCookie(c, name)!),
      agent: accounts.may(actor, "agent"),
      databases: names.map((database) => ({
        name: database,
        sql: accounts.may(actor, "execute-sql", database),
        write: accounts.may(actor, "execute-write-sql", database),
      })),
      models: config.models.map(({ id, label }) => ({ id, label })),
      defaultModel: config.defaultModel ?? null,
      modelHelp,
    };
    return c.json(me);
  });
  api.route("/databases", databaseRoutes(parts));
  api.route("/conversations", chatRoutes(parts));
  api.route("/python", pythonRoutes(parts));
  api.all("*", () => {
    throw new HttpError(404, "There is nothing here.");
  });

  app.route("/api", api);
  app.get("/assets/*", asset);
  app.get("*", (c) => page(c, 200));
  return app;
}
