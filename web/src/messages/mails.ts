import { en } from "./en/mails.ts";
import { id } from "./id/mails.ts";

export const mails = import.meta.env.LANGUAGE === "en" ? en : id;
