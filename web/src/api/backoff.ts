const firstMs = 500;
const longestMs = 15_000;

/** Pause before the next attempt after so many failures in a row: doubling, half of it random, at most 15 s. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return whole / 2 + (whole / 2) * random();
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
