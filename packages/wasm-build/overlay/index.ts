export * from "./collector";
export * from "./memory";
export * from "./qstr";
export * from "./syscalls";
