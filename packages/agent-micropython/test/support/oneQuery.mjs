// A host that ends by itself after a query: sends the secret names in the environment of the process that runs queries.
import { readFileSync, readdirSync } from "node:fs";
import { SqlDatabases } from "agent-micropython/sql";

const databases = new SqlDatabases({ databases: { data: process.argv[2] } });
const { rows } = await databases.query(null, "data", "SELECT 1");
const names = readdirSync("/proc")
  .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  .filter((pid) => read(`/proc/${pid}/status`).includes(`PPid:\t${process.pid}\n`))
  .filter((pid) => read(`/proc/${pid}/environ`).includes("SECRET_KEY"));
process.send({ rows: rows.length, names }, () => process.disconnect());

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
