import { en } from "./en/lost-phone.ts";
import { id } from "./id/lost-phone.ts";

export const lostPhone = import.meta.env.LANGUAGE === "en" ? en : id;
