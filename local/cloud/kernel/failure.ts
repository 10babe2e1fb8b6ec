import { channel } from "node:diagnostics_channel";

/** Where the embedded cloud tells of its own failures: a caller's mistakes are answered, not told here. */
export const failures = channel("embedded-cloud.failed");

export interface Failure {
  /** Which service it happened in. */
  readonly where: string;
  readonly error: unknown;
}

/** Tells whoever listens; the terminal, when nobody does. A caller that hung up while it was read is no failure. */
export function reportFailure(where: string, error: unknown): void {
  if (hungUp(error)) return;
  if (failures.hasSubscribers) failures.publish({ where, error } satisfies Failure);
  else console.error(`${where}: the embedded cloud failed`, error);
}

/** As Node's HTTP server says it of a request whose connection went before its end. */
function hungUp(error: unknown): boolean {
  const isReset = error instanceof Error && "code" in error && error.code === "ECONNRESET";
  return isReset && error.message === "aborted";
}
