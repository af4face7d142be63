import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Cell, Table } from "../../shared/api.ts";
import { RequestError } from "./api.ts";

export function Problem({ error }: { error: unknown }): JSX.Element {
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof RequestError ? error.hint : undefined;
  return (
    <div class="problem" role="alert">
      <p>{message}</p>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What a promise gives, with the states before and instead. */
export function useLoaded<T>(
  load: () => Promise<T>,
  dependencies: readonly unknown[],
): { value?: T; error?: unknown; again: () => void } {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setState({ value }),
      (error: unknown) => wanted && setState({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [...dependencies, round]);
  return { ...state, again: () => setRound((n) => n + 1) };
}

/** Shown only where something takes long enough to be noticed. */
export function Loading(): JSX.Element {
  return (
    <p class="loading" role="status">
      Loading…
    </p>
  );
}

interface DataTableProps {
  table: Table;
  caption: string;
  /** Makes the columns' names buttons. */
  onSort?: (column: string) => void;
  sorted?: { column: string; descending: boolean } | undefined;
}

export function DataTable({ table, caption, onSort, sorted }: DataTableProps): JSX.Element {
  const { columns, rows, truncated } = table;
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => isNumber(row[i]!) || row[i] === null));
  return (
    <div class="table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th
                scope="col"
                class={numeric[i] ? "number" : undefined}
                aria-sort={sorted?.column === column ? (sorted.descending ? "descending" : "ascending") : undefined}
              >
                {onSort ? (
                  <button type="button" class="sort" onClick={() => onSort(column)}>
                    {column}
                    <span aria-hidden="true">{sorted?.column === column ? (sorted.descending ? " ↓" : " ↑") : ""}</span>
                  </button>
                ) : (
                  column
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td class={isNumber(cell) ? "number" : undefined}>
                  <Value cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="hint">No rows.</p>}
      {truncated && <p class="hint">There are more rows than these {rows.length}.</p>}
    </div>
  );
}

function isNumber(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "object" && cell !== null && "int" in cell);
}

function Value({ cell }: { cell: Cell }): JSX.Element {
  if (cell === null) return <span class="null">NULL</span>;
  if (typeof cell !== "object") return <>{String(cell)}</>;
  if ("int" in cell) return <>{cell.int}</>;
  return (
    <span class="null">
      {cell.blob}
      {cell.bytes * 2 > cell.blob.length ? "…" : ""} ({cell.bytes} bytes)
    </span>
  );
}

/** Puts text into the clipboard, and says so for a moment. */
export function Copy({ text }: { text: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
    // without the permission there is nothing to do
    navigator.clipboard.writeText(text).catch(() => setCopied(false));
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      {copied ? "Copied" : "Copy"}
    </button>
  );
}
