/** CPython's exceptions that upstream lacks, with what each is a kind of: either upstream's, or one that stands above. */
export const EXCEPTION_TYPES = Object.entries({
  ArithmeticError: "FloatingPointError",
  ImportError: "ModuleNotFoundError",
  RuntimeError: "RecursionError",
  NameError: "UnboundLocalError",
  Exception: "BufferError ReferenceError SystemError Warning",
  IndentationError: "TabError",
  UnicodeError: "UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError",
  OSError:
    "BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError " +
    "ProcessLookupError TimeoutError",
  ConnectionError: "BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError",
  Warning:
    "BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning " +
    "UnicodeWarning UserWarning",
}).flatMap(([parent, names]) => names.split(" ").map((name) => ({ name, parent })));
