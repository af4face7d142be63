import { randomUUID } from "node:crypto";
import type { ConversationEvent, ConversationSummary, Item, ToolItem } from "../../shared/api.js";
import type { Store, StoredConversation, StoredItem } from "../store/store.js";

type Listener = (event: ConversationEvent) => void;

/** Text of one item that the person can see; more is cut. */
const MOST_PRINTED = 100_000;

/** A conversation in memory: its items, as they are and as they are stored, and those who watch. */
export class LiveConversation {
  readonly id: string;
  readonly actor: string;
  /** Undefined once it is deleted: a run that still ends leaves nothing. */
  #store: Store | undefined;
  readonly #entries: StoredItem[];
  readonly #listeners = new Set<Listener>();
  #title: string;
  #updatedAt: number;
  #run: AbortController | undefined;

  constructor(store: Store, { id, actor, title, updatedAt }: StoredConversation) {
    this.#store = store;
    this.id = id;
    this.actor = actor;
    this.#title = title;
    this.#updatedAt = updatedAt;
    this.#entries = store.items(id);
    // The server ended while an answer was made.
    let cut = this.#entries.at(-1)?.item.type === "user";
    for (const { item } of [...this.#entries]) {
      const open =
        item.type === "tool"
          ? item.status === "running"
          : (item.type === "text" || item.type === "thinking") && !item.done;
      cut ||= open;
      if (open && item.type === "tool") this.update(item.id, { status: "interrupted" });
      else if (open) this.#remove(item.id);
    }
    if (cut) this.add({ type: "notice", text: "The server ended before the answer was complete." });
  }

  get summary(): ConversationSummary {
    return {
      id: this.id,
      title: this.#title,
      updatedAt: this.#updatedAt,
      running: this.running,
      waiting: this.waiting.length > 0,
    };
  }

  get entries(): readonly StoredItem[] {
    return this.#entries;
  }

  get items(): Item[] {
    return this.#entries.map(({ item }) => item);
  }

  /** The calls that wait for the person. */
  get waiting(): ToolItem[] {
    return this.items.filter((item): item is ToolItem => item.type === "tool" && item.status === "waiting");
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Whether nobody watches it and nothing happens: then it need not be in memory. */
  get idle(): boolean {
    return !this.running && this.#listeners.size === 0;
  }

  /** Marks it as running; the signal fires with `stop()`. */
  begin(): AbortSignal {
    this.#run = new AbortController();
    this.#tell({ event: "state", conversation: this.summary });
    return this.#run.signal;
  }

  end(): void {
    this.#run = undefined;
    this.#touch();
  }

  stop(): void {
    this.#run?.abort();
  }

  rename(title: string): void {
    this.#title = title;
    this.#touch();
  }

  /** The number of the next answer of the model. */
  nextStep(): number {
    return (this.#entries.at(-1)?.step ?? 0) + 1;
  }

  add(item: WithoutId<Item>, { step = this.#entries.at(-1)?.step ?? 0, model = "" } = {}): string {
    const id = randomUUID();
    const entry = { position: (this.#entries.at(-1)?.position ?? 0) + 1, step, model, item: { ...item, id } as Item };
    this.#entries.push(entry);
    this.#store?.saveItem(this.id, entry);
    this.#tell({ event: "item", item: entry.item });
    return id;
  }

  update(id: string, changes: object): void {
    const entry = this.#entry(id);
    if (entry === undefined) return;
    entry.item = { ...entry.item, ...changes };
    this.#store?.saveItem(this.id, entry);
    this.#tell({ event: "item", item: entry.item });
  }

  /** More text of the model's. It is stored when the item is done. */
  append(id: string, text: string): void {
    const entry = this.#entry(id);
    if (entry?.item.type !== "text" && entry?.item.type !== "thinking") return;
    entry.item = { ...entry.item, text: entry.item.text + text };
    this.#tell({ event: "delta", id, text });
  }

  print(id: string, text: string): void {
    const entry = this.#entry(id);
    if (entry?.item.type !== "tool") return;
    const before = entry.item.printed ?? "";
    const more = text.slice(0, MOST_PRINTED - before.length);
    if (more === "") return;
    entry.item = { ...entry.item, printed: before + more };
    this.#tell({ event: "printed", id, text: more });
  }

  /** Takes away what stands behind the last message of the person. */
  rewind(): void {
    const last = this.#entries.findLastIndex(({ item }) => item.type === "user");
    for (const { item } of this.#entries.slice(last + 1)) this.#remove(item.id);
  }

  /** All of it, as it is now. */
  get snapshot(): ConversationEvent {
    return { event: "snapshot", conversation: this.summary, items: this.items };
  }

  /** Hears the snapshot at once, and then every event. @returns what ends it. */
  watch(listener: Listener): () => void {
    listener(this.snapshot);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells those who watch that it is gone. */
  deleted(): void {
    this.#store = undefined;
    this.stop();
    this.#tell({ event: "deleted" });
    this.#listeners.clear();
  }

  #remove(id: string): void {
    const at = this.#entries.findIndex(({ item }) => item.id === id);
    this.#entries.splice(at, 1);
    this.#store?.deleteItem(this.id, id);
    this.#tell({ event: "removed", id });
  }

  #entry(id: string): StoredItem | undefined {
    return this.#entries.findLast(({ item }) => item.id === id);
  }

  #touch(): void {
    this.#updatedAt = Date.now();
    this.#store?.saveConversation({ id: this.id, actor: this.actor, title: this.#title, updatedAt: this.#updatedAt });
    this.#tell({ event: "state", conversation: this.summary });
  }

  #tell(event: ConversationEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

type WithoutId<T> = T extends { id: string } ? Omit<T, "id"> : never;
