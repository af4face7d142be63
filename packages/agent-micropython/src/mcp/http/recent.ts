/** Holds at most so many values: one more ends the least recently used. */
export class Recent<T> {
  readonly #values = new Map<string, T>();
  readonly #max: number;
  readonly #evicted: (id: string, value: T) => void;

  constructor(max: number, evicted: (id: string, value: T) => void) {
    this.#max = max;
    this.#evicted = evicted;
  }

  add(id: string, value: T): void {
    this.#values.set(id, value);
    if (this.#values.size <= this.#max) return;
    const [oldest, last] = this.#values.entries().next().value!;
    this.#values.delete(oldest);
    this.#evicted(oldest, last);
  }

  /** Counts as a use. */
  get(id: string): T | undefined {
    const value = this.#values.get(id);
    if (value === undefined) return undefined;
    this.#values.delete(id);
    this.#values.set(id, value);
    return value;
  }

  /** True where it was there. */
  delete(id: string): boolean {
    return this.#values.delete(id);
  }

  takeAll(): [string, T][] {
    const all = [...this.#values];
    this.#values.clear();
    return all;
  }
}
