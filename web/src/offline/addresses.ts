import { inLanguage, type Language } from "../addresses.ts";

/** The page that stands for the card's page without the network. */
export const offlinePath = "/kartu/luring/";

/** The script of the worker that shows it: without a hash in its name, because a browser asks for a worker by the same address again. */
export const cardWorker = (language: Language) => inLanguage(language, "/kartu-luring.js");
