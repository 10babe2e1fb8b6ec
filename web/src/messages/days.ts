import { en } from "./en/days.ts";
import { id } from "./id/days.ts";

export const days = import.meta.env.LANGUAGE === "en" ? en : id;
