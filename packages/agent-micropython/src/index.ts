// The public contract. Named exports only, each written here on purpose.
export type { Conversation, HostFunctionsFor } from "./core/conversation.js";
