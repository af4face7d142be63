// Functions of the overlay that are methods of built-in types, or builtins. They are objects outside the heap: a session that never calls them pays nothing.

/** A function of the overlay and its place in Python. */
export interface Method {
  /** The type; undefined for a builtin function. */
  type: string | undefined;
  name: string;
  /** The name of the overlay's function. */
  overlay: string;
  /** The least and the most arguments, `self` included. */
  least: number;
  most: number;
  keywords: boolean;
}

/**
 * `name least-most` for each method. Up to three arguments that must all be given are the function's parameters; any other number comes as `(count, arguments)`, and
 * with a `*` behind it as `(count, arguments, keywords)`, where keywords is an mp_map_t. The overlay calls it `<type>_<name>`, or as it is named behind a `=`.
 */
const TEXT: Record<string, string> = {
  str: `
    zfill 2`,
};

export const METHODS: readonly Method[] = Object.entries(TEXT).flatMap(([type, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [, name, least, most, star, overlay] = /^\s*(\w+) (\d+)(?:-(\d+))?(\*)?(?: = (\w+))?$/.exec(line)!;
      return {
        type: type === "builtins" ? undefined : type,
        name: name!,
        overlay: overlay ?? `${type}_${name!}`,
        least: Number(least),
        most: Number(most ?? least),
        keywords: star !== undefined,
      };
    }),
);
