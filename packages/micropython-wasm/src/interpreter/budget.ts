import { Interrupt } from "./interrupt.js";
import { Stop } from "./stop.js";

/** Units between two looks at the clock and the interrupt word: about a millisecond of work. */
const SLICE = 100_000n;

/** What an unlimited run is given: no run uses as much. */
const UNLIMITED = 2n ** 62n;

interface Counters {
  /** What is left, 64 bits: below zero the run is over. Absent in an artifact built without metering. */
  fuel?: WebAssembly.Global;
  /** Where `fuel` is below this, the module lets the host look at the clock. */
  check_at?: WebAssembly.Global;
}

/** A run's fuel and time. The counters are wasm globals, which the guest cannot reach. */
export class Budget {
  #limit = Infinity;
  #given = 0n;
  #checkAt = 0n;
  #deadline = Infinity;
  readonly #counters: Counters;
  readonly #interrupt: Int32Array | undefined;
  readonly #raiseKeyboardInterrupt: () => void;

  constructor(counters: Counters, interrupt: Int32Array | undefined, raiseKeyboardInterrupt: () => void) {
    this.#counters = counters;
    this.#interrupt = interrupt;
    this.#raiseKeyboardInterrupt = raiseKeyboardInterrupt;
  }

  /** `deadline` is a time of performance.now(). */
  begin(fuel: number, deadline: number): void {
    this.#limit = fuel;
    this.#given = fuel === Infinity ? UNLIMITED : BigInt(fuel);
    this.#deadline = deadline;
    this.#left = this.#given;
    this.#nextCheck();
  }

  /** Lets the guest pay for what the host did for it. @throws {Stop} as `check` does. */
  charge(units: number): void {
    this.#left -= BigInt(units);
    if (this.#left < this.#checkAt) this.check();
  }

  /** Ends the run at the next check. */
  abort(): void {
    this.#deadline = -Infinity;
  }

  /** What the module calls now and then. @throws {Stop} where the fuel is used up, the deadline has passed or an abort was asked for. */
  check(): void {
    if (this.exhausted) throw new Stop("fuel");
    this.#nextCheck();
    this.checkTime();
  }

  /** Says whether KeyboardInterrupt is to be raised. @throws {Stop} where the deadline has passed or an abort was asked for. */
  checkTime(): boolean {
    let interrupted = false;
    if (this.#interrupt !== undefined && Atomics.load(this.#interrupt, 0) !== Interrupt.none) {
      const asked = Atomics.exchange(this.#interrupt, 0, Interrupt.none);
      if (asked === Interrupt.abort) throw new Stop("abort");
      this.#raiseKeyboardInterrupt();
      interrupted = true;
    }
    if (performance.now() >= this.#deadline) throw new Stop(this.#deadline === -Infinity ? "abort" : "timeout");
    return interrupted;
  }

  /** Milliseconds until the deadline; Infinity without one. */
  get remainingMs(): number {
    return this.#deadline - performance.now();
  }

  /** Whether more was used than the run was given. */
  get exhausted(): boolean {
    return this.#left < 0n;
  }

  /** Units used since `begin`, at most the limit. */
  get used(): number {
    return Math.min(Number(this.#given - this.#left), this.#limit);
  }

  get #left(): bigint {
    return this.#counters.fuel === undefined ? this.#given : (this.#counters.fuel.value as bigint);
  }

  set #left(fuel: bigint) {
    if (this.#counters.fuel !== undefined) this.#counters.fuel.value = fuel;
  }

  #nextCheck(): void {
    const left = this.#left;
    this.#checkAt = left > SLICE ? left - SLICE : 0n;
    if (this.#counters.check_at !== undefined) this.#counters.check_at.value = this.#checkAt;
  }
}
