import { en } from "./en/contact.ts";
import { id } from "./id/contact.ts";

export const contact = import.meta.env.LANGUAGE === "en" ? en : id;
