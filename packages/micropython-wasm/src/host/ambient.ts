import { UsageError } from "../errors.js";

/** Where the guest's random numbers come from: the system, or a seed that makes them the same in every run. Default "system". */
export type RandomOption = "system" | { seed: number | bigint };

/**
 * What time the guest reads. Default "real". `fixed` never moves; with `start` and `step` every reading moves the clock by `step`
 * milliseconds, and `time.sleep` by its duration. Numbers are milliseconds since 1970. With a clock that is not real, sleeping takes no time.
 */
export type ClockOption = "real" | { fixed: Date | number } | { start: Date | number; step: number };

export interface AmbientOptions {
  random?: RandomOption;
  clock?: ClockOption;
}

/** What of it changes as the guest runs, and so belongs to a checkpoint. */
export interface AmbientState {
  /** The generator's four words; all zero for the system's random numbers. */
  random: readonly number[];
  /** What the clock shows, in milliseconds since 1970. Of no meaning for the real one. */
  clockMs: number;
}

/** What the guest sees of the world without asking the host: a clock and random numbers, both real or both made to repeat. */
export class Ambient {
  readonly seeded: boolean;
  /** Whether sleeping takes time. */
  readonly realTime: boolean;
  readonly #stepMs: number;
  readonly #advances: boolean;
  #clockMs: number;
  #random: Uint32Array;

  /** @throws {UsageError} naming the option. */
  constructor({ random = "system", clock = "real" }: AmbientOptions) {
    this.seeded = random !== "system";
    this.#random = random === "system" ? new Uint32Array(4) : expandSeed(checkSeed(random));
    this.realTime = clock === "real";
    const { startMs, stepMs, advances } = checkClock(clock);
    this.#clockMs = startMs;
    this.#stepMs = stepMs;
    this.#advances = advances;
  }

  randomU32(): number {
    return this.seeded ? xoshiro128(this.#random) : crypto.getRandomValues(new Uint32Array(1))[0]!;
  }

  /** Milliseconds since 1970. */
  readClockMs(): number {
    if (this.realTime) return Date.now();
    const now = this.#clockMs;
    this.#clockMs += this.#stepMs;
    return now;
  }

  /** Milliseconds since 1970, without moving the clock. */
  get clockMs(): number {
    return this.realTime ? Date.now() : this.#clockMs;
  }

  /** What sleeping does where it takes no time. */
  skip(durationMs: number): void {
    if (this.#advances && durationMs > 0) this.#clockMs += durationMs;
  }

  get state(): AmbientState {
    return { random: [...this.#random], clockMs: this.#clockMs };
  }

  set state({ random, clockMs }: AmbientState) {
    if (this.seeded) this.#random = Uint32Array.from(random);
    if (!this.realTime) this.#clockMs = clockMs;
  }
}

function checkSeed(random: unknown): bigint {
  const seed = typeof random === "object" && random !== null ? (random as { seed?: unknown }).seed : undefined;
  if (typeof seed === "bigint" || (typeof seed === "number" && Number.isSafeInteger(seed))) return BigInt(seed);
  throw new UsageError('random must be "system" or { seed }, with a whole number or a bigint as the seed');
}

function checkClock(clock: unknown): { startMs: number; stepMs: number; advances: boolean } {
  if (clock === "real") return { startMs: 0, stepMs: 0, advances: false };
  if (typeof clock === "object" && clock !== null) {
    const { fixed, start, step } = clock as Record<string, unknown>;
    const startMs = milliseconds(fixed ?? start);
    if (Number.isFinite(startMs)) {
      if (fixed !== undefined && start === undefined && step === undefined)
        return { startMs, stepMs: 0, advances: false };
      if (fixed === undefined && typeof step === "number" && Number.isFinite(step) && step >= 0)
        return { startMs, stepMs: step, advances: true };
    }
  }
  throw new UsageError(
    'clock must be "real", { fixed } or { start, step }, with a Date or milliseconds since 1970, and a step of 0 milliseconds or more',
  );
}

function milliseconds(time: unknown): number {
  if (time instanceof Date) return time.getTime();
  return typeof time === "number" ? time : Number.NaN;
}

/** Four words from one seed, by SplitMix64 (Steele, Lea and Flood, 2014): they are never all zero. */
function expandSeed(seed: bigint): Uint32Array {
  const words = new BigUint64Array(2);
  for (let i = 0; i < 2; i++) {
    let word = BigInt.asUintN(64, seed + BigInt(i + 1) * 0x9e3779b97f4a7c15n);
    word = BigInt.asUintN(64, (word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n);
    word = BigInt.asUintN(64, (word ^ (word >> 27n)) * 0x94d049bb133111ebn);
    words[i] = word ^ (word >> 31n);
  }
  return new Uint32Array(words.buffer);
}

/** The next number of xoshiro128** (Blackman and Vigna, 2018). */
function xoshiro128(state: Uint32Array): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number];
  const rotated = Math.imul(b, 5);
  const result = Math.imul((rotated << 7) | (rotated >>> 25), 9) >>> 0;
  const mixed = c ^ a;
  const last = d ^ b;
  state[1] = b ^ mixed;
  state[0] = a ^ last;
  state[2] = mixed ^ (b << 9);
  state[3] = (last << 11) | (last >>> 21);
  return result;
}
