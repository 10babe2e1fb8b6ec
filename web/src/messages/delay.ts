import { en } from "./en/delay.ts";
import { id } from "./id/delay.ts";

export const delay = import.meta.env.LANGUAGE === "en" ? en : id;
