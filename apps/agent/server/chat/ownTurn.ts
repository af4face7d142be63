const waiting: (() => void)[] = [];

/**
 * Resolves in a turn of the event loop in which nobody else's does. Where many conversations begin at once what costs milliseconds, those do not add up: between two of them the server
 * hears everybody.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(next);
  });
}

function next(): void {
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(next);
}
