// Constant data of the build's own, beside the overlay's: texts and tables that code names by their addresses.

import { EXCEPTION_TYPES } from "./exceptionTypes.js";
import { type List, all } from "./sexpr.js";
import type { Module } from "./module.js";
import { OWN_BASE, OWN_BYTES } from "./overlay.js";
import type { Statics } from "./statics.js";

export class OwnData {
  readonly #module: Module;
  readonly #statics: Statics;
  readonly #pieces: Buffer[] = [];
  readonly #texts = new Map<string, number>();
  #end = OWN_BASE;
  /** The addresses of EXCEPTION_TYPES by their names. */
  readonly exceptionTypes = new Map<string, number>();

  constructor(module: Module, statics: Statics) {
    this.#module = module;
    this.#statics = statics;
    this.#addExceptionTypes();
  }

  /** Where upstream's code names one of its texts: the functions, and the constants in them. @throws where there is no such text. */
  usesOf(text: string): { func: List; constant: List }[] {
    const addresses = new Set(this.#statics.text(text).map(String));
    return this.#module
      .functions()
      .flatMap((func) =>
        all(func, "i32.const").flatMap((constant) => (addresses.has(String(constant[1])) ? [{ func, constant }] : [])),
      );
  }

  /** The address of a text of our own, ended by a zero. */
  text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const at = this.add(Buffer.from(`${text}\0`));
    this.#texts.set(text, at);
    return at;
  }

  /** The address of bytes of our own. */
  add(bytes: Buffer): number {
    const at = this.#end;
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    this.#pieces.push(padded);
    this.#end += padded.length;
    if (this.#end > OWN_BASE + OWN_BYTES) throw new Error("ownData: its room is full");
    return at;
  }

  /** The address of one of EXCEPTION_TYPES. @throws where it is none. */
  exceptionType(name: string): number {
    const at = this.exceptionTypes.get(name);
    if (at === undefined) throw new Error(`ownData: no exception ${name}`);
    return at;
  }

  /** Types are made as upstream's exceptions are; src/guest.ts writes their names. */
  #addExceptionTypes(): void {
    for (const { name, parent } of EXCEPTION_TYPES) {
      const type = this.#statics.exceptionType(this.exceptionTypes.get(parent) ?? this.#statics.builtin(parent));
      this.exceptionTypes.set(name, this.add(type));
    }
  }

  /** Writes everything into the module. */
  finish(): void {
    const bytes = [...Buffer.concat(this.#pieces)];
    const text = bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
    this.#module.form.push(["data", "$own", ["i32.const", String(OWN_BASE)], `"${text}"`]);
  }
}
