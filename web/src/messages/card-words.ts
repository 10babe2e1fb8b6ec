import { en } from "./en/card-words.ts";
import { id } from "./id/card-words.ts";

export const cardWords = import.meta.env.LANGUAGE === "en" ? en : id;
