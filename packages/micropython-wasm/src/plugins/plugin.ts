/// <reference lib="esnext.disposable" preserve="true" />
import { PluginError, SandboxError, UsageError } from "../errors.js";
import type { RunResult } from "../result.js";
import type { SessionCallOptions, SessionOptions } from "../session/options.js";
import { Session } from "../session/session.js";
import { parseManifest } from "./manifest.js";
import type { PluginManifest } from "./manifest.js";
import { grantedOptions, reviewPlugin } from "./permissions.js";
import type { PermissionReport, PluginOffer } from "./permissions.js";

/** What plugins are loaded with: what the host offers, and the options of a session, with every limit. */
export interface PluginHostOptions
  extends PluginOffer, Omit<SessionOptions, "id" | "hostFunctions" | "files" | "network"> {
  /** Where the host refuses something that a plugin asks for: it is not loaded, or it goes without. Default "throw". */
  readonly onRefused?: "throw" | "continue";
}

export interface PluginOptions extends PluginHostOptions {
  /** What the plugin asks for: a `PluginManifest`, which is checked. */
  readonly manifest: unknown;
}

/**
 * A plugin: untrusted Python in a session of its own, with functions that the host calls as hooks. Whatever it does, it ends with an error of that call, the
 * plugin's state as before it, and no effect on the host or on other plugins, but for what its granted functions did.
 */
export class Plugin {
  readonly name: string;
  /** The hooks that it has. */
  readonly hooks: readonly string[];
  /** What it asked for, and got. */
  readonly permissions: PermissionReport;
  readonly #session: Session;

  private constructor(manifest: PluginManifest, permissions: PermissionReport, session: Session) {
    this.name = manifest.name;
    this.hooks = permissions.granted.filter(({ kind }) => kind === "hook").map(({ name }) => name);
    this.permissions = permissions;
    this.#session = session;
  }

  /**
   * Reads the manifest, decides, and only then runs the source, which defines the hooks' functions.
   *
   * @throws {PluginError} where the manifest is wrong, something is refused (its `permissions` say what), the source fails (`cause`), or a function is missing.
   * @throws {UsageError} for an option of the wrong type or out of range.
   */
  static async load(source: string | Uint8Array, options: PluginOptions): Promise<Plugin> {
    const { manifest: given, hooks, hostFunctions, files, network, grant, onRefused = "throw", ...limits } = options;
    if (!Array.isArray(hooks)) throw new UsageError("hooks must be an array of names");
    const manifest = parseManifest(given);
    const offer = { hooks, hostFunctions, files, network, grant };
    const permissions = await reviewPlugin(manifest, offer);
    if (permissions.refused.length > 0 && onRefused === "throw") {
      const refused = permissions.refused.map(({ kind, name }) => `${kind} ${JSON.stringify(name.slice(0, 100))}`);
      throw new PluginError(manifest.name, `it asks for what it may not have: ${refused.join(", ")}`, { permissions });
    }
    const session = await Session.create({ ...limits, ...grantedOptions(offer, permissions), id: manifest.name });
    try {
      const plugin = new Plugin(manifest, permissions, session);
      await plugin.#start(source);
      return plugin;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /**
   * Calls the hook's function, after the calls that were made earlier.
   *
   * @throws {SandboxError} what ended the call: see `Session.call`. After a limit or a trap the plugin is as before the call.
   * @throws {UsageError} for a hook that it has not, and for an argument that cannot cross.
   */
  async call(hook: string, args: readonly unknown[] = [], options: SessionCallOptions = {}): Promise<RunResult> {
    if (!this.hooks.includes(hook)) throw new UsageError(`the plugin ${this.name} has no hook ${JSON.stringify(hook)}`);
    return this.#session.call(hook, args, {}, { ...options, reject: true });
  }

  /** Ends what it does, and lets its worker go. Safe to call more than once. */
  close(): Promise<void> {
    return this.#session.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #start(source: string | Uint8Array): Promise<void> {
    const check = `[name for name in ${JSON.stringify(this.hooks)} if not callable(globals().get(name))]`;
    try {
      await this.#session.run(source, { filename: this.name });
      const { value } = await this.#session.run(check);
      const missing = this.hooks.filter((hook) => !Array.isArray(value) || value.includes(hook));
      if (missing.length > 0)
        throw new PluginError(this.name, `it has no functions for its hooks ${missing.join(", ")}`);
    } catch (error) {
      if (error instanceof PluginError || error instanceof UsageError || !SandboxError.is(error)) throw error;
      throw new PluginError(this.name, `it does not start: ${error.message}`, { cause: error });
    }
  }
}
