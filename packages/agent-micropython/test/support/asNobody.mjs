// Reads a database as a user without rights, where it is run as root: sends the rows of t.
import { DatabaseSync } from "@photostructure/sqlite";
import { openDatabase } from "../../dist/sql/openDatabase.js";
import { defaultSqlLimits } from "../../dist/sql/limits.js";

new DatabaseSync(":memory:").close();
if (process.getuid() === 0) process.setuid(65_534);
const database = openDatabase(DatabaseSync, process.argv[2], defaultSqlLimits);
process.send(
  database
    .prepare("SELECT a FROM t")
    .all()
    .map((row) => row.map(Number)),
);
process.disconnect();
