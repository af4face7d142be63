import { useEffect, useReducer } from "preact/hooks";
import type { ConversationEvent, ConversationSummary, Item } from "../../../shared/api.ts";

export interface ConversationState {
  conversation?: ConversationSummary;
  items: Item[];
  /** The stream has ended; the browser connects again. */
  broken: boolean;
  deleted: boolean;
}

const nothing: ConversationState = { items: [], broken: false, deleted: false };

type Change = ConversationEvent | { event: "broken" } | { event: "another" };

/** Follows a conversation as the server tells it. */
export function useConversation(id: string | undefined): ConversationState {
  const [state, change] = useReducer(reduce, nothing);
  useEffect(() => {
    change({ event: "another" });
    if (id === undefined) return;
    const source = new EventSource(`/api/conversations/${encodeURIComponent(id)}/events`);
    source.addEventListener("message", ({ data }) => change(JSON.parse(data as string) as ConversationEvent));
    source.addEventListener("error", () => change({ event: "broken" }));
    return () => source.close();
  }, [id]);
  return state;
}

function reduce(state: ConversationState, change: Change): ConversationState {
  const { items } = state;
  switch (change.event) {
    case "another":
      return nothing;
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
