import { Child } from "./child.mjs";

const startTimeoutMs = 60_000;
const runTimeoutMs = 120_000;

/** How often each program runs on each engine in a round: what an engine compiles, it compiles while the first of them runs. */
const passes = 3;

/**
 * Takes the best time of each program over `rounds`. Each round has processes of its own and begins with another program: where an engine places what it
 * compiles moves a program's time by several percent, and follows from the order. In a round a program runs on all engines in turn, so that what slows the
 * machine for a while slows all of them.
 *
 * @returns engine id -> { version } or { unavailable }, with `programs`: name -> { milliseconds, fuel } or { error }
 */
export async function measure(engines, programs, { rounds, onRound }) {
  const results = {};
  const expected = {};
  for (let round = 1; round <= rounds; round++) {
    const first = (round - 1) % programs.length;
    await measureRound(engines, [...programs.slice(first), ...programs.slice(0, first)], { results, expected });
    onRound(round);
  }
  return results;
}

async function measureRound(engines, programs, { results, expected }) {
  const children = new Map();
  const start = async ({ id, command }) => {
    const child = new Child(command);
    children.set(id, child);
    const hello = (await child.receive(startTimeoutMs)) ?? { unavailable: "did not start" };
    results[id] ??= { ...hello, programs: {} };
    if (hello.unavailable === undefined) return;
    child.close();
    children.delete(id);
  };
  try {
    for (const engine of engines) if (results[engine.id]?.unavailable === undefined) await start(engine);
    for (let pass = 0; pass < passes; pass++) {
      for (const program of programs) {
        for (const engine of engines) {
          const cells = results[engine.id].programs;
          if (!children.has(engine.id) || cells[program.name]?.error !== undefined) continue;
          const answer = await children.get(engine.id).ask({ source: program.source }, runTimeoutMs);
          if (answer === undefined) {
            children.get(engine.id).close();
            await start(engine);
          }
          cells[program.name] = merge(cells[program.name], judge(answer, expected, program.name));
        }
      }
    }
  } finally {
    for (const child of children.values()) child.close();
  }
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
