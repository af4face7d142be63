import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ConversationSummary, Me, SendMessage } from "../../../shared/api.ts";
import { get, send } from "../api.ts";
import { Composer } from "../chat/composer.tsx";
import { ItemView } from "../chat/items.tsx";
import { useConversation } from "../chat/useConversation.ts";
import { Link, navigate, to } from "../router.tsx";
import { Empty, Loading, Problem, useLoaded } from "../ui.tsx";

const suggestions = ["Which tables are there?", "Show me some micropython", "Chart the revenue by month"];

/** /-/agent and /-/agent/ID */
export function Agent({ me, path }: { me: Me; path: string[] }): JSX.Element {
  const id = path[2];
  const { conversation, items, broken, deleted, error } = useConversation(id);
  const [model, setModel] = useState(() => chosenModel(me));
  const [problem, setProblem] = useState<unknown>();
  const list = useLoaded(
    () => get<ConversationSummary[]>("/conversations"),
    [conversation?.title, conversation?.running, conversation?.waiting, id],
  );
  document.title = `${conversation?.title ?? "Chat"} · micropython-agent`;
  useEffect(() => setProblem(undefined), [id]);
  useEffect(() => {
    if (deleted) navigate("/-/agent");
  }, [deleted]);

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    }
  };
  const say = (text: string): Promise<boolean> =>
    attempt(async () => {
      const target = id ?? (await send<ConversationSummary>("POST", "/conversations")).id;
      await send("POST", `/conversations/${target}/messages`, {
        text,
        ...(model !== undefined && { model }),
      } satisfies SendMessage);
      if (id === undefined) navigate(to("-", "agent", target));
    });
  const base = `/conversations/${id ?? ""}`;
  const running = conversation?.running === true;
  return (
    <div class="chat">
      <aside aria-label="Conversations">
        <Link href="/-/agent" class="button">
          New conversation
        </Link>
        <ul>
          {list.value?.map((other) => (
            <li key={other.id}>
              <Link href={to("-", "agent", other.id)} current={other.id === id}>
                {other.title}
                {other.waiting && <span class="tag">asks you</span>}
                {other.running && <span class="tag">…</span>}
              </Link>
            </li>
          ))}
        </ul>
        {list.value?.length === 0 && <p class="hint">None yet.</p>}
      </aside>
      <section class="conversation" aria-label="Conversation">
        {id !== undefined && conversation !== undefined && (
          <div class="bar">
            <Title
              conversation={conversation}
              onRename={(title) => void attempt(() => send("PATCH", base, { title })).then(list.again)}
            />
            <a href={`/api${base}/export.md`}>Markdown</a>
            <a href={`/api${base}/export.json`}>JSON</a>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                if (confirm(`Delete “${conversation.title}”?`)) void attempt(() => send("DELETE", base));
              }}
            >
              Delete
            </button>
          </div>
        )}
        <Scrolled watch={items}>
          {error !== undefined && <Problem error={error} />}
          {id !== undefined && conversation === undefined && error === undefined && <Loading />}
          {me.models.length === 0 && (
            <Empty title="No model is configured">
              <p>Databases and Python work without one. For the chat:</p>
              <pre class="code">{me.modelHelp}</pre>
            </Empty>
          )}
          {me.models.length > 0 && items.length === 0 && (id === undefined || conversation !== undefined) && (
            <Empty title="What would you like to know?">
              <ul class="chips">
                {suggestions.map((text) => (
                  <li>
                    <button type="button" onClick={() => void say(text)}>
                      {text}
                    </button>
                  </li>
                ))}
              </ul>
            </Empty>
          )}
          <div aria-live="polite" aria-busy={running}>
            {items.map((item) => (
              <ItemView
                key={item.id}
                item={item}
                onDecide={(itemId, approve) =>
                  void attempt(() => send("POST", `${base}/approvals/${itemId}`, { approve }))
                }
              />
            ))}
          </div>
          {running && items.at(-1)?.type === "user" && <p class="item notice">Waiting for the model…</p>}
          {broken && <p class="item notice">The connection is gone; trying again…</p>}
          {!running && items.length > 0 && conversation?.waiting === false && (
            <button
              type="button"
              class="quiet"
              onClick={() => void attempt(() => send("POST", `${base}/retry`, { model }))}
            >
              Retry
            </button>
          )}
        </Scrolled>
        {problem !== undefined && <Problem error={problem} />}
        <Composer
          key={id ?? ""}
          me={me}
          model={model}
          onModel={(name) => {
            localStorage.setItem("model", name);
            setModel(name);
          }}
          running={running}
          waiting={conversation?.waiting === true}
          onSend={say}
          onStop={() => void attempt(() => send("POST", `${base}/stop`))}
        />
      </section>
    </div>
  );
}

/** The one that was chosen here last, where it is still there. */
function chosenModel({ models, defaultModel }: Me): string | undefined {
  const last = localStorage.getItem("model");
  return models.some(({ id }) => id === last) ? last! : (defaultModel ?? undefined);
}

function Title({
  conversation,
  onRename,
}: {
  conversation: ConversationSummary;
  onRename: (title: string) => void;
}): JSX.Element {
  const [editing, setEditing] = useState(false);
  if (!editing)
    return (
      <h1>
        <button
          type="button"
          class="quiet"
          onClick={() => setEditing(true)}
          aria-label={`Rename ${conversation.title}`}
        >
          {conversation.title}
        </button>
      </h1>
    );
  const done = (title: string): void => {
    setEditing(false);
    if (title.trim() !== "" && title !== conversation.title) onRename(title);
  };
  return (
    <input
      aria-label="Title"
      autofocus
      value={conversation.title}
      onBlur={(event) => done(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setEditing(false);
      }}
    />
  );
}

/** Stays at the end while something is added there, unless the person has scrolled up. */
function Scrolled({ watch, children }: { watch: readonly unknown[]; children: preact.ComponentChildren }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const empty = useRef(true);
  empty.current = watch.length === 0;
  const follow = (): void => {
    if (atEnd.current && !empty.current && place.current !== null) place.current.scrollTop = place.current.scrollHeight;
  };
  useLayoutEffect(follow, [watch]);
  useEffect(() => {
    // charts come later, and windows change their size
    const observer = new ResizeObserver(follow);
    for (const { current } of [place, content]) observer.observe(current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      class="items"
      ref={place}
      onScroll={({ currentTarget }) => {
        atEnd.current = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 60;
      }}
    >
      <div ref={content}>{children}</div>
    </div>
  );
}
