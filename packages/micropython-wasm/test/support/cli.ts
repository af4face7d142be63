import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The program as npm links it. */
export const bin = fileURLToPath(new URL("../../bin/micropython-wasm.cjs", import.meta.url));

export interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export type Started = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the real program in a process of its own. */
export function start(args: readonly string[]): Started {
  return spawn(process.execPath, [bin, ...args], { stdio: "pipe" });
}

/** Runs the real program to its end. */
export async function cli(args: readonly string[], stdin: string | Uint8Array = ""): Promise<Ended> {
  const child = start(args);
  // A program that never reads its input closes the pipe first; that is no failure of the test.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return ended(child);
}

export async function ended(child: Started): Promise<Ended> {
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}
