import type { BeforeScript } from "../id/before-script.ts";

export const en: BeforeScript = {
  oldBrowser: "This browser is too old. Use Chrome 90, Safari 15, Firefox 100 or newer.",
  notStarted: "This page has not finished loading. Check your internet connection.",
};
