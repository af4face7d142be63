import type { HostFunctions } from "micropython-wasm";

/** A conversation with a model: it has an interpreter of its own. */
export interface Conversation {
  readonly id: string;
  /**
   * For whom the call under way is made, as the application said: undefined where it said nothing. Read it at each call of a host function: it follows the calls, and a copy of
   * it does not.
   */
  readonly actor: unknown;
}

/**
 * The host functions of each conversation. It is also asked once for the tool's description, with a conversation that has no actor: names and stubs must be the
 * same for all.
 */
export type HostFunctionsFor = (conversation: Conversation) => HostFunctions;
