import { en } from "./en/own-home.ts";
import { id } from "./id/own-home.ts";

export const ownHome = import.meta.env.LANGUAGE === "en" ? en : id;
