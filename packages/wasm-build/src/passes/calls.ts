import { cutCycles, onCycles } from "../cycles.js";
import { waysOut } from "../flow.js";
import { type Module, body } from "../module.js";
import { type List, all, name } from "../sexpr.js";

/** Stands for all indirect calls: each may reach every function in the table. */
const INDIRECT = "(indirect)";

interface PayingCalls {
  /** Functions of which every call pays. */
  entries: Set<string>;
  /** Functions of which calls through the table pay. */
  throughTable: Set<string>;
  /** Functions of which calls by themselves pay. */
  recursive: Set<string>;
}

/**
 * Calls of which every cycle of calls has one, but for the cycles through a function that pays on every way to its return. `paid` are functions known to pay;
 * `rare` are functions that are seldom called and lie on many cycles.
 */
export function payingCalls(module: Module, paid: string[], rare: string[]): PayingCalls {
  const functions = module.functions();
  const pays = alwaysPaying(functions, [...paid, ...rare]);
  const table = new Set(module.table().values());
  const calls = new Map([[INDIRECT, new Set(table)]]);
  for (const func of functions) {
    if (pays.has(name(func))) continue;
    const callees = new Set(all(func, "call").map(name));
    if (all(func, "call_indirect").length > 0) callees.add(INDIRECT);
    calls.set(name(func), callees);
  }

  const cyclic = onCycles(calls);
  const throughTable = new Set([...table].filter((id) => cyclic.has(id)));
  const recursive = new Set([...calls].filter(([id, callees]) => callees.has(id)).map(([id]) => id));
  calls.delete(INDIRECT);
  for (const [id, callees] of calls) callees.delete(id);
  const entries = cutCycles(calls, (id) => id.endsWith(".general"));
  for (const id of rare) if (functions.some((func) => name(func) === id)) entries.add(id);
  return { entries, throughTable, recursive };
}

/** Functions that cannot return without a payment: a way that does not end, or ends in a throw, pays or ends the run. */
function alwaysPaying(functions: List[], known: string[]): Set<string> {
  const pays = new Set(known);
  for (let grew = true; grew;) {
    grew = false;
    for (const func of functions) {
      if (pays.has(name(func))) continue;
      const ways = waysOut(body(func), (node) => node[0] === "call" && pays.has(name(node)));
      if (ways.get("return") === false || ways.get("end") === false) continue;
      pays.add(name(func));
      grew = true;
    }
  }
  return pays;
}
