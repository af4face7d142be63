/**
 * The process that holds one engine: `node serve.mjs ENGINE [BUILD]`. It answers each line of JSON on stdin with one on
 * stdout, so that the bench can interleave engines that never share a process.
 */
import { createInterface } from "node:readline";

const [name, build] = process.argv.slice(2);
const answer = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

/** @param {unknown} error one line that says why, without a stack */
function reason(error) {
  const lines = String(error?.message ?? error)
    .trim()
    .split("\n");
  return (lines.at(-1) ?? "").slice(0, 160);
}

async function measure(engine, source) {
  const prepared = await engine.prepare();
  try {
    const start = performance.now();
    prepared.run(source);
    const milliseconds = performance.now() - start;
    return { milliseconds, output: prepared.output(), fuel: prepared.fuel?.() };
  } catch (error) {
    return { error: reason(error) };
  } finally {
    prepared.close?.();
  }
}

try {
  const { open } = await import(`./${name}.mjs`);
  const engine = await open(build);
  answer({ version: engine.version });
  for await (const line of createInterface({ input: process.stdin })) {
    answer(await measure(engine, JSON.parse(line).source));
  }
} catch (error) {
  answer({ unavailable: reason(error) });
}
