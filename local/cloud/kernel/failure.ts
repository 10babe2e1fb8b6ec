import { channel } from "node:diagnostics_channel";

/** The channel for failures of the embedded cloud itself. A caller's mistakes are only answered. */
export const failures = channel("embedded-cloud.failed");

export interface Failure {
  /** Which service it happened in. */
  readonly where: string;
  readonly error: unknown;
}

/** Publishes a failure; without a listener it is printed. A caller that hung up while it was read is no failure. */
export function reportFailure(where: string, error: unknown): void {
  if (hungUp(error)) return;
  if (failures.hasSubscribers) failures.publish({ where, error } satisfies Failure);
  else console.error(`${where}: the embedded cloud failed`, error);
}

/** Whether it is the error of Node's HTTP server for a request whose connection ended early. */
function hungUp(error: unknown): boolean {
  const isReset = error instanceof Error && "code" in error && error.code === "ECONNRESET";
  return isReset && error.message === "aborted";
}
