import { listHostFunctions } from "../host/functions.js";
import type { AnyHostFunction, HostFunctions } from "../host/functions.js";
import type { AllowEntry } from "../host/network/allowList.js";
import type { SessionOptions } from "../session/options.js";
import { parseManifest } from "./manifest.js";
import type { PluginManifest } from "./manifest.js";

/** One thing that a plugin asks for. */
export interface Permission {
  readonly kind: "hook" | "hostFunction" | "file" | "network";
  /** The hook, the dotted name of the function, the path of the mount, or the network's entry. */
  readonly name: string;
}

/** What a plugin asked for, and what became of it. */
export interface PermissionReport {
  readonly granted: readonly Permission[];
  readonly refused: readonly Permission[];
}

/** What a host offers to plugins: of this a plugin gets what it asks for, and nothing else. */
export interface PluginOffer extends Pick<SessionOptions, "hostFunctions" | "files" | "network"> {
  /** The hooks that the host calls. */
  readonly hooks: readonly string[];
  /**
   * Decides about what is asked for and offered: where a person is to be asked, or plugins are not all trusted alike. Default: what is offered is granted.
   */
  readonly grant?: (permission: Permission, plugin: string) => boolean | Promise<boolean>;
}

/**
 * What a plugin would get, without running any of its code.
 *
 * @throws {PluginError} where the manifest is none.
 */
export async function reviewPlugin(manifest: unknown, offer: PluginOffer): Promise<PermissionReport> {
  const parsed = parseManifest(manifest);
  const offered = namesOf(offer);
  const granted: Permission[] = [];
  const refused: Permission[] = [];
  for (const permission of asked(parsed)) {
    const decide = offer.grant ?? (() => true);
    const yes = offered[permission.kind].has(permission.name) && (await decide(permission, parsed.name));
    (yes ? granted : refused).push(permission);
  }
  return { granted, refused };
}

/** Of what the host offers, what was granted: options of a session. */
export function grantedOptions(
  offer: PluginOffer,
  { granted }: PermissionReport,
): Pick<SessionOptions, "hostFunctions" | "files" | "network"> {
  const has = (kind: Permission["kind"], name: string): boolean =>
    granted.some((permission) => permission.kind === kind && permission.name === name);
  const functions = [...listHostFunctions(offer.hostFunctions ?? {})].filter(([name]) => has("hostFunction", name));
  const files = Object.entries(offer.files ?? {}).filter(([path]) => has("file", path));
  const allow = offer.network?.allow.filter((entry) => has("network", originOf(entry))) ?? [];
  return {
    hostFunctions: nest(functions),
    files: Object.fromEntries(files),
    ...(offer.network !== undefined && allow.length > 0 ? { network: { ...offer.network, allow } } : {}),
  };
}

function asked({ hooks, hostFunctions, files, network }: Required<PluginManifest>): Permission[] {
  const as = (kind: Permission["kind"], names: readonly string[]): Permission[] =>
    names.map((name) => ({ kind, name }));
  return [...as("hook", hooks), ...as("hostFunction", hostFunctions), ...as("file", files), ...as("network", network)];
}

function namesOf(offer: PluginOffer): Record<Permission["kind"], ReadonlySet<string>> {
  return {
    hook: new Set(offer.hooks),
    hostFunction: new Set(listHostFunctions(offer.hostFunctions ?? {}).keys()),
    file: new Set(Object.keys(offer.files ?? {})),
    network: new Set(offer.network?.allow.map(originOf)),
  };
}

function originOf(entry: AllowEntry): string {
  return typeof entry === "string" ? entry : entry.origin;
}

/** Groups again, of dotted names. */
function nest(functions: readonly (readonly [string, AnyHostFunction])[]): HostFunctions {
  type Group = { [name: string]: AnyHostFunction | Group };
  const root = Object.create(null) as Group;
  for (const [name, item] of functions) {
    const path = name.split(".");
    const last = path.pop()!;
    let group = root;
    for (const part of path) group = (group[part] ??= Object.create(null) as Group) as Group;
    group[last] = item;
  }
  return root;
}
