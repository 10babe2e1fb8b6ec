import { inLanguage, type Language } from "../addresses.ts";

/** The page that scans cards and checks them without the network. */
export const scanPath = "/pindai/";

/** What its pages in all languages know; the caches of their files begin with the same name. */
export const scanCache = "kartu-pindai";

/** Its own settings, as the deployment has them (infra/constructs/site-files.ts). */
export const scanSettingsPath = "/pindai/setelan.json";

/** Its service worker: without a hash, because a browser asks for a worker by the same address again. */
export const scanWorker = (language: Language) => inLanguage(language, "/pindai/luring.js");

export const manifestPath = (language: Language) =>
  inLanguage(language, "/pindai/aplikasi.webmanifest");
