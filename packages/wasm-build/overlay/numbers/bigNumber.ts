// Natural numbers of any size up to MOST words, in fixed places of memory: what exact conversions of floats need. The lowest word comes first.

/** Enough for the largest product: 800 digits and a power of two up to 2**1130. */
const MOST: u32 = 160;

/** A number: how many words, and the words. */
@unmanaged
export class BigNumber {
  length: u32;

  @inline
  at(i: u32): usize {
    return changetype<usize>(this) + 4 + (<usize>i << 2);
  }

  set(value: u64): void {
    this.length = 0;
    for (; value != 0; value >>= 32) store<u32>(this.at(this.length++), <u32>value);
  }

  /** this = this * factor + add */
  multiply(factor: u32, add: u32): void {
    let carry = <u64>add;
    const length = this.length;
    for (let i: u32 = 0; i < length; i++) {
      carry += <u64>load<u32>(this.at(i)) * <u64>factor;
      store<u32>(this.at(i), <u32>carry);
      carry >>= 32;
    }
    if (carry != 0) {
      if (length >= MOST) unreachable();
      store<u32>(this.at(length), <u32>carry);
      this.length = length + 1;
    }
  }

  /** this = this * 10 ** power */
  timesPowerOfTen(power: i32): void {
    for (; power >= 9; power -= 9) this.multiply(1000000000, 0);
    if (power > 0) this.multiply(smallPower(power), 0);
  }

  /** this = this * 2 ** bits */
  shift(bits: i32): void {
    const words = <u32>bits >>> 5;
    if (words > 0 && this.length > 0) {
      if (this.length + words > MOST) unreachable();
      memory.copy(this.at(words), this.at(0), <usize>this.length << 2);
      memory.fill(this.at(0), 0, <usize>words << 2);
      this.length += words;
    }
    if ((bits & 31) != 0) this.multiply(1 << (bits & 31), 0);
  }

  /** this = this / divisor; returns the remainder. */
  divide(divisor: u32): u32 {
    let rest: u64 = 0;
    for (let i = this.length; i > 0; i--) {
      rest = (rest << 32) | <u64>load<u32>(this.at(i - 1));
      store<u32>(this.at(i - 1), <u32>(rest / divisor));
      rest %= divisor;
    }
    this.trim();
    return <u32>rest;
  }

  /** Takes the bits from `bit` on away, and returns them: they must fit into 32. */
  takeAbove(bit: u32): u32 {
    const word = bit >>> 5;
    const inside = bit & 31;
    if (this.length <= word) return 0;
    let high = <u64>load<u32>(this.at(word));
    if (this.length > word + 1) high |= <u64>load<u32>(this.at(word + 1)) << 32;
    store<u32>(this.at(word), inside == 0 ? 0 : <u32>high & ((1 << inside) - 1));
    this.length = word + 1;
    this.trim();
    return <u32>(high >> inside);
  }

  private trim(): void {
    while (this.length > 0 && load<u32>(this.at(this.length - 1)) == 0) this.length--;
  }

  compare(other: BigNumber): i32 {
    if (this.length != other.length) return this.length < other.length ? -1 : 1;
    for (let i = this.length; i > 0; i--) {
      const a = load<u32>(this.at(i - 1));
      const b = load<u32>(other.at(i - 1));
      if (a != b) return a < b ? -1 : 1;
    }
    return 0;
  }
}

function smallPower(power: i32): u32 {
  let result: u32 = 1;
  for (; power > 0; power--) result *= 10;
  return result;
}

/** Places for two numbers; nobody keeps one beyond a call. */
export function firstNumber(): BigNumber {
  return changetype<BigNumber>(memory.data(656));
}

export function secondNumber(): BigNumber {
  return changetype<BigNumber>(memory.data(656));
}
