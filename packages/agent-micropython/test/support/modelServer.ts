// A model provider on loopback with scripted answers, in the wire formats of OpenAI (Chat Completions and Responses) and Anthropic (Messages).
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the model answers: text, or calls of tools with their arguments. */
export type Turn = string | readonly { readonly name: string; readonly args: unknown }[];

export interface ModelServer {
  readonly url: string;
  /** The bodies of the requests so far. */
  readonly requests: Record<string, unknown>[];
}

/** Ends after the test. A request after the last turn is a 500. */
export async function modelServer(turns: readonly Turn[]): Promise<ModelServer> {
  const requests: Record<string, unknown>[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = JSON.parse(await readBody(request)) as Record<string, unknown>;
    const turn = turns[requests.length];
    requests.push(body);
    const format = formats.get(request.url ?? "");
    if (turn === undefined || format === undefined)
      response.writeHead(500).end(`{"error": {"message": "no turn left"}}`);
    else format(response, turn, body["stream"] === true, requests.length);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests };
}

type Format = (response: ServerResponse, turn: Turn, stream: boolean, number: number) => void;

const formats = new Map<string, Format>([
  ["/v1/chat/completions", chatCompletions],
  ["/v1/responses", responses],
  ["/v1/messages", messages],
]);

function chatCompletions(response: ServerResponse, turn: Turn, stream: boolean, number: number): void {
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  const base = { id: `chatcmpl-${number}`, created: 1_700_000_000, model: "scripted" };
  const calls =
    typeof turn === "string"
      ? undefined
      : turn.map(({ name, args }, index) => ({
          index,
          id: `call_${number}_${index}`,
          type: "function",
          function: { name, arguments: JSON.stringify(args) },
        }));
  const finish_reason = calls ? "tool_calls" : "stop";
  if (!stream) {
    const message = { role: "assistant", content: calls ? null : turn, ...(calls && { tool_calls: calls }) };
    return json(response, {
      ...base,
      object: "chat.completion",
      usage,
      choices: [{ index: 0, message, finish_reason, logprobs: null }],
    });
  }
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...base,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason, logprobs: null }],
  });
  const chunks: object[] = [chunk({ role: "assistant", content: calls ? null : "" })];
  if (typeof turn === "string") chunks.push(...pieces(turn).map((content) => chunk({ content })));
  for (const call of calls ?? []) {
    chunks.push(chunk({ tool_calls: [{ ...call, function: { name: call.function.name, arguments: "" } }] }));
    for (const piece of pieces(call.function.arguments))
      chunks.push(chunk({ tool_calls: [{ index: call.index, function: { arguments: piece } }] }));
  }
  chunks.push(chunk({}, finish_reason), { ...base, object: "chat.completion.chunk", choices: [], usage });
  events(response, [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`), "data: [DONE]\n\n"]);
}

function responses(response: ServerResponse, turn: Turn, stream: boolean, number: number): void {
  const output =
    typeof turn === "string"
      ? [
          {
            id: `msg_${number}`,
            type: "message",
            status: "completed",
            role: "assistant",
            content: [{ type: "output_text", text: turn, annotations: [], logprobs: [] }],
          },
        ]
      : turn.map(({ name, args }, i) => ({
          id: `fc_${number}_${i}`,
          type: "function_call",
          status: "completed",
          call_id: `call_${number}_${i}`,
          name,
          arguments: JSON.stringify(args),
        }));
  const whole = {
    id: `resp_${number}`,
    object: "response",
    created_at: 1_700_000_000,
    status: "completed",
    error: null,
    incomplete_details: null,
    model: "scripted",
    output,
    parallel_tool_calls: true,
    usage: {
      input_tokens: 10,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 5,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 15,
    },
  };
  if (!stream) return json(response, whole);
  const begun = { ...whole, status: "in_progress", output: [], usage: null };
  const list: Record<string, unknown>[] = [
    { type: "response.created", response: begun },
    { type: "response.in_progress", response: begun },
  ];
  for (const [output_index, item] of output.entries()) {
    const at = { item_id: item.id, output_index };
    if ("content" in item) {
      const [part] = item.content;
      const content_index = 0;
      list.push(
        { type: "response.output_item.added", output_index, item: { ...item, status: "in_progress", content: [] } },
        { type: "response.content_part.added", ...at, content_index, part: { ...part, text: "" } },
        ...pieces(part!.text).map((delta) => ({
          type: "response.output_text.delta",
          ...at,
          content_index,
          delta,
          logprobs: [],
        })),
        { type: "response.output_text.done", ...at, content_index, text: part!.text, logprobs: [] },
        { type: "response.content_part.done", ...at, content_index, part },
      );
    } else
      list.push(
        { type: "response.output_item.added", output_index, item: { ...item, status: "in_progress", arguments: "" } },
        ...pieces(item.arguments).map((delta) => ({ type: "response.function_call_arguments.delta", ...at, delta })),
        { type: "response.function_call_arguments.done", ...at, name: item.name, arguments: item.arguments },
      );
    list.push({ type: "response.output_item.done", output_index, item });
  }
  list.push({ type: "response.completed", response: whole });
  named(
    response,
    list.map((event, sequence_number) => ({ ...event, sequence_number })),
  );
}

function messages(response: ServerResponse, turn: Turn, stream: boolean, number: number): void {
  const content =
    typeof turn === "string"
      ? [{ type: "text", text: turn }]
      : turn.map(({ name, args }, i) => ({ type: "tool_use", id: `toolu_${number}_${i}`, name, input: args }));
  const stop_reason = typeof turn === "string" ? "end_turn" : "tool_use";
  const usage = { input_tokens: 10, output_tokens: 5 };
  const whole = {
    id: `msg_${number}`,
    type: "message",
    role: "assistant",
    model: "scripted",
    content,
    stop_reason,
    stop_sequence: null,
    usage,
  };
  if (!stream) return json(response, whole);
  const list: { type: string; [key: string]: unknown }[] = [
    { type: "message_start", message: { ...whole, content: [], stop_reason: null } },
  ];
  for (const [index, block] of content.entries()) {
    const isText = "text" in block;
    const deltas = isText
      ? pieces(block.text).map((text) => ({ type: "text_delta", text }))
      : pieces(JSON.stringify(block.input)).map((partial_json) => ({ type: "input_json_delta", partial_json }));
    list.push(
      { type: "content_block_start", index, content_block: isText ? { ...block, text: "" } : { ...block, input: {} } },
      ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
      { type: "content_block_stop", index },
    );
  }
  list.push({ type: "message_delta", delta: { stop_reason, stop_sequence: null }, usage }, { type: "message_stop" });
  named(response, list);
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function named(response: ServerResponse, list: readonly Record<string, unknown>[]): void {
  events(
    response,
    list.map((event) => `event: ${String(event["type"])}\ndata: ${JSON.stringify(event)}\n\n`),
  );
}

/** Piece by piece, cut where a network might cut. */
function events(response: ServerResponse, parts: readonly string[]): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
  const bytes = Buffer.from(parts.join(""));
  let at = 0;
  const next = (): void => {
    if (response.destroyed) return;
    if (at >= bytes.length) return void response.end();
    response.write(bytes.subarray(at, (at += 997)));
    setImmediate(next);
  };
  next();
}

/** As tokens: a few characters each. */
function pieces(text: string): string[] {
  return text.match(/[^]{1,7}/gu) ?? [];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
