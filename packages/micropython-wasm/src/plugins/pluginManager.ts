/// <reference lib="esnext.disposable" preserve="true" />
import { PluginError, SandboxError } from "../errors.js";
import type { RunResult } from "../result.js";
import type { SessionCallOptions } from "../session/options.js";
import { Plugin } from "./plugin.js";
import type { PluginHostOptions } from "./plugin.js";

/** What one plugin made of a hook: the result of its call, or the error that ended it. */
export type HookOutcome =
  | { readonly plugin: string; readonly result: RunResult; readonly error: undefined }
  | { readonly plugin: string; readonly result: undefined; readonly error: SandboxError };

/** The plugins of a host, in the order in which they were loaded. */
export class PluginManager {
  readonly #options: PluginHostOptions;
  readonly #plugins = new Map<string, Plugin>();

  /** What every plugin is offered, and its limits. */
  constructor(options: PluginHostOptions) {
    this.#options = options;
  }

  get plugins(): readonly Plugin[] {
    return [...this.#plugins.values()];
  }

  /** Loads one more; `options` come before the manager's. @throws {PluginError} as `Plugin.load`, and where there is one of this name. */
  async load(
    source: string | Uint8Array,
    { manifest, ...options }: Partial<PluginHostOptions> & { manifest: unknown },
  ): Promise<Plugin> {
    const plugin = await Plugin.load(source, { ...this.#options, ...options, manifest });
    if (this.#plugins.has(plugin.name)) {
      await plugin.close();
      throw new PluginError(plugin.name, "there is a plugin of this name already");
    }
    this.#plugins.set(plugin.name, plugin);
    return plugin;
  }

  /**
   * Calls a hook of all plugins that have it, one after the other. A plugin that fails does not keep the others from their turn.
   *
   * @throws {UsageError} for an argument that cannot cross.
   */
  async call(hook: string, args: readonly unknown[] = [], options: SessionCallOptions = {}): Promise<HookOutcome[]> {
    const outcomes: HookOutcome[] = [];
    for (const plugin of this.plugins) {
      if (!plugin.hooks.includes(hook)) continue;
      try {
        const result = await plugin.call(hook, args, options);
        outcomes.push({ plugin: plugin.name, result, error: undefined });
      } catch (error) {
        if (!SandboxError.is(error) || error.code === "USAGE") throw error;
        outcomes.push({ plugin: plugin.name, result: undefined, error });
      }
    }
    return outcomes;
  }

  /** Closes a plugin and forgets it. Without one of this name it does nothing. */
  async remove(name: string): Promise<void> {
    const plugin = this.#plugins.get(name);
    this.#plugins.delete(name);
    await plugin?.close();
  }

  /** Closes all plugins. */
  async close(): Promise<void> {
    await Promise.all([...this.#plugins.keys()].map((name) => this.remove(name)));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
