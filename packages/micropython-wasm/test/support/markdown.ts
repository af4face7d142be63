import { readFileSync } from "node:fs";

/** A fenced block of a Markdown file. */
export interface Block {
  language: string;
  text: string;
  /** Of its opening fence, counted from 1. */
  line: number;
  /** What the block prints, where the file says so: see `expectedOutput`. */
  output: string | undefined;
}

/** All fenced blocks of a file; a `text` block right behind another is that one's output and no block of its own. */
export function readBlocks(file: string): Block[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const blocks: Block[] = [];
  let open: { language: string; line: number } | undefined;
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith("```")) continue;
    if (open === undefined) {
      open = { language: line.slice(3), line: i + 1 };
      continue;
    }
    const text = `${lines.slice(open.line, i).join("\n")}\n`;
    const previous = blocks.at(-1);
    if (open.language === "text" && previous !== undefined) previous.output = text;
    else blocks.push({ ...open, text, output: outputInComments(text) });
    open = undefined;
  }
  return blocks;
}

/** The comments behind the calls that print: one line of output each. */
function outputInComments(text: string): string | undefined {
  const comments = text.matchAll(/^\s*(?:console\.log|print)\(.*\) *;? {1,2}(?:\/\/|#) (.*)$/gm);
  const output = [...comments].map(([, comment]) => `${comment}\n`).join("");
  return output === "" ? undefined : output;
}

/** The cells of all rows of all tables of a file, trimmed. */
export function readRows(file: string): string[][] {
  const rows = readFileSync(file, "utf8").matchAll(/^\| (.*) \|$/gm);
  return [...rows].map(([, row]) => row!.split(" | ").map((cell) => cell.trim()));
}
