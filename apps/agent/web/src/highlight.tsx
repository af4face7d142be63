import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Piece {
  text: string;
  style: string;
}

/** Python with colours, once the parser is loaded. Everything is text: nothing is markup. */
export function Code({ code }: { code: string }): JSX.Element {
  const [pieces, setPieces] = useState<Piece[]>();
  useEffect(() => {
    let wanted = true;
    void import("./pythonPieces.ts").then(({ pythonPieces }) => wanted && setPieces(pythonPieces(code)));
    return () => {
      wanted = false;
    };
  }, [code]);
  return (
    <pre class="code" tabIndex={0} aria-label="Python">
      <code>
        {pieces === undefined
          ? code
          : pieces.map(({ text, style }) => (style === "" ? text : <span class={style}>{text}</span>))}
      </code>
    </pre>
  );
}
