import { escapeHtml } from "./escape.js";

/** What a user is shown of a call. */
export interface Shown {
  python: string;
  stdout: string;
  stderr: string;
  /** Of the last expression; empty where there is none. */
  value: string;
  /** Traceback or message; empty where there was no error. */
  error: string;
}

/**
 * The code, then what came of it, as a fragment of HTML without styles and scripts: every text in it is escaped. Classes say what is what.
 */
export function renderHtml({ python, stdout, stderr, value, error }: Shown): string {
  const output = [block("stdout", stdout), block("stderr", stderr), block("value", value), block("error", error)].join(
    "",
  );
  return `<div class="execute-micropython">${block("code", python)}${output}</div>`;
}

/** A line feed right behind `<pre>` would be dropped, so there is always one more. */
function block(kind: string, text: string): string {
  return text === "" ? "" : `<pre class="${kind}" dir="ltr">\n${escapeHtml(text)}</pre>`;
}
