// Names that Python can write.

const keywords =
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass " +
  "raise return try while with yield match case type";

/** What a program must still find under its own name. */
const builtins =
  "abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset " +
  "getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property " +
  "range repr reversed round set setattr slice sorted staticmethod str sum super tuple zip";

const reservedForFunctions = new Set(`${keywords} ${builtins}`.split(" "));
const reservedForParameters = new Set(keywords.split(" "));

/** A name for each tool, in their order: different ones, and none that Python has already. */
export function pythonNames(names: readonly string[]): string[] {
  return distinct(names, "tool", reservedForFunctions);
}

/** The same for the parameters of a function. */
export function parameterNames(names: readonly string[]): string[] {
  return distinct(names, "arg", reservedForParameters);
}

const longest = 100;

function distinct(names: readonly string[], nameless: string, reserved: ReadonlySet<string>): string[] {
  // Those that need no change keep their names, whatever stands before them.
  const taken = new Set(names.filter((name) => clean(name, nameless, reserved) === name));
  const kept = new Set<string>();
  return names.map((name) => {
    const wanted = clean(name, nameless, reserved);
    if (wanted === name && !kept.has(name)) {
      kept.add(name);
      return name;
    }
    let free = wanted;
    for (let i = 2; taken.has(free) || kept.has(free); i++) free = `${wanted}_${i}`;
    kept.add(free);
    return free;
  });
}

function clean(name: string, nameless: string, reserved: ReadonlySet<string>): string {
  const word = name
    .normalize("NFKC")
    .slice(0, longest)
    .replaceAll(/[^\p{ID_Continue}]+/gu, "_")
    // two underscores at the beginning are the library's own
    .replace(/^_+(?=.)/, "");
  const begun = /^[\p{ID_Start}]/u.test(word) ? word : word === "" || word === "_" ? nameless : `${nameless}_${word}`;
  return reserved.has(begun) ? `${begun}_` : begun;
}
