import { en } from "./en/corrections.ts";
import { id } from "./id/corrections.ts";

export const corrections = import.meta.env.LANGUAGE === "en" ? en : id;
