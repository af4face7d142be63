import { is, isList } from "../sexpr.js";
import type { Module } from "../module.js";

/** Pages at the start: the data, the C and Python stacks and the first piece of heap. The host may ask for no less as a maximum. */
export const INITIAL_PAGES = 35;

/** Imports the memory, so that the engine enforces each instance's own maximum. 65536 pages is the most that any host can give. */
export function importMemory(module: Module): void {
  const index = module.form.findIndex((item) => is(item, "memory"));
  const memory = module.form[index];
  if (!isList(memory)) throw new Error("memory: the module defines none");
  module.form.splice(index, 1);
  module.add(["import", '"host"', '"memory"', ["memory", memory[1]!, String(INITIAL_PAGES), "65536"]]);
}

/** Removes the data segments. */
export function dropData(module: Module): void {
  module.form.splice(0, module.form.length, ...module.form.filter((item) => !is(item, "data")));
}
