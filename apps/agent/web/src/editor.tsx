import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CodeEditor } from "./codemirror.ts";

interface EditorProps {
  value: string;
  language: "python" | "sql";
  label: string;
  onChange: (value: string) => void;
  onRun: () => void;
}

/** CodeMirror, as soon as it is loaded; until then a plain field of the same height. */
export function Editor({ value, language, label, onChange, onRun }: EditorProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const latest = useRef({ onChange, onRun });
  latest.current = { onChange, onRun };
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const { createEditor } = await import("./codemirror.ts");
      if (!wanted || place.current === null) return;
      editor.current = createEditor(place.current, {
        value,
        language,
        label,
        onChange: (text) => latest.current.onChange(text),
        onRun: () => latest.current.onRun(),
      });
      setReady(true);
    };
    void load();
    return () => {
      wanted = false;
      editor.current?.destroy();
    };
  }, []);
  // At once: an effect that waits for the next frame would put back what the person has changed meanwhile.
  useLayoutEffect(() => editor.current?.set(value), [value, ready]);
  return (
    <div class="editor" ref={place}>
      {!ready && (
        <textarea
          aria-label={label}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
          spellcheck={false}
        />
      )}
    </div>
  );
}
