/** Why a query has no result, for whoever wrote it: one sentence, without paths. */
export class QueryError extends Error {
  override readonly name = "QueryError";
}
