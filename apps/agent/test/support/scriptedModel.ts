// A model's provider on loopback that speaks OpenAI's streaming protocol. What it answers is decided by a function, from the conversation so far.
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Message {
  role: "system" | "user" | "assistant" | "tool";
  content: string;
}

export interface Turn {
  thinking?: string;
  text?: string;
  calls?: readonly { name: string; args: unknown; rawArguments?: string }[];
  /** Why it ends; default as usual. */
  finish?: string;
  /** Says its text again and again, until nobody listens. */
  endless?: boolean;
  /** Milliseconds between the pieces. */
  delayMs?: number;
  /** Instead of an answer. */
  status?: number;
  raw?: string;
  hang?: boolean;
}

export interface ScriptedModel {
  readonly url: string;
  readonly requests: { messages: Message[]; tools?: { function: { name: string } }[] }[];
  close(): Promise<void>;
}

/** @param decide what to answer; `results` are what the tools have answered since the last message of the person, parsed. */
export async function scriptedModel(
  decide: (last: string, results: unknown[], messages: Message[]) => Turn,
): Promise<ScriptedModel> {
  const requests: ScriptedModel["requests"] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      requests.push(body);
      const user = body.messages.findLastIndex(({ role }) => role === "user");
      const results = body.messages
        .slice(user + 1)
        .filter(({ role }) => role === "tool")
        .map(({ content }) => JSON.parse(content) as unknown);
      return send(response, decide(text(body.messages[user]!), results, body.messages));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function text({ content }: Message): string {
  return typeof content === "string" ? content : (content as { text: string }[]).map((part) => part.text).join("");
}

async function send(
  response: ServerResponse,
  { thinking, text: said, calls, finish, endless, delayMs, status, raw, hang }: Turn,
): Promise<void> {
  if (hang) return;
  if (status !== undefined)
    return void response
      .writeHead(status, { "content-type": "application/json" })
      .end(JSON.stringify({ error: { message: "scripted failure" } }));
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (raw !== undefined) return void response.end(raw);
  const chunk = (delta: object, finish_reason: string | null = null): object => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: "scripted",
    choices: [{ index: 0, delta, finish_reason }],
  });
  const chunks: object[] = [chunk({ role: "assistant", content: "" })];
  for (const piece of pieces(thinking)) chunks.push(chunk({ reasoning_content: piece }));
  for (const piece of pieces(said)) chunks.push(chunk({ content: piece }));
  for (const [index, { name, args, rawArguments }] of (calls ?? []).entries()) {
    chunks.push(
      chunk({ tool_calls: [{ index, id: `call_${index}`, type: "function", function: { name, arguments: "" } }] }),
    );
    for (const piece of pieces(rawArguments ?? JSON.stringify(args)))
      chunks.push(chunk({ tool_calls: [{ index, function: { arguments: piece } }] }));
  }
  chunks.push(chunk({}, finish ?? (calls === undefined ? "stop" : "tool_calls")));
  chunks.push({ ...chunk({}), choices: [], usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 } });
  const write = async (data: object): Promise<void> => {
    response.write(`data: ${JSON.stringify(data)}\n\n`);
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
  };
  if (endless) while (!response.destroyed) for (const piece of pieces(said)) await write(chunk({ content: piece }));
  for (const data of chunks) {
    if (response.destroyed) return;
    await write(data);
  }
  response.end("data: [DONE]\n\n");
}

function pieces(whole: string | undefined): string[] {
  return whole?.match(/[^]{1,9}/gu) ?? [];
}

async function read(request: IncomingMessage): Promise<ScriptedModel["requests"][number]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as ScriptedModel["requests"][number];
}
