import { gcCollectEnd, gcCollectStart, pystackStartAddress, stackPointer } from "./interpreter";

/**
 * Upstream's gc_collect only asks for a collection at the end of the outermost call. This one collects at once: the C stack
 * lies directly below the Python stack, so one scan from the stack pointer up covers both.
 */
export function gc_collect(): void {
  const address = pystackStartAddress();
  const start = load<usize>(address);
  store<usize>(address, stackPointer());
  gcCollectStart();
  gcCollectEnd();
  store<usize>(address, start);
}
