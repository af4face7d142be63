// Read-only SQL over SQLite files, for Python code that nobody has read.
export { SqlDatabases } from "./databases.js";
export type { SqlAction, SqlDatabasesOptions, SqlFailure, SqlPermissions } from "./databases.js";
export { defaultSqlLimits } from "./limits.js";
export type { SqlLimits } from "./limits.js";
export type { SqlParameters, SqlValue } from "./parameters.js";
export type { ColumnDescription, DatabaseDescription, Rows, TableDescription, Written } from "./protocol.js";
