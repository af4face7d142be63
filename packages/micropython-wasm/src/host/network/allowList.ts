import { UsageError } from "../../errors.js";

/**
 * An origin, perhaps with the beginning of a path: "https://api.example.com", "http://127.0.0.1:8080", "https://api.example.com/v1/". As an object it can say
 * that the name may stand for an address that is not public.
 */
export type AllowEntry = string | { origin: string; allowPrivate?: boolean };

/** A checked entry. */
export interface AllowedOrigin {
  /** Scheme, host and port as the URL parser writes them. */
  origin: string;
  /** Without brackets. */
  host: string;
  /** "/" for every path. */
  path: string;
  allowPrivate: boolean;
}

/**
 * What a server may take for a slash, a backslash or a dot once it has decoded the path, perhaps twice, and the dots with a parameter that some drop: with these
 * a path may leave the part that it begins with.
 */
const DISGUISED = /%(?:25)*(?:2e|2f|5c)|\/\.\.?;/i;

/** @throws {UsageError} naming the entry. */
export function parseAllowList(entries: unknown): AllowedOrigin[] {
  if (!Array.isArray(entries)) throw new UsageError("network.allow must be an array of origins");
  return entries.map((entry: unknown) => {
    const { origin, allowPrivate = false } =
      typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : { origin: entry };
    if (typeof origin !== "string" || typeof allowPrivate !== "boolean") {
      throw new UsageError("network.allow holds strings, or objects with a string origin and a boolean allowPrivate");
    }
    return { ...parseOrigin(origin), allowPrivate };
  });
}

function parseOrigin(text: string): Omit<AllowedOrigin, "allowPrivate"> {
  const refuse = (why: string): never => {
    throw new UsageError(`network.allow: ${JSON.stringify(text.slice(0, 200))} ${why}`);
  };
  if (!/^https?:\/\/[^/]/i.test(text)) refuse('must begin with "https://" or "http://" and a host');
  if (text.includes("*")) refuse("has a wildcard; name each origin");
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(text)) refuse("has a blank, a backslash or a control character");
  if (text.includes("@")) refuse("has a user name; a custom fetch can add credentials that the guest never sees");
  if (/[?#]/.test(text)) refuse("has a query or a fragment; an entry is an origin and the beginning of a path");
  if (!URL.canParse(text)) refuse("is no URL");
  const { origin, hostname, pathname } = new URL(text);
  if (hostname.endsWith(".")) refuse("has a host that ends with a dot");
  if (DISGUISED.test(pathname)) refuse("has an encoded dot or slash in its path");
  return { origin, host: withoutBrackets(hostname), path: pathname };
}

/** The entries that cover the URL. */
export function findAllowed(entries: readonly AllowedOrigin[], { origin, pathname }: URL): AllowedOrigin | undefined {
  const found = entries.filter((entry) => entry.origin === origin && covers(entry.path, pathname));
  return found.find(({ allowPrivate }) => allowPrivate) ?? found[0];
}

/** "/v1/" covers what is below it, "/v1" also itself. */
function covers(path: string, pathname: string): boolean {
  if (path === "/") return true;
  if (DISGUISED.test(pathname)) return false;
  return (
    pathname.startsWith(path) &&
    (path.endsWith("/") || pathname.length === path.length || pathname[path.length] === "/")
  );
}

/** "[::1]" as "::1". */
export function withoutBrackets(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
