import { en } from "./en/rules.ts";
import { id } from "./id/rules.ts";

export const rules = import.meta.env.LANGUAGE === "en" ? en : id;
