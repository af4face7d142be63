import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The program as npm links it. */
export const bin = fileURLToPath(new URL("../../bin/agent-micropython.js", import.meta.url));

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Starts the real program, with nothing on stdin. */
export function start(args: readonly string[], env: Record<string, string> = {}): Started {
  return spawn(process.execPath, [bin, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
}

export async function cli(
  args: readonly string[],
  env?: Record<string, string>,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const child = start(args, env);
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}
