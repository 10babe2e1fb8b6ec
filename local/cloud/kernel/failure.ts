import { channel } from "node:diagnostics_channel";

/** Where the embedded cloud tells of its own failures: a caller's mistakes are answered, not told here. */
export const failures = channel("embedded-cloud.failed");

export interface Failure {
  /** Which service it happened in. */
  readonly where: string;
  readonly error: unknown;
}

/** Tells whoever listens; the terminal, when nobody does. */
export function reportFailure(where: string, error: unknown): void {
  if (failures.hasSubscribers) failures.publish({ where, error } satisfies Failure);
  else console.error(`${where}: the embedded cloud failed`, error);
}
