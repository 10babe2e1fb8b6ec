import type { ClockText } from "../id/clock.ts";

export const en: ClockText = {
  slow: (by) => `This device's clock is ${by} slow.`,
  fast: (by) => `This device's clock is ${by} fast.`,
  advice:
    "If your authenticator app is on this device, its codes will be refused: turn on automatic time in the settings.",
  seconds: (n) => `${n} seconds`,
  minutes: (n) => `${n} ${n === 1 ? "minute" : "minutes"}`,
  hours: (n) => `${n} ${n === 1 ? "hour" : "hours"}`,
};
