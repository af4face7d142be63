/** A timer that does not keep the process alive. Gives what stops it. */
export function setBackgroundTimer(callback: () => void, afterMs: number): () => void {
  const timer = setTimeout(callback, afterMs);
  // Node's timers keep the process alive, a browser's are numbers
  if (typeof timer === "object") timer.unref();
  return () => clearTimeout(timer);
}
