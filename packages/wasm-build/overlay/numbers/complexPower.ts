// Powers of complex numbers with whole exponents, by squaring as CPython does it: upstream's logarithm gives (3+4j)**2 other last digits.

import { allocate, binaryOpGeneral } from "../interpreter";
import { intValue } from "../objects";
import { zeroDivisionError, complexType } from "../types";
import { raise } from "../errors/raise";

/** Larger exponents are left to the logarithm. */
const MOST: i32 = 100;

const POWER: u32 = 34; // mp_binary_op_t

/** mp_obj_complex_t: the real part at 8, the imaginary one at 16. */
function newComplex(real: f64, imaginary: f64): usize {
  const object = allocate(24);
  store<usize>(object, complexType());
  store<f64>(object, real, 8);
  store<f64>(object, imaginary, 16);
  return object;
}

/** base ** exponent, where the exponent is a small int. */
export function complex_power(base: usize, exponent: usize): usize {
  const count = intValue(exponent);
  if (count > MOST || count < -MOST) return binaryOpGeneral(POWER, base, exponent);
  let x = load<f64>(base, 8);
  let y = load<f64>(base, 16);
  if (count < 0 && x == 0 && y == 0) raise(zeroDivisionError(), "0.0 to a negative or complex power");
  let real: f64 = 1;
  let imaginary: f64 = 0;
  const size = abs<i32>(count);
  for (let mask = 1; mask <= size; mask <<= 1) {
    if ((size & mask) != 0) {
      const product = real * x - imaginary * y;
      imaginary = real * y + imaginary * x;
      real = product;
    }
    const square = x * x - y * y;
    y = x * y + y * x;
    x = square;
  }
  if (count >= 0) return newComplex(real, imaginary);
  // 1 / (real + imaginary j), scaled by the larger part
  if (abs<f64>(real) >= abs<f64>(imaginary)) {
    const ratio = imaginary / real;
    const by = real + imaginary * ratio;
    return newComplex(1 / by, -ratio / by);
  }
  const ratio = real / imaginary;
  const by = real * ratio + imaginary;
  return newComplex(ratio / by, -1 / by);
}
