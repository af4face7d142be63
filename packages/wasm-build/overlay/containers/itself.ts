// The repr of lists and dicts that hold themselves. Those that are being printed are noted, with the C stack's height: what stands below the present height was left by an exception.

import { dictPrintGeneral, listPrintGeneral, printed, printText, stackPointer } from "../interpreter";
import { dict_itself, list_itself } from "../texts";

/** Of containers in containers deeper than this it is not noticed. */
const MOST: u32 = 32;

/** Notes a container; false where it is being printed already. */
function enter(container: usize): bool {
  const here = stackPointer();
  const list = printed();
  let count = min(load<u32>(list), MOST);
  while (count > 0 && load<usize>(list + (<usize>count << 3)) <= here) count--;
  for (let i: u32 = 0; i < count; i++) if (load<usize>(list + (<usize>i << 3), 4) == container) return false;
  if (count < MOST) {
    store<usize>(list + (<usize>count << 3), container, 4);
    store<usize>(list + (<usize>count << 3), here, 8);
    count++;
  }
  store<u32>(list, count);
  return true;
}

function leave(container: usize): void {
  const list = printed();
  const count = min(load<u32>(list), MOST);
  if (count > 0 && load<usize>(list + (<usize>count << 3) - 4) == container) store<u32>(list, count - 1);
}

/** The print slot of list. */
export function list_print(print: usize, list: usize, kind: u32): void {
  if (!enter(list)) return printText(print, list_itself(), 5);
  listPrintGeneral(print, list, kind);
  leave(list);
}

/** The print slot of dict. */
export function dict_print(print: usize, dict: usize, kind: u32): void {
  if (!enter(dict)) return printText(print, dict_itself(), 5);
  dictPrintGeneral(print, dict, kind);
  leave(dict);
}
