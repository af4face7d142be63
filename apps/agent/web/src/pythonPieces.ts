import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/** The code in pieces of one style each. */
export function pythonPieces(code: string): { text: string; style: string }[] {
  const pieces: { text: string; style: string }[] = [];
  highlightCode(
    code,
    pythonLanguage.parser.parse(code),
    classHighlighter,
    (text, style) => pieces.push({ text, style }),
    () => pieces.push({ text: "\n", style: "" }),
  );
  return pieces;
}
