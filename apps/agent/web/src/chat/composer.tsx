import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Me } from "../../../shared/api.ts";

interface ComposerProps {
  me: Me;
  running: boolean;
  waiting: boolean;
  model: string | undefined;
  onModel: (model: string) => void;
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
}

/** Where messages are written. Enter sends, Shift+Enter is a new line. */
export function Composer({ me, running, waiting, model, onModel, onSend, onStop }: ComposerProps): JSX.Element {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // not where the person is elsewhere, nor where it would open a keyboard on the screen
    const free = document.activeElement === null || document.activeElement === document.body;
    if (!running && free && matchMedia("(hover: hover)").matches) field.current?.focus({ preventScroll: true });
  }, [running]);
  const submit = async (): Promise<void> => {
    if (text.trim() === "" || running || waiting) return;
    const sent = text;
    setText("");
    if (!(await onSend(sent))) setText(sent);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label class="visually-hidden" for="message">
        Message
      </label>
      <textarea
        id="message"
        ref={field}
        rows={Math.min(8, text.split("\n").length + 1)}
        placeholder={waiting ? "Answer the question above first" : "Ask about your data"}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void submit();
          }
        }}
      />
      <div class="actions">
        {me.models.length > 0 && (
          <label>
            <span class="visually-hidden">Model</span>
            <select value={model} onChange={(event) => onModel(event.currentTarget.value)}>
              {me.models.map(({ id, label }) => (
                <option value={id}>{label}</option>
              ))}
            </select>
          </label>
        )}
        {running ? (
          <button type="button" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button type="submit" class="primary" disabled={text.trim() === "" || waiting || me.models.length === 0}>
            Send
          </button>
        )}
      </div>
    </form>
  );
}
