// What the overlay knows of Unicode (overlay/text/unicode.ts reads it): a record of predicates and case mappings for each character, made from JavaScript's own tables, so that
// no table is kept here.

const SPACE = 128;

/** Bits of a record's first half-word. */
const PREDICATES: readonly [number, RegExp][] = [
  [1, /^\p{L}$/u],
  [2, /^\p{Nd}$/u],
  [
    4,
    /^[\p{Nd}²³¹⁰⁴-⁹₀-₉፩-፱᧚①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u,
  ],
  [
    8,
    /^[\p{N}㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零]$/u,
  ],
  [16, /^\p{Lowercase}$/u],
  [32, /^\p{Uppercase}$/u],
  [64, /^\p{Lt}$/u],
  [SPACE, /^\p{White_Space}$/u],
  [256, /^(?: |[^\p{C}\p{Z}])$/u],
  [512, /^[\p{XID_Start}_]$/u],
  [1024, /^\p{XID_Continue}$/u],
  [2048, /^\p{Case_Ignorable}$/u],
];

/** Set where a case mapping gives several characters: they stand in the table of expansions. */
const EXPANDS = 4096;

const BLOCK = 64;
/** Characters from here on have no case and are few kinds: ranges tell of them. */
const INDEXED = 0x20000;
const END = 0x110000;

/**
 * The tables as they stand in memory, each behind a word with its address: index (two bytes a block), blocks (a byte a character), records (12 bytes: bits, 0, and the distances of
 * upper, lower and title case), ranges from INDEXED on (first character and record, words), expansions (character and texts of upper, lower, title case; words, each text 0-padded to 3).
 */
export function unicodeTables(base: number): Uint8Array {
  const records = new Map<string, number>();
  const expansions: number[] = [];
  const recordOf = (code: number): number => {
    const character = String.fromCodePoint(code);
    let bits = 0;
    for (const [bit, pattern] of PREDICATES) if (pattern.test(character)) bits |= bit;
    // Python takes the four separators of ASCII for spaces
    if (code >= 0x1c && code <= 0x1f) bits |= SPACE;
    const mapped = [upper(character), character.toLowerCase(), title(character)].map((text) =>
      Array.from(text, (c) => c.codePointAt(0)!),
    );
    let distances = mapped.map((codes) => codes[0]! - code);
    if (mapped.some((codes) => codes.length > 1)) {
      bits |= EXPANDS;
      distances = [0, 0, 0];
      expansions.push(code, ...mapped.flatMap((codes) => [...codes, 0, 0].slice(0, 3)));
    }
    const key = [bits, ...distances].join(" ");
    if (!records.has(key)) records.set(key, records.size);
    return records.get(key)!;
  };
  const blocks = new Map<string, number>();
  const index: number[] = [];
  for (let first = 0; first < INDEXED; first += BLOCK) {
    const block = Array.from({ length: BLOCK }, (_, i) => recordOf(first + i)).join();
    if (!blocks.has(block)) blocks.set(block, blocks.size);
    index.push(blocks.get(block)!);
  }
  const ranges: number[] = [];
  for (let code = INDEXED; code < END; code++) {
    const record = recordOf(code);
    if (record !== ranges.at(-1)) ranges.push(code, record);
  }
  if (records.size > 255) throw new Error(`unicode: ${records.size} records do not fit into bytes`);
  ranges.push(0xffffffff, 0);
  expansions.push(0xffffffff);
  const tables = [
    new Uint8Array(Uint16Array.from(index).buffer),
    Uint8Array.from([...blocks.keys()].flatMap((block) => block.split(",").map(Number))),
    new Uint8Array(Int32Array.from([...records.keys()].flatMap((record) => record.split(" ").map(Number))).buffer),
    new Uint8Array(Uint32Array.from(ranges).buffer),
    new Uint8Array(Uint32Array.from(expansions).buffer),
  ];
  const heads = new Uint32Array(tables.length);
  let at = base + heads.byteLength;
  for (const [i, table] of tables.entries()) {
    heads[i] = at;
    at += table.length;
  }
  return Buffer.concat([new Uint8Array(heads.buffer), ...tables]);
}

/** Without what JavaScript maps and Python does not: both have the same full mappings but for this. */
function upper(character: string): string {
  return character.toUpperCase();
}

/** Title case, which JavaScript lacks: the digraphs that have one, Georgian, which has none, and else the upper case of the first letter. */
function title(character: string): string {
  const digraph = /^[\u01c4-\u01cc\u01f1-\u01f3]$/.exec(character);
  if (digraph !== null) {
    const code = character.codePointAt(0)!;
    return String.fromCodePoint(code >= 0x1f1 ? 0x1f2 : code - ((code - 0x1c4) % 3) + 1);
  }
  if (/^[\u10d0-\u10ff]$/.test(character)) return character;
  const [first, ...rest] = Array.from(upper(character));
  return first! + rest.join("").toLowerCase();
}
