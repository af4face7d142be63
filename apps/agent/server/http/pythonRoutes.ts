import { Hono } from "hono";
import { stream } from "hono/streaming";
import { z } from "zod";
import type { PythonEvent } from "../../shared/api.js";
import { HttpError } from "../errors.js";
import type { AppParts } from "./app.js";
import { parsed } from "./databaseRoutes.js";
import { body, bytes } from "./security.js";
import type { Env } from "./security.js";

const MOST_SNAPSHOT_BYTES = 32 * 1024 * 1024;

const run = z.object({
  code: z.string().max(1_000_000),
  fuel: z.number().optional(),
  timeoutMs: z.number().optional(),
});

/** The playground: every actor has one interpreter. */
export function pythonRoutes({ playground }: AppParts): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get("/state", (c) => c.json(playground.state(c.get("actor"))));
  routes.get("/available", async (c) => c.json(await playground.available(c.get("actor"))));

  routes.post("/run", async (c) => {
    const { code, fuel, timeoutMs } = parsed(run, await body(c));
    const gone = new AbortController();
    const lines: string[] = [];
    let wake = (): void => {};
    const tell = (event: PythonEvent): void => {
      lines.push(`${JSON.stringify(event)}\n`);
      wake();
    };
    const request = { code, ...(fuel !== undefined && { fuel }), ...(timeoutMs !== undefined && { timeoutMs }) };
    let over = false;
    let failure: unknown;
    const running = playground
      .run(c.get("actor"), request, tell, gone.signal)
      .catch((error: unknown) => (failure = error))
      .finally(() => {
        over = true;
        wake();
      });
    // What is refused at once is an answer with a status of its own.
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 5))]);
    if (failure instanceof HttpError) throw failure;
    c.header("Content-Type", "application/x-ndjson; charset=utf-8");
    return stream(c, async (out) => {
      out.onAbort(() => {
        gone.abort();
        wake();
      });
      while (!out.aborted) {
        if (lines.length > 0) await out.write(lines.splice(0).join(""));
        else if (over) break;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
      if (failure !== undefined && !out.aborted) await out.write(`${JSON.stringify(failed(failure))}\n`);
    });
  });

  routes.post("/stop", (c) => {
    playground.stop(c.get("actor"));
    return c.json({ ok: true });
  });
  routes.post("/reset", async (c) => {
    await playground.reset(c.get("actor"));
    return c.json({ ok: true });
  });

  routes.get("/snapshot", async (c) => {
    const snapshot = await playground.snapshot(c.get("actor"));
    return c.body(new Uint8Array(snapshot), 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": 'attachment; filename="python.snapshot"',
    });
  });
  routes.post("/snapshot", async (c) => {
    await playground.restore(c.get("actor"), await bytes(c, MOST_SNAPSHOT_BYTES));
    return c.json({ ok: true });
  });

  return routes;
}

function failed(error: unknown): PythonEvent {
  const message = error instanceof Error ? error.message : String(error);
  return {
    event: "end",
    error: { type: "Error", message },
    state: "kept",
    fuelUsed: 0,
    durationMs: 0,
    memoryBytes: 0,
    stdoutTruncated: false,
  };
}
