import { en } from "./en/card.ts";
import { id } from "./id/card.ts";

export const card = import.meta.env.LANGUAGE === "en" ? en : id;
