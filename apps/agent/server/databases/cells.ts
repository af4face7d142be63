import type { Rows } from "agent-micropython/sql";
import type { Cell, Table } from "../../shared/api.js";

/** Bytes of a blob that the page is shown. */
const SHOWN_BYTES = 32;

/** Rows of SQLite as JSON can carry them. */
export function toTable({ columns, rows, truncated }: Rows): Table {
  return { columns, rows: rows.map((row) => row.map(toCell)), truncated };
}

function toCell(value: Rows["rows"][number][number]): Cell {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { int: String(value) };
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array)
    return { blob: Buffer.from(value.subarray(0, SHOWN_BYTES)).toString("hex"), bytes: value.length };
  return value;
}
