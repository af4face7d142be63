import type { Cell, ConversationSummary, Item, Table, ToolItem } from "../../shared/api.js";

/** A conversation as a document for people. */
export function toMarkdown({ title }: ConversationSummary, items: readonly Item[]): string {
  return `# ${title.replaceAll("\n", " ")}\n\n${items
    .map(section)
    .filter((text) => text !== "")
    .join("\n\n")}\n`;
}

function section(item: Item): string {
  switch (item.type) {
    case "user":
      return `## You\n\n${item.text}`;
    case "text":
      return item.text;
    case "thinking":
      return `<details><summary>Thinking</summary>\n\n${fence("text", item.text)}\n\n</details>`;
    case "tool":
      return tool(item);
    case "error":
      return `> **Error:** ${oneLine(item.message)}`;
    case "notice":
      return `> ${oneLine(item.text)}`;
    case "usage":
      return "";
  }
}

function tool({ name, input, status, output, show }: ToolItem): string {
  const parts = [`**${name}** (${status})`, fence("json", JSON.stringify(input, null, 2) ?? "null")];
  if (show?.kind === "table") parts.push(table(show.table));
  else if (output !== undefined) parts.push(fence("json", JSON.stringify(output, null, 2)));
  return parts.join("\n\n");
}

function table({ columns, rows, truncated }: Table): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((cell) => cellText(cell)).join(" | ")} |`;
  const lines = [line(columns), line(columns.map(() => "---")), ...rows.map((row) => line(row))];
  if (truncated) lines.push("", "(There are more rows.)");
  return lines.join("\n");
}

function cellText(cell: Cell): string {
  const text = cell === null ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell);
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll(/\r?\n/g, " ");
}

/** A code block whose fence is longer than any in the text. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
