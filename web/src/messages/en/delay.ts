import type { Delay } from "../id/delay.ts";

export const en: Delay = {
  checking: (percent) => `Security check … ${percent}%`,
  waiting: (seconds) => `Waiting ${seconds} seconds, then it goes on by itself …`,
};
