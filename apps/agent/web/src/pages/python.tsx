import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Me, PythonAvailable, PythonEvent, PythonState } from "../../../shared/api.ts";
import { get, open, send } from "../api.ts";
import { Editor } from "../editor.tsx";
import { Code } from "../highlight.tsx";
import { Problem, useLoaded } from "../ui.tsx";

type End = Extract<PythonEvent, { event: "end" }>;

interface Entry {
  code: string;
  pieces: { stream: "stdout" | "stderr"; text: string }[];
  end?: End;
}

const first = `rows = read_only_sql_query("sample", "select category, count(*) from products group by 1")
for category, count in rows["rows"]:
    print(category, count)`;

/** Characters of output that stay on the page, for each run. */
const MOST_SHOWN = 200_000;

export function Python({ me }: { me: Me }): JSX.Element {
  document.title = "Python · micropython-agent";
  const [code, setCode] = useState(
    me.databases.some(({ name, sql }) => name === "sample" && sql) ? first : "print(sum(range(10)))",
  );
  const [entries, setEntries] = useState<Entry[]>([]);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [limits, setLimits] = useState<{ fuel: number; timeoutMs: number }>();
  const state = useLoaded(() => get<PythonState>("/python/state"), [running]);
  const chosen = limits ?? state.value?.limits;
  const upload = useRef<HTMLInputElement>(null);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);

  const attempt = (work: () => Promise<unknown>): void => {
    setProblem(undefined);
    work().then(state.again, setProblem);
  };
  const change = (change: (entry: Entry) => Entry): void =>
    setEntries((all) => [...all.slice(0, -1), change(all.at(-1)!)]);
  const run = async (): Promise<void> => {
    if (running || code.trim() === "") return;
    setRunning(true);
    setProblem(undefined);
    try {
      const request = { code, ...(chosen && { fuel: chosen.fuel, timeoutMs: chosen.timeoutMs }) };
      const response = await open("POST", "/python/run", request, leaving.current.signal);
      setEntries((all) => [...all.slice(-19), { code, pieces: [] }]);
      for await (const event of eventsOf(response)) {
        if (event.event === "end") change((entry) => ({ ...entry, end: event }));
        else change((entry) => ({ ...entry, pieces: add(entry.pieces, event.event, event.text) }));
      }
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(false);
    }
  };
  const last = entries.at(-1)?.end;
  return (
    <>
      <h1>Python</h1>
      <p class="hint">
        One interpreter that keeps its variables. It reaches the databases that you may query, and nothing else.
      </p>
      <Editor value={code} language="python" label="Python code" onChange={setCode} onRun={() => void run()} />
      <p class="actions">
        {running ? (
          <button type="button" onClick={() => void send("POST", "/python/stop").catch(setProblem)}>
            Stop
          </button>
        ) : (
          <button type="button" class="primary" onClick={() => void run()}>
            Run
          </button>
        )}
        <span class="hint">Ctrl+Enter</span>
        <button
          type="button"
          onClick={() => attempt(async () => (await send("POST", "/python/reset"), setEntries([])))}
          disabled={running}
        >
          Reset
        </button>
        <button type="button" onClick={() => attempt(download)} disabled={running}>
          Save snapshot
        </button>
        <button type="button" onClick={() => upload.current?.click()} disabled={running}>
          Load snapshot
        </button>
        <input
          ref={upload}
          type="file"
          class="visually-hidden"
          aria-label="Snapshot"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file !== undefined) attempt(() => send("POST", "/python/snapshot", file));
          }}
        />
      </p>
      {chosen !== undefined && (
        <fieldset class="limits" disabled={running}>
          <legend>Limits of a run</legend>
          <label>
            Fuel{" "}
            <input
              type="number"
              min={1_000}
              max={10_000_000_000}
              value={chosen.fuel}
              onChange={(event) => setLimits({ ...chosen, fuel: Number(event.currentTarget.value) })}
            />
          </label>
          <label>
            Milliseconds{" "}
            <input
              type="number"
              min={50}
              max={60_000}
              value={chosen.timeoutMs}
              onChange={(event) => setLimits({ ...chosen, timeoutMs: Number(event.currentTarget.value) })}
            />
          </label>
          <span class="hint">Memory 16 MiB</span>
        </fieldset>
      )}
      {problem !== undefined && <Problem error={problem} />}
      {last !== undefined && (
        <p class="meters" aria-label="The last run">
          <Meter name="fuel" value={last.fuelUsed} most={chosen?.fuel} text={last.fuelUsed.toLocaleString("en")} />
          <Meter
            name="time"
            value={last.durationMs}
            most={chosen?.timeoutMs}
            text={`${last.durationMs.toFixed(1)} ms`}
          />
          <Meter
            name="memory"
            value={last.memoryBytes}
            most={state.value?.limits.memoryBytes}
            text={`${(last.memoryBytes / 1024 ** 2).toFixed(1)} MiB`}
          />
        </p>
      )}
      <div aria-live="polite">
        {entries.toReversed().map((entry, i) => (
          <Ran key={entries.length - i} entry={entry} />
        ))}
      </div>
      <Available />
    </>
  );
}

function Meter({
  name,
  value,
  most,
  text,
}: {
  name: string;
  value: number;
  most: number | undefined;
  text: string;
}): JSX.Element {
  return (
    <label>
      {name} <meter min={0} max={most ?? value} value={value} /> {text}
    </label>
  );
}

function Ran({ entry: { code, pieces, end } }: { entry: Entry }): JSX.Element {
  return (
    <section class="ran" aria-label="Run">
      <Code code={code} />
      <pre class={end?.error ? "output failed" : "output"} tabIndex={0} aria-label="Output">
        {pieces.map(({ stream, text }) => (stream === "stderr" ? <span class="stderr">{text}</span> : text))}
        {end?.value !== undefined && `${end.value}\n`}
        {end?.error && (end.error.traceback ?? `${end.error.type}: ${end.error.message}\n`)}
        {end?.stdoutTruncated && "… (more was printed)\n"}
      </pre>
      {end?.state === "restored" && <p class="hint">The variables are as they were before this run.</p>}
      {end?.state === "fresh" && <p class="hint">The variables are gone: the interpreter is new.</p>}
    </section>
  );
}

function Available(): JSX.Element {
  const [shown, setShown] = useState(false);
  const { value } = useLoaded(
    () => (shown ? get<PythonAvailable>("/python/available") : Promise.resolve(undefined)),
    [shown],
  );
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>Explain what is available</summary>
      {value !== undefined && (
        <>
          <p>Databases: {value.databases.join(", ") || "none"}</p>
          <p>Modules, among others: {value.modules.join(", ")}</p>
          <Code code={value.functions} />
        </>
      )}
    </details>
  );
}

function add(pieces: Entry["pieces"], stream: "stdout" | "stderr", text: string): Entry["pieces"] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const kept = text.slice(0, Math.max(0, MOST_SHOWN - length));
  const last = pieces.at(-1);
  return last?.stream === stream
    ? [...pieces.slice(0, -1), { stream, text: last.text + kept }]
    : [...pieces, { stream, text: kept }];
}

async function download(): Promise<void> {
  const blob = await (await open("GET", "/python/snapshot")).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "python.snapshot";
  link.click();
  URL.revokeObjectURL(link.href);
}

async function* eventsOf(response: Response): AsyncGenerator<PythonEvent> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as PythonEvent;
  }
}
