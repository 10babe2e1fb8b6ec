import { en } from "./en/person-card.ts";
import { id } from "./id/person-card.ts";

export const personCard = import.meta.env.LANGUAGE === "en" ? en : id;
