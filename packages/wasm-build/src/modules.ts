/** Modules of upstream's that would hand the guest the host's JavaScript, or raw memory. */
const REMOVED = ["js", "jsffi", "uctypes"];

/** Modules that upstream finds before it looks for files of that name: the library could not complete them. */
const EXTENSIBLE = ["math", "cmath"];

interface Facts {
  lastPool: number;
  /** Address of the type of modules. */
  type_module: number;
}

/**
 * Takes modules out of the interpreter's constant tables of built-in modules, and puts those of the library's that it completes into the table of modules that files
 * come before. `room` is memory for that table. @throws where one is in no table.
 */
export function changeModules(buffer: ArrayBuffer, facts: Facts, room: { address: number; bytes: number }): void {
  const memory = new DataView(buffer);
  for (const name of REMOVED) takeOut(memory, name, facts);
  const extensible = entriesOf(memory, "json", facts)[0]!.map;
  const used = memory.getUint32(extensible, true) >>> 3;
  const count = used + EXTENSIBLE.length;
  if (room.bytes < 8 * count) throw new Error(`modules: ${count} modules that can be extended need more room`);
  const table = memory.getUint32(extensible + 8, true);
  new Uint8Array(buffer).copyWithin(room.address, table, table + 8 * used);
  EXTENSIBLE.forEach((name, i) => {
    const at = room.address + 8 * (used + i);
    const [key, value] = takeOut(memory, name, facts);
    memory.setUint32(at, key, true);
    memory.setUint32(at + 4, value, true);
  });
  memory.setUint32(extensible, (memory.getUint32(extensible, true) & 7) | (count << 3), true);
  memory.setUint32(extensible + 4, count, true);
  memory.setUint32(extensible + 8, room.address, true);
}

/** The key and the value of what was taken out. */
function takeOut(memory: DataView, name: string, facts: Facts): [number, number] {
  const tables = entriesOf(memory, name, facts);
  const { entry } = tables[0]!;
  const taken: [number, number] = [memory.getUint32(entry, true), memory.getUint32(entry + 4, true)];
  for (const table of tables) remove(memory, table.map, table.entry);
  return taken;
}

function entriesOf(memory: DataView, name: string, facts: Facts): { map: number; entry: number }[] {
  const key = (interned(memory, facts.lastPool, name) << 3) | 2;
  const tables = tablesWith(memory, key, facts);
  if (tables.length === 0) throw new Error(`modules: ${name} stands in no table of modules`);
  return tables;
}

function remove(memory: DataView, map: number, entry: number): void {
  const used = memory.getUint32(map, true) >>> 3;
  const end = memory.getUint32(map + 8, true) + 8 * used;
  new Uint8Array(memory.buffer).copyWithin(entry, entry + 8, end);
  memory.setBigUint64(end - 8, 0n, true);
  memory.setUint32(map, (memory.getUint32(map, true) & 7) | ((used - 1) << 3), true);
  memory.setUint32(map + 4, used - 1, true);
}

/** The number of an interned string. */
function interned(memory: DataView, lastPool: number, text: string): number {
  const wanted = Buffer.from(text);
  for (let pool = memory.getUint32(lastPool, true); pool !== 0; pool = memory.getUint32(pool, true)) {
    const count = memory.getUint32(pool + 12, true);
    for (let at = 0; at < count; at++) {
      if (memory.getUint8(memory.getUint32(pool + 20, true) + at) !== wanted.length) continue;
      const pointer = memory.getUint32(pool + 24 + 4 * at, true);
      if (wanted.equals(new Uint8Array(memory.buffer, pointer, wanted.length)))
        return (memory.getUint32(pool + 4, true) & 0x7fffffff) + at;
    }
  }
  throw new Error(`modules: ${text} is no interned string`);
}

/** Constant maps { used and flags, allocated, table } with an entry { key, a module }. */
function tablesWith(memory: DataView, key: number, { type_module }: Facts): { map: number; entry: number }[] {
  const found: { map: number; entry: number }[] = [];
  const end = memory.byteLength;
  for (let entry = 0; entry < end - 8; entry += 4) {
    if (memory.getUint32(entry, true) !== key) continue;
    const value = memory.getUint32(entry + 4, true);
    if (value % 4 !== 0 || value === 0 || value >= end || memory.getUint32(value, true) !== type_module) continue;
    for (let map = 0; map < end - 12; map += 4) {
      const used = memory.getUint32(map, true) >>> 3;
      const table = memory.getUint32(map + 8, true);
      if (
        memory.getUint32(map + 4, true) === used &&
        table <= entry &&
        entry < table + 8 * used &&
        (entry - table) % 8 === 0
      )
        found.push({ map, entry });
    }
  }
  return found;
}
