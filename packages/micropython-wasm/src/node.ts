// The public contract that needs Node: what browsers cannot have stands apart, so that their bundles hold none of it.
export { DirectorySnapshotStore } from "./pool/directoryStore.js";
