import { statSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { UsageError } from "../errors.js";
import { directory, file, type Mount } from "../host/files/mounts.js";
import { METHODS, resolveNetwork } from "../host/network/options.js";
import type { NetworkOptions } from "../host/network/options.js";

/**
 * "PATH" or "PATH:/guest". Without a guest's path it is seen where the program would look for it: the guest's root stands for the working directory, an
 * absolute path for itself.
 */
export function parseMount(option: "--allow-read" | "--allow-write", text: string): { at: string; mount: Mount } {
  // the colon of a Windows drive is none
  const colon = text.indexOf(":/", 2);
  const path = colon < 0 ? text : text.slice(0, colon);
  const at = colon < 0 ? guestPath(option, path) : text.slice(colon + 1);
  const access = option === "--allow-read" ? "read" : "write";
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return { at, mount: isDirectory ? directory(path, { access }) : file(path, { access }) };
}

function guestPath(option: string, path: string): string {
  const inside = isAbsolute(path) ? path : `/${relative("", path)}`;
  const guest = inside.replaceAll("\\", "/");
  if (guest.startsWith("/../") || guest === "/.." || !guest.startsWith("/"))
    throw new UsageError(`${option}: say where the program sees it, such as ${path}:/data`);
  return guest.length > 1 ? guest.replace(/\/+$/, "") : guest;
}

/** One more origin that the program may reach, by any method. */
export function allowOrigin(network: NetworkOptions = { allow: [] }, origin: string): NetworkOptions {
  try {
    resolveNetwork({ allow: [origin] });
  } catch (error) {
    throw new UsageError((error as UsageError).message.replace("network.allow", "--allow-net"));
  }
  return { methods: METHODS, allow: [...network.allow, origin] };
}

/** "NAME=VALUE". */
export function parseVariable(text: string): [name: string, value: string] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new UsageError("--env must be NAME=VALUE");
  return [text.slice(0, equals), text.slice(equals + 1)];
}
