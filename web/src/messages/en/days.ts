import type { Days } from "../id/days.ts";

export const en: Days = {
  hint: "DD/MM/YYYY, for example 17/08/2026",
};
