import type { OriginTexts } from "../id/origin.ts";

export const en: OriginTexts = {
  browserOn: (browser, system) => `${browser} on ${system}`,
  unknownBrowser: "Another browser",
};
