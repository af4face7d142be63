import { expect, it, onTestFinished } from "vitest";
import type { ToolItem } from "../shared/api.js";
import { Client, startAgent } from "./support/agent.js";
import { scriptedModel } from "./support/scriptedModel.js";

const CONVERSATIONS = 100;

it("100 conversations at once: each keeps its own variables, and sees its own answers only", async () => {
  const model = await scriptedModel((last, results) =>
    results.length > 0
      ? { text: `answer: ${(results[0] as { value?: string }).value}` }
      : { calls: [{ name: "execute_micropython", args: { python: last } }] },
  );
  onTestFinished(() => model.close());
  const client = await Client.byLink(await startAgent({ modelUrl: model.url }));
  const talk = async (number: number): Promise<void> => {
    const id = await client.newConversation();
    await client.ask(id, `mine = ${number}\nmine`);
    const items = await client.ask(id, "mine * 2");
    const calls = items.filter((item): item is ToolItem => item.type === "tool");
    expect(calls.map(({ output }) => (output as { value: string }).value)).toEqual([
      String(number),
      String(number * 2),
    ]);
    expect(items.flatMap((item) => (item.type === "text" ? [item.text] : []))).toEqual([
      `answer: ${number}`,
      `answer: ${number * 2}`,
    ]);
  };
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, number) => talk(number)));
});
