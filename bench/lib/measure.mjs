import { Child } from "./child.mjs";

const startTimeoutMs = 60_000;
const runTimeoutMs = 120_000;

/**
 * Starts every engine and takes the best time of each program over `rounds`. In each round a program runs on all engines
 * in turn, so that what slows the machine for a while slows all of them.
 *
 * @returns engine id -> { version } or { unavailable }, with `programs`: name -> { milliseconds, fuel } or { error }
 */
export async function measure(engines, programs, { rounds, onRound }) {
  const results = {};
  const children = new Map();
  try {
    for (const { id, command } of engines) {
      const child = new Child(command);
      children.set(id, child);
      const hello = (await child.receive(startTimeoutMs)) ?? { unavailable: "did not start" };
      results[id] = { ...hello, programs: {} };
      if (hello.unavailable !== undefined) {
        child.close();
        children.delete(id);
      }
    }
    const expected = {};
    for (let round = 1; round <= rounds; round++) {
      for (const program of programs) {
        for (const { id, command } of engines) {
          const cells = results[id].programs;
          if (!children.has(id) || cells[program.name]?.error !== undefined) continue;
          const answer = await children.get(id).ask({ source: program.source }, runTimeoutMs);
          if (answer === undefined) {
            children.get(id).close();
            const fresh = new Child(command);
            children.set(id, fresh);
            await fresh.receive(startTimeoutMs);
          }
          cells[program.name] = merge(cells[program.name], judge(answer, expected, program.name));
        }
      }
      onRound(round);
    }
  } finally {
    for (const child of children.values()) child.close();
  }
  return results;
}

/** The first engine that answers says what is right; an engine that prints anything else has failed the program. */
function judge(answer, expected, name) {
  if (answer === undefined) return { error: "died, or took too long" };
  if (answer.error !== undefined) return { error: answer.error };
  expected[name] ??= answer.output;
  if (answer.output !== expected[name])
    return {
      error: `printed ${JSON.stringify(answer.output.slice(0, 80))}, not ${JSON.stringify(expected[name].slice(0, 80))}`,
    };
  return { milliseconds: answer.milliseconds, fuel: answer.fuel };
}

function merge(best, next) {
  if (next.error !== undefined || best === undefined) return next;
  if (best.fuel !== next.fuel) return { error: `used ${next.fuel} units of fuel, then ${best.fuel}` };
  return next.milliseconds < best.milliseconds ? next : best;
}
