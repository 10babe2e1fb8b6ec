import { en } from "./en/not-me.ts";
import { id } from "./id/not-me.ts";

export const notMe = import.meta.env.LANGUAGE === "en" ? en : id;
