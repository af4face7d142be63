import { decode } from "./decode";
import { call, take } from "./host";
import { allocate } from "../interpreter";

/** The builtin `__host__`: asks the host, and gives its answer. Both sides are plain data. */
export function host_call(request: usize): usize {
  const length = call(request);
  const bytes = allocate(max(length, 1));
  take(bytes);
  return decode(bytes, length);
}
