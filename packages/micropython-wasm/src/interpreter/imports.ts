import type { Ambient } from "../host/ambient.js";
import { lowerModule } from "../frontend/frontend.js";
import type { FileSystem } from "../host/files/fileSystem.js";
import { makeSystemCalls } from "../host/files/systemCalls.js";
import type { Budget } from "./budget.js";
import type { HostCalls } from "./hostCalls.js";
import { type Library, serveLibrary } from "./library.js";
import type { Output } from "./output.js";
import { Stop } from "./stop.js";

/** The import `stop` tells why it was called. */
const STOP_STACK = 1;

/** What a write costs: units for each, and the bytes that cost one more. */
const WRITE_UNITS = 16;
const WRITE_BYTES_PER_UNIT = 8;

/** Longest single sleep before the clock is looked at again, in milliseconds. */
const NAP_MS = 50;

/**
 * Everything that the wasm module imports but its memory. The guest may call these with any arguments: numbers are taken as unsigned 32 bits, ranges are
 * checked against the memory as it is now, and bytes are copied once.
 */
export function makeImports(
  memory: WebAssembly.Memory,
  budget: () => Budget,
  {
    ambient,
    files,
    library,
    stdout,
    stderr,
    hostCalls,
  }: { ambient: Ambient; files: FileSystem; library: Library; stdout: Output; stderr: Output; hostCalls: HostCalls },
): Record<string, CallableFunction> {
  const flush = (): void => {
    stdout.flush();
    stderr.flush();
  };
  const charge = (units: number): void => budget().charge(units);
  return {
    stop(reason: number): void {
      if (reason >>> 0 === STOP_STACK) throw new Stop("stack");
      guard(flush);
      budget().check();
    },

    write(fd: number, pointer: number, length: number): void {
      const start = pointer >>> 0;
      const bytes = length >>> 0;
      if (start + bytes > memory.buffer.byteLength) return;
      const output = fd === 2 ? stderr : stdout;
      guard(() => output.write(new Uint8Array(memory.buffer, start, bytes)));
      budget().charge(WRITE_UNITS + Math.floor(bytes / WRITE_BYTES_PER_UNIT));
    },

    clock_ms: (): number => ambient.readClockMs(),

    sleep_ms(duration: number): void {
      guard(flush);
      if (!ambient.realTime) return ambient.skip(duration);
      const end = performance.now() + (Number.isFinite(duration) ? duration : 0);
      for (let left = end - performance.now(); left > 0; left = end - performance.now()) {
        nap(Math.min(left, NAP_MS, budget().remainingMs));
        // KeyboardInterrupt is raised as soon as the guest runs again
        if (budget().checkTime()) return;
      }
    },

    call(request: number): number {
      // what was printed before the call is seen before what the call does
      guard(flush);
      return guard(() => hostCalls.call(memory, request, budget()));
    },

    take: (pointer: number): void => hostCalls.take(memory, pointer),

    random_u32: (): number => ambient.randomU32(),

    file: serveLibrary(library, memory, charge, makeSystemCalls(files, memory, charge, lowerModule)),
  };
}

/** Runs code of the host's; what it throws leaves wasm and is given to the caller of run(). */
function guard<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof Stop ? error : new Stop("host", error);
  }
}

let nobody: Int32Array | undefined;

/** Waits without spinning; where a thread may not wait (a browser's main thread), returns at once. */
function nap(milliseconds: number): void {
  if (milliseconds <= 0) return;
  try {
    // Also where a page has no SharedArrayBuffer, its worker can share memory with nobody.
    nobody ??= new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
    Atomics.wait(nobody, 0, 0, milliseconds);
  } catch {
    // the caller's loop looks at the clock and comes back
  }
}
