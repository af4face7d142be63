import type { RunOutcome } from "micropython-wasm";
import { renderHtml } from "../html/render.js";
import { Captured, shares } from "./captured.js";
import { explainError, explainStop } from "./explain.js";
import type { PythonToolResult, StateAfterCall } from "./result.js";
import type { Settings } from "./settings.js";

/** What a call has come to. */
export interface Ending extends Pick<RunOutcome, "repr" | "error"> {
  python: string;
  stdout: Captured;
  stderr: Captured;
  /** The user asked to see it. */
  show: boolean;
  /** Earlier variables were gone before the call began. */
  lost: boolean;
}

/** Makes the result of it: all texts together have at most `maxOutputChars`. */
export function composeResult(
  { python, stdout, stderr, repr = "", error, show, lost }: Ending,
  settings: Settings,
): PythonToolResult {
  const explained = error && explainError(error, settings);
  const whole = {
    stdout,
    stderr,
    value: Captured.of(repr),
    message: Captured.of(explained?.message ?? ""),
    traceback: Captured.of(explained?.traceback ?? ""),
  };
  const names = Object.keys(whole) as (keyof typeof whole)[];
  const share = shares(
    names.map((name) => whole[name].length),
    settings.maxOutputChars,
  );
  const isCut = (name: keyof typeof whole): boolean => whole[name].length > share[names.indexOf(name)]!;
  const text = (name: keyof typeof whole): string => whole[name].toText(share[names.indexOf(name)]!);
  const flag = <K extends string>(key: K, is: boolean): { [key in K]?: true } =>
    (is ? { [key]: true } : {}) as { [key in K]?: true };

  const sentences = error ? explainStop(error) : [];
  if (lost)
    sentences.unshift("The variables of earlier calls were gone: the interpreter had been closed to make room.");
  if (show) sentences.push("Code and output have been shown to the user: do not repeat them.");
  const result: PythonToolResult = {
    stdout: text("stdout"),
    ...flag("stdout_truncated", isCut("stdout")),
    state: stateOf(error),
  };
  if (stderr.length > 0)
    Object.assign(result, { stderr: text("stderr"), ...flag("stderr_truncated", isCut("stderr")) });
  if (repr !== "") Object.assign(result, { value: text("value"), ...flag("value_truncated", isCut("value")) });
  if (explained)
    result.error = {
      type: explained.type,
      message: text("message"),
      ...(explained.traceback !== "" && { traceback: text("traceback") }),
      ...flag("truncated", isCut("message") || isCut("traceback")),
    };
  if (sentences.length > 0) result.note = sentences.join(" ");
  if (show)
    result._html = renderHtml({
      python,
      stdout: result.stdout,
      stderr: result.stderr ?? "",
      value: result.value ?? "",
      error: result.error?.traceback ?? (result.error ? `${result.error.type}: ${result.error.message}` : ""),
    });
  return result;
}

function stateOf(error: Ending["error"]): StateAfterCall {
  if (error === undefined || error.state === "kept") return "kept";
  return error.state === "closed" || error.state === "fresh" ? "fresh" : "restored";
}
