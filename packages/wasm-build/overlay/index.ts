export { note_found, search_from } from "./allocator";
export * from "./arithmetic";
export * from "./collector";
export { host_call } from "./hostCall";
export { first_slot, map_lookup } from "./map";
export * from "./memory";
export { find_interned } from "./qstr";
export * from "./syscalls";
export * from "./text";
