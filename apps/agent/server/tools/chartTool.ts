import type { SqlDatabases } from "agent-micropython/sql";
import { z } from "zod";
import { toTable } from "../databases/cells.js";
import { define } from "./define.js";
import type { AgentTool } from "./tool.js";

/** Longest specification, as JSON. */
const MOST_CHARACTERS = 500_000;

/** `render_chart`: a specification of Vega-Lite, drawn in the page. Its data is inside, or comes from a query that runs here. */
export function chartTool(databases: SqlDatabases): AgentTool {
  return define({
    name: "render_chart",
    description: `Shows the person a chart. \`spec\` is a Vega-Lite 6 specification without "data" where \`database\` and \`sql\` give it (each row an object by its columns), else with
"data": {"values": [...]}. Nothing is loaded from URLs.`,
    input: z.object({
      spec: z.record(z.string(), z.unknown()),
      database: z.string().optional(),
      sql: z.string().optional(),
    }),
    run: async ({ spec, database, sql }, { actor, signal }) => {
      const fail = (error: string): { output: object; failed: true } => ({ output: { error }, failed: true });
      if ((database === undefined) !== (sql === undefined)) return fail("give both database and sql, or neither");
      let drawn: Record<string, unknown> = spec;
      if (database !== undefined && sql !== undefined) {
        const result = await databases.query(actor, database, sql, null, { signal });
        if ("error" in result) return fail(result.error);
        const { columns, rows } = toTable(result);
        drawn = {
          ...spec,
          data: { values: rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, flat(cell)]))) },
        };
      }
      const text = JSON.stringify(drawn);
      if (text.length > MOST_CHARACTERS)
        return fail(`the chart has ${text.length} characters, more than ${MOST_CHARACTERS}: group the data first`);
      if (hasUrl(drawn, 0))
        return fail("a chart loads nothing from URLs: put the data inside, or give database and sql");
      return { output: { shown: true }, show: { kind: "chart", spec: drawn } };
    },
  });
}

function flat(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "int" in cell
    ? Number(cell.int)
    : typeof cell === "object" && cell !== null
      ? "(blob)"
      : cell;
}

/** A place where Vega would load from. Too deep is refused too. */
function hasUrl(value: unknown, depth: number): boolean {
  if (depth > 40) return true;
  if (typeof value !== "object" || value === null) return false;
  if (!Array.isArray(value) && Object.hasOwn(value, "url")) return true;
  return Object.entries(value).some(([key, inner]) => key !== "values" && hasUrl(inner, depth + 1));
}
