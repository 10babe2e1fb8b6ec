import { clock as text } from "../messages/clock.ts";
import { clockDifference } from "./clock-difference.ts";

/** Says that the device's clock is wrong, by how much and which way; the advice is never a time zone. */
export function ClockNotice({ offMs }: { offMs: number }) {
  const { outcome, amount, unit } = clockDifference(offMs);
  const by = text[unit](amount);
  return (
    <p class="notice notice-warning" role="alert">
      {outcome === "slow" ? text.slow(by) : text.fast(by)} {text.advice}
    </p>
  );
}
