import { Builder, newBuilder } from "../text/builder";
import { raiseMessage } from "../interpreter";
import { typeError, valueError } from "../types";

/** Raises an exception with a text of the overlay's own. */
export function raise(type: usize, text: string): void {
  const message = newBuilder(63);
  message.literal(text);
  raiseBuilt(type, message);
}

export function raiseBuilt(type: usize, message: Builder): void {
  raiseMessage(type, message.ended());
  unreachable();
}

export function raiseType(text: string): void {
  raise(typeError(), text);
}

export function raiseValue(text: string): void {
  raise(valueError(), text);
}
