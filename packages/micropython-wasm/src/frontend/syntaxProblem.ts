export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** What is wrong with Python source: CPython 3.11's message, and the range of the source that its carets mark. */
export class SyntaxProblem extends Error {
  readonly type: SyntaxErrorType;
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number, type: SyntaxErrorType = "SyntaxError") {
    super(message);
    this.type = type;
    this.start = start;
    this.end = end;
  }
}
