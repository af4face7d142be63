import { Interpreter } from "micropython-wasm";

const start = "state = [str(i) for i in range(1000)]";
const probe = "total = 0\nfor text in state: total += len(text)\ntotal";

interface Answer {
  value: unknown;
  fuelUsed: number;
}

/** An interpreter beside the one under attack. Undisturbed, it answers as one does that lived alone, to the unit of fuel. */
export class Bystander {
  readonly #interpreter: Interpreter;
  readonly #alone: Answer[];
  #asked = 0;

  private constructor(interpreter: Interpreter, alone: Answer[]) {
    this.#interpreter = interpreter;
    this.#alone = alone;
  }

  /** `questions`: how often `answers` will be called. */
  static async create(questions: number): Promise<Bystander> {
    const control = await Interpreter.create();
    control.run(start);
    const alone = Array.from({ length: questions }, () => ask(control));
    control.close();
    const interpreter = await Interpreter.create();
    interpreter.run(start);
    return new Bystander(interpreter, alone);
  }

  /** What it answers now, and what it must. */
  answers(): { now: Answer; alone: Answer | undefined } {
    return { now: ask(this.#interpreter), alone: this.#alone[this.#asked++] };
  }

  close(): void {
    this.#interpreter.close();
  }
}

function ask(interpreter: Interpreter): Answer {
  const { value, fuelUsed } = interpreter.run(probe);
  return { value, fuelUsed };
}
