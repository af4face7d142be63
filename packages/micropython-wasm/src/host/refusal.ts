/** A call that never reached its function: the Python exception that says why. */
export class Refusal extends Error {
  override readonly name: "HostError" | "NameError" | "TypeError" | "ValueError";

  constructor(name: Refusal["name"], message: string) {
    super(message);
    this.name = name;
  }
}
