// A host that is killed in the middle of a query: sends the id of the process that runs it.
import { readFileSync, readdirSync } from "node:fs";
import { SqlDatabases } from "agent-micropython/sql";

const databases = new SqlDatabases({ databases: { data: process.argv[2] }, sqlTimeLimitMs: 1_500 });
await databases.query(null, "data", "SELECT 1");
void databases.query(
  null,
  "data",
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
);
const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === process.pid);
process.send(Number(children[0]));

function parentOf(pid) {
  try {
    return Number(/^PPid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}
