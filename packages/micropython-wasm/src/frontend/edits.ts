interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Changes of a source, made in the order of a walk through its tree: what is inserted at one place stands in the order in which it was inserted. A change of
 * a range takes the place of those made within it since a mark.
 */
export class Edits {
  readonly #source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  get mark(): number {
    return this.#edits.length;
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Replaces a range, and forgets what was done in it since the mark. */
  rewrite(mark: number, start: number, end: number, text: string): void {
    this.#edits.length = mark;
    this.replace(start, end, text);
  }

  /** A range with the changes made in it since the mark. */
  render(mark: number, start: number, end: number): string {
    return apply(this.#source, this.#edits.slice(mark), start, end);
  }

  /** Takes back what was done since the mark. */
  forget(mark: number): void {
    this.#edits.length = mark;
  }

  whole(): string {
    return apply(this.#source, this.#edits, 0, this.#source.length);
  }
}

function apply(source: string, edits: readonly Edit[], from: number, to: number): string {
  const inside = edits.filter(({ start, end }) => start >= from && end <= to).toSorted((a, b) => a.start - b.start);
  let text = "";
  let at = from;
  for (const edit of inside) {
    if (edit.start < at) continue;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at, to);
}

export function newlines(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** The line ends that `written` has more than `text`, in a form that changes nothing at the end of a statement. */
export function missingLines(written: string, text: string): string {
  return " \\\n".repeat(Math.max(0, newlines(written) - newlines(text)));
}

/** What takes the place of a range between brackets: its line ends. */
export function blank(source: string, { start, end }: { start: number; end: number }): string {
  return "\n".repeat(newlines(source.slice(start, end)));
}
