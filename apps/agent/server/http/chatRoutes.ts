import { setTimeout as frame } from "node:timers/promises";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import type { ConversationEvent } from "../../shared/api.js";
import { toMarkdown } from "../chat/export.js";
import { HttpError } from "../errors.js";
import type { AppParts } from "./app.js";
import { parsed } from "./databaseRoutes.js";
import { body } from "./security.js";
import type { Env } from "./security.js";

/** So that proxies and browsers do not take a silent stream for a dead one. */
const HEARTBEAT_MS = 15_000;
/** Events that come within so long are sent together: a page draws no more often. */
const FRAME_MS = 25;
/** Events that wait for one reader. */
const MOST_WAITING = 200;

const message = z.object({ text: z.string(), model: z.string().optional() });
const retry = z.object({ model: z.string().optional() });
const title = z.object({ title: z.string() });
const decision = z.object({ approve: z.boolean() });

/** Conversations with the agent, for actors that may use it. */
export function chatRoutes({ chats, accounts, cookies }: AppParts): Hono<Env> {
  const routes = new Hono<Env>();

  routes.use(async (c, next) => {
    if (!accounts.may(c.get("actor"), "agent"))
      throw new HttpError(
        403,
        "You may not use the agent.",
        "Ask whoever runs this server for the permission `agent`.",
      );
    await next();
  });

  routes.get("/", (c) => c.json(chats.list(c.get("actor"))));
  routes.post("/", (c) => c.json(chats.create(c.get("actor")), 201));

  routes.get("/:id", (c) => {
    const conversation = chats.get(c.get("actor"), c.req.param("id"));
    return c.json({ conversation: conversation.summary, items: conversation.items });
  });
  routes.patch("/:id", async (c) => {
    chats.rename(c.get("actor"), c.req.param("id"), parsed(title, await body(c)).title);
    return c.json(chats.get(c.get("actor"), c.req.param("id")).summary);
  });
  routes.delete("/:id", async (c) => {
    await chats.delete(c.get("actor"), c.req.param("id"));
    return c.json({ ok: true });
  });

  routes.get("/:id/events", (c) => {
    const conversation = chats.get(c.get("actor"), c.req.param("id"));
    return streamSSE(c, async (stream) => {
      // Events wait here for a slow reader; one that is far behind gets all anew.
      let queue: ConversationEvent[] = [];
      let wake = (): void => {};
      const stopWatching = conversation.watch((event) => {
        if (queue.length >= MOST_WAITING) queue = [conversation.snapshot];
        else join(queue, event);
        wake();
      });
      const beat = setInterval(() => wake(), HEARTBEAT_MS);
      stream.onAbort(() => {
        stopWatching();
        wake();
      });
      try {
        while (!stream.aborted && cookies.actorOf(c.get("cookie")) !== undefined) {
          const events = queue;
          queue = [];
          const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
          await stream.write(text || ": still here\n\n");
          if (events.at(-1)?.event === "deleted") break;
          if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          if (queue.length > 0) await frame(FRAME_MS);
        }
      } finally {
        clearInterval(beat);
        stopWatching();
      }
    });
  });

  routes.post("/:id/messages", async (c) => {
    const { text, model } = parsed(message, await body(c));
    chats.send(c.get("actor"), c.req.param("id"), text, model);
    return c.json({ ok: true }, 202);
  });
  routes.post("/:id/stop", (c) => {
    chats.stop(c.get("actor"), c.req.param("id"));
    return c.json({ ok: true });
  });
  routes.post("/:id/retry", async (c) => {
    chats.retry(c.get("actor"), c.req.param("id"), parsed(retry, await body(c)).model);
    return c.json({ ok: true }, 202);
  });
  routes.post("/:id/approvals/:item", async (c) => {
    const { approve } = parsed(decision, await body(c));
    chats.decide(c.get("actor"), c.req.param("id"), c.req.param("item"), approve);
    return c.json({ ok: true }, 202);
  });

  routes.get("/:id/export.md", (c) => {
    const conversation = chats.get(c.get("actor"), c.req.param("id"));
    const headers = {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": 'attachment; filename="conversation.md"',
    };
    return c.body(toMarkdown(conversation.summary, conversation.items), 200, headers);
  });
  routes.get("/:id/export.json", (c) => {
    const conversation = chats.get(c.get("actor"), c.req.param("id"));
    const { id, title: name, updatedAt } = conversation.summary;
    const text = JSON.stringify({ id, title: name, updatedAt, items: conversation.items }, null, 2);
    return c.body(text, 200, {
      "Content-Type": "application/json",
      "Content-Disposition": 'attachment; filename="conversation.json"',
    });
  });

  return routes;
}

/** Adds an event to those that wait; more text for what waits already goes to its end. */
function join(queue: ConversationEvent[], event: ConversationEvent): void {
  const last = queue.at(-1);
  const same =
    last !== undefined &&
    (event.event === "delta" || event.event === "printed") &&
    last.event === event.event &&
    last.id === event.id;
  if (same) queue[queue.length - 1] = { ...event, text: last.text + event.text };
  else queue.push(event);
}
