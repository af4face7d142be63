import { bounded, setupCodeStateGeneral } from "./interpreter";

/** mp_code_state_t: fun_bc, ip, sp, n_state, exc_sp_idx, old_globals, state. The stack pointer is that of the last word taken. */
const IP: usize = 4;
const SP: usize = 8;
const HANDLERS: usize = 14;
const STATE: usize = 20;

/** mp_obj_fun_bc_t */
const BYTECODE: usize = 12;

/**
 * mp_setup_code_state: what most calls need of it. The function has up to three parameters, without defaults, stars and cells, and each is given by its position.
 * See MP_BC_PRELUDE_SIG_DECODE_INTO and MP_BC_PRELUDE_SIZE_DECODE_INTO of py/bc.h, 1.27.
 */
export function setup_code_state(code: usize, count: u32, keywords: u32, args: usize): void {
  const prelude = load<usize>(load<usize>(code), BYTECODE);
  // one byte: the top bit would say that more follow
  const signature = <u32>load<u8>(prelude);
  // one byte, or two: bytes of information, and in the lowest bits the number of cells
  const size = <u32>load<u8>(prelude, 1);
  const more: u32 = size >= 0x80 ? load<u8>(prelude, 2) : 0;
  // where more of the signature follows, its first byte can be as large as the number of arguments
  if (keywords != 0 || signature >= 0x80 || (signature & 3) != count || ((size | more) & 1) != 0 || more >= 0x80) {
    setupCodeStateGeneral(code, count, keywords, args);
    return;
  }
  const information = ((size >>> 1) & 63) | ((more >>> 1) << 6);
  store<usize>(code, prelude + (size >= 0x80 ? 3 : 2) + information, IP);
  store<usize>(code, code + STATE - 4, SP);
  store<u16>(code, 0, HANDLERS);
  const words = (signature >>> 3) + 1;
  let at = code + STATE;
  const end = at + (<usize>words << 2);
  for (; at < end; at += 4) {
    bounded(); // by 16
    store<usize>(at, 0);
  }
  // the first argument comes last
  for (let i: u32 = 0; i < count; i++) {
    bounded(); // by 3
    at -= 4;
    store<usize>(at, load<usize>(args + (<usize>i << 2)));
  }
}
