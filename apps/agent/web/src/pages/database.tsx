import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Me, QueryRequest, QueryResult, RowsPage, SavedQuery, Schema, SchemaTable } from "../../../shared/api.ts";
import { get, send } from "../api.ts";
import { Editor } from "../editor.tsx";
import { Link, to } from "../router.tsx";
import { DataTable, Empty, Loading, Problem, useLoaded } from "../ui.tsx";

/** /db/NAME, /db/NAME/t/TABLE and /db/NAME/sql */
export function DatabasePages({ me, path }: { me: Me; path: string[] }): JSX.Element {
  const [, name = "", kind, table] = path;
  document.title = `${table ?? name} · micropython-agent`;
  const { value: schema, error } = useLoaded(() => get<Schema>(`/databases/${encodeURIComponent(name)}`), [name]);
  if (error !== undefined) return <Problem error={error} />;
  if (schema === undefined) return <Loading />;
  const mayQuery = me.databases.find((database) => database.name === name)?.sql === true;
  return (
    <>
      <nav class="crumbs" aria-label="Where you are">
        <Link href="/">Databases</Link> / <Link href={to("db", name)}>{name}</Link>
        {table !== undefined && <> / {table}</>}
        {kind === "sql" && <> / SQL</>}
        {mayQuery && kind !== "sql" && (
          <Link href={to("db", name, "sql")} class="aside">
            SQL
          </Link>
        )}
      </nav>
      {kind === "sql" ? (
        <Sql key={name} name={name} />
      ) : table === undefined ? (
        <Overview schema={schema} />
      ) : (
        <Rows
          key={`${name} ${table}`}
          mayQuery={mayQuery}
          name={name}
          table={schema.tables.find((found) => found.name === table)}
        />
      )}
    </>
  );
}

function Overview({ schema }: { schema: Schema }): JSX.Element {
  if (schema.tables.length === 0) return <Empty title="This database is empty" />;
  return (
    <>
      <h1>{schema.name}</h1>
      {schema.tables.map((table) => (
        <section class="card" key={table.name} aria-label={table.name}>
          <h2>
            <Link href={to("db", schema.name, "t", table.name)}>{table.name}</Link>{" "}
            <small class="hint">
              {table.type}
              {table.rows !== null && `, ${table.rows} ${table.rows === 1 ? "row" : "rows"}`}
            </small>
          </h2>
          <Columns table={table} />
        </section>
      ))}
    </>
  );
}

function Columns({ table }: { table: SchemaTable }): JSX.Element {
  return (
    <ul class="columns">
      {table.columns.map((column) => (
        <li key={column.name}>
          <strong>{column.name}</strong> {column.type.toLowerCase()}
          {column.primary_key > 0 && <span class="tag">key</span>}
          {table.foreign_keys
            .filter((key) => key.columns.includes(column.name))
            .map((key) => (
              <span class="tag">→ {key.table}</span>
            ))}
        </li>
      ))}
    </ul>
  );
}

const PAGE_ROWS = 50;

function Rows({
  name,
  table,
  mayQuery,
}: {
  name: string;
  table: SchemaTable | undefined;
  mayQuery: boolean;
}): JSX.Element {
  if (table === undefined) return <Empty title="There is no such table" />;
  if (mayQuery) return <Pages name={name} table={table} />;
  return (
    <>
      <h1>{table.name}</h1>
      <p class="hint">You may see how it is built, and not its rows: that takes the permission execute-sql.</p>
      <Columns table={table} />
    </>
  );
}

function Pages({ name, table }: { name: string; table: SchemaTable }): JSX.Element {
  const [page, setPage] = useState(0);
  const [sorted, setSorted] = useState<{ column: string; descending: boolean }>();
  const query = new URLSearchParams({ table: table.name, page: String(page), size: String(PAGE_ROWS) });
  if (sorted !== undefined) {
    query.set("sort", sorted.column);
    query.set("descending", sorted.descending ? "1" : "0");
  }
  const { value, error } = useLoaded(
    () => get<RowsPage>(`/databases/${encodeURIComponent(name)}/rows?${query}`),
    [String(query)],
  );
  const sort = (column: string): void => {
    setSorted((last) => ({ column, descending: last?.column === column && !last.descending }));
    setPage(0);
  };
  return (
    <>
      <h1>{table.name}</h1>
      {error !== undefined ? (
        <Problem error={error} />
      ) : value === undefined ? (
        <Loading />
      ) : (
        <DataTable table={{ ...value, truncated: false }} caption={table.name} onSort={sort} sorted={sorted} />
      )}
      <p class="pager">
        <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
          Previous
        </button>
        <span>Page {page + 1}</span>
        <button type="button" disabled={value?.hasNext !== true} onClick={() => setPage(page + 1)}>
          Next
        </button>
      </p>
      <details>
        <summary>Columns</summary>
        <Columns table={table} />
      </details>
    </>
  );
}

function Sql({ name }: { name: string }): JSX.Element {
  const base = `/databases/${encodeURIComponent(name)}`;
  const [sql, setSql] = useState("");
  const [state, setState] = useState<{ running?: true; result?: QueryResult; error?: unknown }>({});
  const { value: saved = [], again } = useLoaded(() => get<SavedQuery[]>(`${base}/saved`), [name]);
  const run = (): void => {
    if (sql.trim() === "" || state.running) return;
    setState({ ...state, running: true });
    send<QueryResult>("POST", `${base}/query`, { sql } satisfies QueryRequest).then(
      (result) => setState({ result }),
      (error: unknown) => setState({ error }),
    );
  };
  return (
    <>
      <h1>SQL</h1>
      <p class="hint">One statement that only reads; it ends after a second, or at 1,000 rows.</p>
      <Editor value={sql} language="sql" label="SQL" onChange={setSql} onRun={run} />
      <p class="actions">
        <button type="button" class="primary" onClick={run} disabled={state.running === true}>
          Run
        </button>
        <span class="hint">Ctrl+Enter</span>
        {state.result && (
          <span class="hint">
            {state.result.rows.length} rows in {state.result.ms} ms
          </span>
        )}
      </p>
      {saved.length > 0 && (
        <ul class="chips" aria-label="Saved queries">
          {saved.map(({ id, name: title, sql: text }) => (
            <li key={id}>
              <button type="button" class="quiet" onClick={() => setSql(text)}>
                {title}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={`Delete ${title}`}
                onClick={() => void send("DELETE", `${base}/saved/${id}`).then(again)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.error !== undefined && <Problem error={state.error} />}
      {state.result !== undefined && <DataTable table={state.result} caption="Result" />}
    </>
  );
}
