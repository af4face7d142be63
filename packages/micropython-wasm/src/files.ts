/**
 * Files that code finds by their place beside it. They are named here, directly in src/, because the bundles of
 * rolldown.config.ts stand directly in dist/: relative to this module they are where they are relative to a bundle of it.
 */
export const workerUrl = new URL("worker.cjs", import.meta.url);
export const manifestUrl = new URL("../package.json", import.meta.url);
