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

/** Methods of str, bytes and bytearray. */
const BOTH = `
    capitalize 1
    center 2-3
    count 2-4
    endswith 2-4
    expandtabs 1-2*
    find 2-4
    index 2-4
    isalnum 1
    isalpha 1
    isascii 1
    isdigit 1
    islower 1
    isspace 1
    istitle 1
    isupper 1
    join 2
    ljust 2-3
    lower 1
    lstrip 1-2
    partition 2
    removeprefix 2
    removesuffix 2
    replace 3-4
    rfind 2-4
    rindex 2-4
    rjust 2-3
    rpartition 2
    rsplit 1-3*
    rstrip 1-2
    split 1-3*
    splitlines 1-2*
    startswith 2-4
    strip 1-2
    swapcase 1
    title 1
    upper 1
    zfill 2`.trim();

/** What set and frozenset have both. */
const SETS = `
    difference 1-65535
    intersection 1-65535
    symmetric_difference 2
    union 1-65535`.trim();

/** The same methods for another type: str's functions. */
function inStr(lines: string): string {
  return lines.replaceAll(/^\s*(\w+) (.*)$/gm, "$1 $2 = str_$1");
}

/**
 * `name least-most` for each method. Up to three arguments that must all be given are the function's parameters; any other number comes as `(count, arguments)`, and
 * with a `*` behind it as `(count, arguments, keywords)`, where keywords is an mp_map_t. The overlay calls it `<type>_<name>`, or as it is named behind a `=`.
 */
const TEXT: Record<string, string> = {
  builtins: `
    ascii 1
    bin 1
    format 1-2
    getattr 2-3
    hasattr 2
    hex 1
    iter 1-2
    max 1-65535*
    min 1-65535*
    print 0-65535*
    round 1-2
    sum 1-2*
    oct 1
    pow 2-3`,
  str: `
    ${BOTH}
    casefold 1
    encode 1-3*
    format 1-65535*
    format_map 2
    isdecimal 1
    isidentifier 1
    isnumeric 1
    isprintable 1`,
  set: `
    ${SETS}
    difference_update 1-65535
    intersection_update 1-65535
    pop 1
    symmetric_difference_update 2
    update 1-65535`,
  frozenset: SETS.replaceAll(/^\s*(\w+) (.*)$/gm, "$1 $2 = set_$1"),
  list: `
    index 2-4
    pop 1-2
    remove 2`,
  tuple: `
    index 2-4`,
  bytes: `${inStr(BOTH)}
    decode 1-3*
    hex 1-3*`,
  bytearray: `${inStr(BOTH)}
    decode 1-3* = bytes_decode
    hex 1-3* = bytes_hex`,
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
