import { randomBytes } from "node:crypto";
import { same } from "./cookies.js";
import { ROOT } from "./permissions.js";

/** Tells who signs in: `root` by a link that works once, others by the tokens of the configuration. */
export class SignIn {
  readonly #tokens: ReadonlyMap<string, string>;
  #link: string | undefined = randomBytes(24).toString("base64url");

  /** @param tokens of each actor. */
  constructor(tokens: ReadonlyMap<string, string>) {
    this.#tokens = tokens;
  }

  /** The secret of root's link; undefined once it was used. */
  get link(): string | undefined {
    return this.#link;
  }

  /** Root, where this is the secret of the link, which is used up by it. No actor's token works here: a link of somebody else's would sign this browser in as them. */
  follow(secret: string): string | undefined {
    if (this.#link === undefined || !same(secret, this.#link)) return undefined;
    this.#link = undefined;
    return ROOT;
  }

  /** The actor whose token this is. */
  actorOf(token: string): string | undefined {
    let found: string | undefined;
    for (const [actor, known] of this.#tokens) if (same(token, known)) found = actor;
    return found;
  }
}
