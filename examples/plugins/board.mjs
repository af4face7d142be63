// A message board with plugins: each may change a message's text, or add a note to it.
import { readFile } from "node:fs/promises";
import { hostFunction, memory, PluginManager } from "micropython-wasm";
import { z } from "zod";

export class Board {
  /** What plugins keep, for each plugin apart. */
  #stores = new Map();
  #plugins = new PluginManager({
    hooks: ["on_message", "on_close"],
    hostFunctions: { store: this.#storeFunctions() },
    files: { "/scratch": memory({ maxBytes: 100_000, maxFiles: 10 }) },
    fuel: 20_000_000,
    timeoutMs: 2_000,
    memoryBytes: 8 * 1024 * 1024,
    maxOutputBytes: 10_000,
    onOutputLimit: "stop",
    maxHostCalls: 100,
  });
  #messages = [];
  /** What a moderator reads: plain text, never shown as HTML. */
  log = [];

  /** Loads a plugin from its directory; what it may not have, it goes without. */
  async addPlugin(directory) {
    const manifest = JSON.parse(await readFile(new URL("plugin.json", directory), "utf8"));
    const source = await readFile(new URL("plugin.py", directory));
    const { name, permissions } = await this.#plugins.load(source, { manifest, onRefused: "continue" });
    const list = (items) => items.map((item) => `${item.kind} ${item.name}`).join(", ") || "nothing";
    this.log.push(`${name}: granted ${list(permissions.granted)}; refused ${list(permissions.refused)}`);
  }

  async post(author, text) {
    const message = { id: this.#messages.length, author, text, notes: [] };
    for (const { plugin, result, error } of await this.#plugins.call("on_message", [
      { id: message.id, author, text },
    ])) {
      if (error !== undefined) this.log.push(`${plugin}: ${error.code} at message ${message.id}`);
      else this.#apply(message, result.value);
    }
    this.#messages.push(message);
  }

  async close() {
    const outcomes = await this.#plugins.call("on_close");
    for (const { plugin, result } of outcomes) this.log.push(`${plugin}: ${result?.value?.note ?? ""}`);
    await this.#plugins.close();
  }

  toHtml() {
    const items = this.#messages.map(({ author, text, notes }) => {
      const all = [text, ...notes].map(escapeHtml).join(" · ");
      return `<li><b>${escapeHtml(author)}</b> ${all}</li>`;
    });
    return `<ul>\n${items.join("\n")}\n</ul>`;
  }

  /** What a plugin returns is its own choice: only text is taken from it, and little. */
  #apply(message, value) {
    if (typeof value?.text === "string") message.text = value.text.slice(0, 1_000);
    if (typeof value?.note === "string") message.notes.push(value.note.slice(0, 200));
  }

  #storeFunctions() {
    const of = (plugin) => {
      if (!this.#stores.has(plugin)) this.#stores.set(plugin, new Map());
      return this.#stores.get(plugin);
    };
    const key = z.string().max(100);
    return {
      get: hostFunction({
        description: "What was put under this key.",
        parameters: z.object({ key, default: z.int().nullable().default(null) }),
        handler: (args, { session }) => of(session).get(args.key) ?? args.default,
      }),
      put: hostFunction({
        description: "Keeps a number under a key.",
        parameters: z.object({ key, value: z.int() }),
        handler: ({ key: name, value }, { session }) => {
          const store = of(session);
          if (store.size >= 1_000 && !store.has(name)) throw new Error("the store is full");
          store.set(name, value);
        },
      }),
    };
  }
}

function escapeHtml(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
