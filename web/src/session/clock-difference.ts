/** TOTP codes depend on the phone's clock: more than this and they are refused. */
const toleratedMs = 25_000;

export interface ClockDifference {
  readonly outcome: "right" | "slow" | "fast";
  /** How far off, in the largest unit that says it. */
  readonly amount: number;
  readonly unit: "seconds" | "minutes" | "hours";
}

/**
 * Compares the device's clock with the server's. The answer took some time to arrive, so the server's
 * time is taken to be that of the middle of the request.
 */
export function clockDifference(
  serverTime: string,
  request: { readonly startedAt: number; readonly endedAt: number },
): ClockDifference {
  const differenceMs = (request.startedAt + request.endedAt) / 2 - Date.parse(serverTime);
  const offMs = Math.abs(differenceMs);
  const outcome = offMs <= toleratedMs ? "right" : differenceMs < 0 ? "slow" : "fast";
  if (offMs < 60_000) return { outcome, amount: Math.round(offMs / 1000), unit: "seconds" };
  if (offMs < 3_600_000) return { outcome, amount: Math.round(offMs / 60_000), unit: "minutes" };
  return { outcome, amount: Math.round(offMs / 3_600_000), unit: "hours" };
}
