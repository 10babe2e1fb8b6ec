import { en } from "./en/letters.ts";
import { id } from "./id/letters.ts";

export const letters = import.meta.env.LANGUAGE === "en" ? en : id;
