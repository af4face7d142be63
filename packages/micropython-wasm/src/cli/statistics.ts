import type { PartialResult } from "../result.js";

/** The line that --stats prints. NaN stands where the worker had to be killed: nobody knows then. */
export function statistics({ fuelUsed, fuelRemaining, durationMs, memoryBytes }: PartialResult): string {
  if (Number.isNaN(fuelUsed)) return "fuel, time and memory unknown\n";
  const limit = fuelRemaining === Infinity ? "" : ` of ${fuelUsed + fuelRemaining}`;
  return `fuel ${fuelUsed}${limit}, time ${durationMs.toFixed(1)} ms, memory ${memoryBytes} bytes\n`;
}
