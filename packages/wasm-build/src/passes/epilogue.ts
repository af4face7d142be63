import { type List, is, rewrite } from "../sexpr.js";
import { addLocal, body, bodyStart, resultType } from "../module.js";

/** Runs `code` wherever the function returns; the result is kept meanwhile. */
export function wrapReturns(func: List, code: List[]): void {
  const type = resultType(func);
  const start = bodyStart(func);
  const exit = "$function_exit";
  const statements = body(func).map((part) =>
    typeof part === "string"
      ? part
      : rewrite(part, (list) => (is(list, "return") ? ["br", exit, ...list.slice(1)] : list)),
  );
  const block: List = ["block", exit, ...(type === undefined ? [] : [["result", type]]), ...statements];
  if (type === undefined) {
    func.splice(start, func.length - start, block, ...code);
    return;
  }
  func.splice(start, func.length - start);
  const kept = addLocal(func, "$function_result", type);
  func.push(["local.set", kept, block], ...code, ["local.get", kept]);
}
