import type { JSX } from "preact";
import type { Item, Show, ToolItem } from "../../../shared/api.ts";
import { Code } from "../highlight.tsx";
import { Copy, DataTable } from "../ui.tsx";
import { Chart } from "./chart.tsx";
import { Markdown } from "./markdown.tsx";

interface ItemProps {
  item: Item;
  onDecide: (id: string, approve: boolean) => void;
}

export function ItemView({ item, onDecide }: ItemProps): JSX.Element | null {
  switch (item.type) {
    case "user":
      return (
        <article class="item user" aria-label="You">
          <p>{item.text}</p>
        </article>
      );
    case "text":
      return (
        <article class={item.done ? "item text" : "item text streaming"} aria-label="Agent">
          <Markdown text={item.text} />
        </article>
      );
    case "thinking":
      // some providers keep it to themselves
      if (item.text === "") return null;
      return (
        <details class="item thinking">
          <summary>{item.done ? "Thought" : "Thinking…"}</summary>
          <p>{item.text}</p>
        </details>
      );
    case "tool":
      return <Tool item={item} onDecide={onDecide} />;
    case "error":
      return (
        <div class="item problem" role="alert">
          <p>{item.message}</p>
          {item.hint !== undefined && <p class="hint">{item.hint}</p>}
        </div>
      );
    case "notice":
      return <p class="item notice">{item.text}</p>;
    case "usage":
      // some providers do not count
      if (item.inputTokens + item.outputTokens === 0) return null;
      return (
        <p class="item usage">
          {item.model}: {item.inputTokens} tokens in, {item.outputTokens} out
        </p>
      );
  }
}

const words: Record<ToolItem["status"], string> = {
  waiting: "asks you",
  running: "running…",
  done: "done",
  failed: "failed",
  refused: "you said no",
  interrupted: "stopped",
};

function Tool({ item, onDecide }: { item: ToolItem; onDecide: ItemProps["onDecide"] }): JSX.Element {
  const { name, input, output, status, show, printed } = item;
  return (
    <section class={`item tool ${status}`} aria-label={`Tool ${name}`}>
      <details>
        <summary>
          <code>{name}</code> <span class="tag">{words[status]}</span>
        </summary>
        <h3>Arguments</h3>
        <Json value={input} />
        {output !== undefined && (
          <>
            <h3>Result</h3>
            <Json value={output} />
          </>
        )}
      </details>
      {status === "running" && printed !== undefined && <pre class="output">{printed}</pre>}
      {show !== undefined && (
        <Shown show={show} waiting={status === "waiting"} onDecide={(approve) => onDecide(item.id, approve)} />
      )}
    </section>
  );
}

function Json({ value }: { value: unknown }): JSX.Element {
  const text = JSON.stringify(value, null, 2) ?? "null";
  return (
    <pre class="json" tabIndex={0}>
      {text.length > 20_000 ? `${text.slice(0, 20_000)}\n…` : text}
    </pre>
  );
}

function Shown({
  show,
  waiting,
  onDecide,
}: {
  show: Show;
  waiting: boolean;
  onDecide: (approve: boolean) => void;
}): JSX.Element {
  switch (show.kind) {
    case "python":
      return (
        <div class="ran">
          <div class="bar">
            Python <Copy text={show.code} />
          </div>
          <Code code={show.code} />
          {show.output !== "" && (
            <pre class={show.failed ? "output failed" : "output"} tabIndex={0} aria-label="Output">
              {show.output}
            </pre>
          )}
        </div>
      );
    case "table":
      return <DataTable table={show.table} caption={`Rows of ${show.database}`} />;
    case "chart":
      return <Chart spec={show.spec} />;
    case "sql":
      return (
        <div class="question">
          <p>
            {show.purpose} <span class="hint">({show.database})</span>
          </p>
          <pre class="code" tabIndex={0} aria-label="SQL">
            {show.sql}
          </pre>
          {waiting && (
            <p class="actions" role="group" aria-label="Your answer">
              <button type="button" class="primary" onClick={() => onDecide(true)}>
                Yes, do it
              </button>
              <button type="button" onClick={() => onDecide(false)}>
                No
              </button>
            </p>
          )}
        </div>
      );
  }
}
