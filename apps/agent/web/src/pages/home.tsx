import type { JSX } from "preact";
import type { Me, Schema } from "../../../shared/api.ts";
import { get } from "../api.ts";
import { Link, to } from "../router.tsx";
import { Empty, Problem, useLoaded } from "../ui.tsx";

export function Home({ me }: { me: Me }): JSX.Element {
  document.title = "Databases · micropython-agent";
  if (me.databases.length === 0)
    return (
      <Empty title="No databases">
        <p>
          Start the server with SQLite files (<code>micropython-agent data.db</code>) or with <code>--sample</code>, or
          ask for the permission to see one.
        </p>
      </Empty>
    );
  return (
    <>
      <h1>Databases</h1>
      <ul class="cards">
        {me.databases.map(({ name, sql }) => (
          <li key={name}>
            <Database name={name} sql={sql} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Database({ name, sql }: { name: string; sql: boolean }): JSX.Element {
  const { value, error } = useLoaded(() => get<Schema>(`/databases/${encodeURIComponent(name)}`), [name]);
  return (
    <section class="card" aria-label={name}>
      <h2>
        <Link href={to("db", name)}>{name}</Link>
      </h2>
      {error !== undefined && <Problem error={error} />}
      <p class="hint">
        {value === undefined
          ? "…"
          : `${value.tables.length} ${value.tables.length === 1 ? "table" : "tables"} and views`}
      </p>
      <ul class="chips">
        {value?.tables.slice(0, 8).map((table) => (
          <li key={table.name}>
            <Link href={to("db", name, "t", table.name)}>{table.name}</Link>
          </li>
        ))}
      </ul>
      {sql && <Link href={to("db", name, "sql")}>SQL</Link>}
    </section>
  );
}
