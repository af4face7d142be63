import { defaultLimits } from "../limits.js";

const { memoryBytes, fuel, timeoutMs } = defaultLimits;

export const helpText = `Usage: micropython-wasm [options] [-c CODE | FILE | -] [arguments]

Runs Python in a sandbox: bounded memory, fuel and time; no files and no network but what is allowed.

  -c CODE            run CODE
  FILE               run the file
  -                  run the program on stdin
  (nothing)          a REPL; where stdin is no terminal, the same as -
  arguments          go to the program as sys.argv

Options, before the program:
  --memory SIZE      most memory, in bytes or as 16MiB (default ${memoryBytes / 1024 ** 2}MiB)
  --fuel N           most fuel for a run, about one unit a bytecode, or none (default ${fuel})
  --timeout SECONDS  longest time for a run, or none (default ${timeoutMs / 1000})
  --allow-read PATH[:/GUEST]   let it read a file or directory, at its own path or as /GUEST
  --allow-write PATH[:/GUEST]  let it read and write there
  --allow-net ORIGIN           let it make requests there, such as https://api.example.com/v1/; may be repeated
  --env NAME=VALUE   a variable of os.environ
  --seed N           random numbers that are the same each time
  --stats            fuel, time and memory on stderr at the end
  --json             the whole result as one line of JSON on stdout, instead of the output
  --version, -V      print the version
  --help, -h         print this

In the REPL each entry is a run. Ctrl-C interrupts it and keeps the state, Ctrl-D leaves. The history is kept in
~/.micropython_wasm_history, or the file that MICROPYTHON_WASM_HISTORY names; set that to nothing for none.

Exit codes:
  0    the program ended; sys.exit(n) ends it with n
  1    a Python exception; its traceback is on stderr
  2    wrong usage: an option, a file that cannot be read, source that is not text; or output that cannot be written
  3    stopped by a limit; one line on stderr says which
  130  interrupted with Ctrl-C
`;
