import { en } from "./en/own-letters.ts";
import { id } from "./id/own-letters.ts";

export const ownLetters = import.meta.env.LANGUAGE === "en" ? en : id;
