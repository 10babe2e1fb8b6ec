import { en } from "./en/officer.ts";
import { id } from "./id/officer.ts";

export const officer = import.meta.env.LANGUAGE === "en" ? en : id;
