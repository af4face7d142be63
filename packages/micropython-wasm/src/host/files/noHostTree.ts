import { UsageError } from "../../errors.js";
import type { HostTreeOptions } from "./hostTree.js";
import type { Tree } from "./tree.js";

/** A browser has no files of a host's. */
export function openHostTree({ kind }: HostTreeOptions, _used: Float64Array): Tree {
  throw new UsageError(`a ${kind} can only be mounted in Node; in a browser only memory() can`);
}
