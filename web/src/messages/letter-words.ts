import { en } from "./en/letter-words.ts";
import { id } from "./id/letter-words.ts";

export const letterWords = import.meta.env.LANGUAGE === "en" ? en : id;
