/**
 * What a program has written, without the middle where it is long: its first and its last characters, and how many there were. Holds at most `maxChars` of them,
 * however much is written.
 */
export class Captured {
  readonly #maxChars: number;
  #head = "";
  #tail = "";
  #length = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  /** A text that is complete already. */
  static of(text: string): Captured {
    const captured = new Captured(text.length);
    captured.write(text);
    return captured;
  }

  write(text: string): void {
    this.#length += text.length;
    const room = this.#maxChars - this.#head.length;
    this.#head += text.slice(0, room);
    const rest = text.slice(room);
    if (rest === "") return;
    this.#tail += rest;
    // Not at each write: a tail that is cut for each line of a long output is copied for each line.
    if (this.#tail.length > 2 * this.#maxChars) this.#tail = this.#tail.slice(-this.#maxChars);
  }

  /** How many characters were written. */
  get length(): number {
    return this.#length;
  }

  /** At most so many characters: all, or head and tail around a line that says how many are missing. */
  toText(maxChars: number): string {
    const all = this.#head + this.#tail;
    if (this.#length <= maxChars) return all;
    const line = (cut: number): string => `\n[… ${cut} characters cut …]\n`;
    const kept = Math.max(0, maxChars - line(this.#length).length);
    const head = withoutHalfAtEnd(all.slice(0, Math.ceil(kept / 2)));
    const tail = withoutHalfAtStart(all.slice(all.length - Math.floor(kept / 2)));
    return `${head}${line(this.#length - head.length - tail.length)}${tail}`;
  }
}

/** What is left of a surrogate pair is no character. */
function withoutHalfAtEnd(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function withoutHalfAtStart(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}

/**
 * How many characters each of several texts may have, where all together may have `total`: short ones are kept whole, and the long ones share evenly what is left.
 *
 * @param lengths of the texts; the answer has their order.
 */
export function shares(lengths: readonly number[], total: number): number[] {
  const given = lengths.map(() => 0);
  const byLength = lengths.map((_, i) => i).toSorted((a, b) => lengths[a]! - lengths[b]!);
  let left = total;
  for (const [rank, i] of byLength.entries()) {
    const share = Math.min(lengths[i]!, Math.floor(left / (byLength.length - rank)));
    given[i] = share;
    left -= share;
  }
  return given;
}
