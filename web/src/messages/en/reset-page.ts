import type { ResetPage } from "../id/reset-page.ts";

export const en: ResetPage = {
  lead: "To activate your account for the first time, or to replace a forgotten password.",
  step: (n) => `Step ${n} of 3`,
  check: "Check",
  restart: "Start again",
};
