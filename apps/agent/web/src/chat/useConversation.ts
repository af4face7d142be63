import { useEffect, useReducer } from "preact/hooks";
import type { ConversationEvent, ConversationSummary, Item } from "../../../shared/api.ts";
import { get, RequestError } from "../api.ts";

export interface ConversationState {
  conversation?: ConversationSummary;
  items: Item[];
  /** The stream has ended; it is connected again. */
  broken: boolean;
  deleted: boolean;
  /** Why there is nothing to follow. */
  error?: unknown;
}

const nothing: ConversationState = { items: [], broken: false, deleted: false };

type Change = ConversationEvent | { event: "broken" } | { event: "another" } | { event: "refused"; error: unknown };

const RETRY_MS = 2_000;

/** Follows a conversation as the server tells it. */
export function useConversation(id: string | undefined): ConversationState {
  const [state, change] = useReducer(reduce, nothing);
  useEffect(() => {
    change({ event: "another" });
    if (id === undefined) return;
    const path = `/conversations/${encodeURIComponent(id)}`;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const disconnect = (): void => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    };
    const connect = (): void => {
      disconnect();
      const opened = (source = new EventSource(`/api${path}/events`));
      opened.addEventListener("message", ({ data }) => change(JSON.parse(data as string) as ConversationEvent));
      opened.addEventListener("error", () => {
        if (opened !== source) return;
        disconnect();
        change({ event: "broken" });
        // A stream does not say why it is refused; an ordinary request does.
        get(path).then(connectLater, (error: unknown) =>
          error instanceof RequestError && error.status >= 400 ? change({ event: "refused", error }) : connectLater(),
        );
      });
    };
    const connectLater = (): void => {
      clearTimeout(timer);
      if (wanted) timer = setTimeout(connect, RETRY_MS);
    };
    // A browser has six connections to a server: tabs that nobody sees take none.
    const see = (): void => (document.hidden ? disconnect() : connect());
    let wanted = true;
    see();
    document.addEventListener("visibilitychange", see);
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", see);
      disconnect();
    };
  }, [id]);
  return state;
}

function reduce(state: ConversationState, change: Change): ConversationState {
  const { items } = state;
  switch (change.event) {
    case "another":
      return nothing;
    case "refused":
      return { ...nothing, error: change.error };
    case "broken":
      return { ...state, broken: true };
    case "snapshot":
      return { conversation: change.conversation, items: change.items, broken: false, deleted: false };
    case "state":
      return { ...state, conversation: change.conversation };
    case "item": {
      const known = items.some(({ id }) => id === change.item.id);
      return {
        ...state,
        items: known ? items.map((item) => (item.id === change.item.id ? change.item : item)) : [...items, change.item],
      };
    }
    case "delta":
      return {
        ...state,
        items: items.map((item) =>
          item.id === change.id && (item.type === "text" || item.type === "thinking")
            ? { ...item, text: item.text + change.text }
            : item,
        ),
      };
    case "printed":
      return {
        ...state,
        items: items.map((item) =>
          item.id === change.id && item.type === "tool"
            ? { ...item, printed: (item.printed ?? "") + change.text }
            : item,
        ),
      };
    case "removed":
      return { ...state, items: items.filter(({ id }) => id !== change.id) };
    case "deleted":
      return { ...state, deleted: true };
  }
}
