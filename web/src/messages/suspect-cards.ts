import { en } from "./en/suspect-cards.ts";
import { id } from "./id/suspect-cards.ts";

export const suspectCards = import.meta.env.LANGUAGE === "en" ? en : id;
