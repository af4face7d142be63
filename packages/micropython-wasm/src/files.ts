/**
 * Where the package's built files are. Named here, directly in src/, because the bundles of rolldown.config.ts stand directly
 * in dist/: relative to this module that is where it is relative to a bundle of it.
 */
export const distUrl = new URL("./", import.meta.url);
