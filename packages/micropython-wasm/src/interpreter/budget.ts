import { Interrupt } from "./interrupt.js";
import { Stop } from "./stop.js";

/** Units between two looks at the clock and the interrupt word: about a millisecond of work. */
const SLICE = 100_000;

/** A run's fuel and time. The guest's counter holds a slice; what is left of the whole stays here, where the guest cannot reach it. */
export class Budget {
  #limit = 0;
  #settled = 0;
  #slice = 0;
  #deadline = Infinity;
  readonly #counter: WebAssembly.Global | undefined;
  readonly #interrupt: Int32Array | undefined;
  readonly #raiseKeyboardInterrupt: () => void;

  /** `counter` is the module's fuel; an artifact built without metering has none. */
  constructor(
    counter: WebAssembly.Global | undefined,
    interrupt: Int32Array | undefined,
    raiseKeyboardInterrupt: () => void,
  ) {
    this.#counter = counter;
    this.#interrupt = interrupt;
    this.#raiseKeyboardInterrupt = raiseKeyboardInterrupt;
  }

  /** `deadline` is a time of performance.now(). */
  begin(fuel: number, deadline: number): void {
    this.#limit = fuel;
    this.#settled = 0;
    this.#deadline = deadline;
    this.#refill();
  }

  /** Lets the guest pay for what the host did for it. @throws {Stop} as `check` does. */
  charge(units: number): void {
    if (this.#counter === undefined) return;
    this.#counter.value = Number(this.#counter.value) - units;
    if (this.#counter.value < 0) this.check();
  }

  /** Ends the run at the next check. */
  abort(): void {
    this.#deadline = -Infinity;
  }

  /** What the module calls when its slice is used up. */
  check(): void {
    this.#settle();
    if (this.#settled > this.#limit) throw new Stop("fuel");
    this.#refill();
    this.checkTime();
  }

  /** @throws {Stop} where the deadline has passed or an abort was asked for. */
  checkTime(): void {
    if (this.#interrupt !== undefined && Atomics.load(this.#interrupt, 0) !== Interrupt.none) {
      const asked = Atomics.exchange(this.#interrupt, 0, Interrupt.none);
      if (asked === Interrupt.abort) throw new Stop("abort");
      this.#raiseKeyboardInterrupt();
    }
    if (performance.now() >= this.#deadline) throw new Stop(this.#deadline === -Infinity ? "abort" : "timeout");
  }

  /** Milliseconds until the deadline; Infinity without one. */
  get remainingMs(): number {
    return this.#deadline - performance.now();
  }

  /** Units used since `begin`, at most the limit. */
  get used(): number {
    const inSlice = this.#counter === undefined ? 0 : this.#slice - Number(this.#counter.value);
    return Math.min(this.#settled + inSlice, this.#limit);
  }

  #settle(): void {
    this.#settled += this.#slice - Number(this.#counter?.value ?? this.#slice);
    this.#slice = 0;
    if (this.#counter !== undefined) this.#counter.value = 0;
  }

  #refill(): void {
    this.#slice = Math.min(SLICE, this.#limit - this.#settled);
    if (this.#counter !== undefined) this.#counter.value = this.#slice;
  }
}
