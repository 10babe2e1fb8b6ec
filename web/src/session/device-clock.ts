/** A code of one step before or after counts, so a clock that is off by more gives codes that are refused. */
const toleratedMs = 30_000;

/**
 * The device's clock beside the server's: codes of an authenticator on this device depend on it (D-11).
 * @param at the device's time when the server said its own, epoch milliseconds
 * @returns how far the device's clock is ahead, milliseconds, negative when it is behind; 0 when its codes count
 */
export function clockOffMs(serverTime: string, at = Date.now()): number {
  const offMs = at - Date.parse(serverTime);
  return Math.abs(offMs) > toleratedMs ? offMs : 0;
}
