import { en } from "./en/own-pages.ts";
import { id } from "./id/own-pages.ts";

export const ownPages = import.meta.env.LANGUAGE === "en" ? en : id;
