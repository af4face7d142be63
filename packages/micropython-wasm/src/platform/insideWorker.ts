import type { Platform } from "./platform.js";

/**
 * Takes the place of the platform in the bundles of the workers, which are handed the artifact and start nothing themselves: loading what the main
 * thread needs (HTTP, for one) would cost each worker's start 25 ms.
 */
export const platform = new Proxy({} as Platform, {
  get(_target, name) {
    throw new Error(`a worker has no platform.${String(name)}`);
  },
});
